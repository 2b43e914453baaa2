# SPDX-License-Identifier: GPL-3.0-or-later
"""New keys for a school whose office, fresh or root key was lost or seen by others.

What the DPO signed stays signed: the office's part is made again with the new key over
the very same bytes. What only the office signed is made again by the next publication.
Source: docs/spec/changing.md; docs/adr/0141.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, Signature, SignedPaper, Signer, checks, sign
from consent.documents.trust import Trust
from consent.documents.widening import SignedWidening
from consent.store.keys import load_ed25519, raw_public, save_key
from consent.store.papers_folder import PapersFolder
from consent.store.register.choices import with_widening
from consent.store.register.lifts import signed_lifts
from consent.store.register.register import Desk
from installer.admin.office import Office, Places
from installer.admin.stages import Decision
from installer.admin.trouble import OfficeError

ROOT_KEY: Final = "root.key"
NEW: Final = ".new"
Keys = Mapping[Signer, Ed25519PrivateKey]  # the new ones, of office and fresh


def new_root(office: Office, folder: Path, secret: bytes | None) -> Ed25519PrivateKey:
    """Make the new root key on its own stick; one that lies there already is taken.

    Raises:
        OfficeError: the stick is a folder of the office itself.
    """
    home, is_demo = office.places.home.resolve(), office.trust().is_demo
    if not is_demo and folder.resolve().is_relative_to(home):
        raise OfficeError("school.root_here", folder=folder)
    file = folder / ROOT_KEY
    if not file.exists():
        save_key(file, Ed25519PrivateKey.generate(), secret)
    return load_ed25519(file, secret)


def named(trust: Trust, keys: Keys, root: Ed25519PrivateKey | None) -> Trust:
    """Name the new keys in a letter of trust; a new root is a new epoch."""
    fields = {signer.value: raw_public(key).hex() for signer, key in keys.items()}
    if root:
        fields["root"] = raw_public(root).hex()
    epoch = trust.epoch + (root is not None)
    return msgspec.structs.replace(trust, epoch=epoch, **fields)


def lay_ready(places: Places, keys: Keys, passphrase: bytes | None) -> None:
    """Write the new keys beside the old ones; the fresh key has no passphrase."""
    for signer, key in keys.items():
        file = _beside(places, signer)
        file.unlink(missing_ok=True)  # of a time that was broken off
        save_key(file, key, None if signer is Signer.FRESH else passphrase)


def put_in_place(places: Places, keys: Keys) -> None:
    """Let the new keys take the place of the old ones."""
    for signer in keys:
        _beside(places, signer).replace(places.key(signer))


def sign_again(desk: Desk, office: Office, old: Trust, key: Ed25519PrivateKey) -> None:
    """Sign with the new office key what the DPO's signature stands under as well."""
    places, before = office.places, old.key_of(Signer.OFFICE)
    for folder in (places.for_laptops, places.for_consoles, places.proposed):
        _sign_folder(folder, before, key)
    rows: list[Decision] = [*with_widening(desk, office.school)]
    for held in (*rows, *signed_lifts(desk, office.school)):
        yes = msgspec.json.decode(held.widening or b"", type=SignedWidening)
        paper = SignedPaper(Kind.WIDENING, encode_struct(yes.body), yes.sigs)
        if _is_ours(paper, before):
            sigs = _again(paper, key)
            held.widening = msgspec.json.encode(msgspec.structs.replace(yes, sigs=sigs))


def _sign_folder(folder: PapersFolder, before: bytes, key: Ed25519PrivateKey) -> None:
    for filed in folder.read()[0]:
        paper = filed.paper
        if paper.kind in SHARED and _is_ours(paper, before):
            signed = SignedPaper(paper.kind, paper.body, _again(paper, key))
            folder.put_as(filed.name, signed)


SHARED: Final = (Kind.CHARTER, Kind.REVOCATIONS, Kind.WIDENING)


def _is_ours(paper: SignedPaper, office: bytes) -> bool:
    """Say whether the old office key signed it: another paper gets nothing here."""
    return any(
        one.by is Signer.OFFICE and checks(paper.kind, paper.body, one, office)
        for one in paper.signatures
    )


def _again(paper: SignedPaper, key: Ed25519PrivateKey) -> tuple[Signature, ...]:
    others = (one for one in paper.signatures if one.by is not Signer.OFFICE)
    return (sign(paper.kind, paper.body, Signer.OFFICE, key), *others)


def _beside(places: Places, signer: Signer) -> Path:
    return places.key(f"{signer.value}{NEW}")
