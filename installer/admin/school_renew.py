# SPDX-License-Identifier: GPL-3.0-or-later
"""Give a school a new letter of trust: two more years, another DPO, or new keys.

The authorities' keys stay, so laptops and consoles keep their certificates. Another DPO
counts at once where the one before signs too, otherwise after 14 days in the open.
Source: docs/spec/documents.md "trust"; docs/rights.md D04; docs/adr/0113, 0141.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, SignedPaper, Signer, sign
from consent.documents.trust import Trust
from consent.store.keys import load_ed25519, raw_public
from consent.store.register.closed import Deed
from consent.store.register.papers import next_serial
from consent.store.register.register import note_act
from installer.admin import rekey
from installer.admin.certificates import Authority, make_authority
from installer.admin.office import Office, find, whole_second
from installer.admin.school_init import TRUST_DAYS
from installer.admin.trouble import Exit, OfficeError
from installer.admin.trust_before import earlier, standing
from protocol.identity import Role


@dataclass(frozen=True, slots=True)
class Renewal:
    """What it takes: the root key from the stick, and perhaps another DPO."""

    root: Ed25519PrivateKey
    dpo_pub: bytes | None = None  # another DPO; None = the same one
    old_dpo: Ed25519PrivateKey | None = None  # who agrees to that
    new: frozenset[Signer] = frozenset()  # of office and fresh: these get another key
    new_root: Ed25519PrivateKey | None = None  # comes in the place of the root key

    @property
    def is_rekey(self) -> bool:
        """Say whether any key of the school itself changes."""
        return bool(self.new or self.new_root)


def load_root(folder: Path, passphrase: bytes | None) -> Ed25519PrivateKey:
    """Read the root key from the stick; raises KeyFileError."""
    return load_ed25519(folder / rekey.ROOT_KEY, passphrase)


def renew(office: Office, renewal: Renewal, now: datetime) -> Trust:
    """Sign and write a new letter of trust; gives it.

    Raises:
        OfficeError: it is not this school's root key, or not the DPO's.
    """
    now, old = whole_second(now), office.trust()
    if raw_public(renewal.root).hex() != old.root:
        raise OfficeError("renew.root", Exit.NOT_GOOD)
    dpo = renewal.dpo_pub.hex() if renewal.dpo_pub else old.dpo
    _check_dpo(standing(office, now).in_force, renewal, dpo)
    authorities = {role: _again(office, role, now) for role in Role}
    keys = {signer: Ed25519PrivateKey.generate() for signer in renewal.new}
    rekey.lay_ready(office.places, keys, office.passphrase)
    with office.register.begin() as desk:
        serial = next_serial(desk, office.school, Kind.TRUST, "")
        note_act(desk, office.school, office.by, Deed.SCHOOL_INIT, now, str(serial))
        trust = msgspec.structs.replace(
            old,
            serial=serial,
            issued=now,
            not_after=now + timedelta(days=TRUST_DAYS),
            dpo=dpo,
            devices_ca=authorities[Role.DEVICE].der.hex(),
            teachers_ca=authorities[Role.TEACHER].der.hex(),
        )
        trust = rekey.named(trust, keys, renewal.new_root)
        _write(office, _signed(trust, renewal), old)
        rekey.put_in_place(office.places, keys)
        if Signer.OFFICE in keys:
            rekey.sign_again(desk, office, old, keys[Signer.OFFICE])
    for role, authority in authorities.items():
        office.places.ca(role).write_bytes(authority.pem)
    return trust


def _check_dpo(in_force: Trust, renewal: Renewal, dpo: str) -> None:
    """Refuse another's signature, and new keys that a laptop could not follow."""
    agrees = renewal.old_dpo
    if agrees and raw_public(agrees).hex() != in_force.dpo:
        raise OfficeError("renew.old_dpo", Exit.NOT_GOOD)
    if renewal.is_rekey and dpo != in_force.dpo and not agrees:
        raise OfficeError("renew.dpo_waits")


def _again(office: Office, role: Role, now: datetime) -> Authority:
    """Give an authority more years; its key stays, and so does all it signed."""
    return make_authority(role, office.authority(role).key, now)


def _signed(trust: Trust, renewal: Renewal) -> SignedPaper:
    body = encode_struct(trust)
    roots = [renewal.root, *filter(None, [renewal.new_root])]
    signatures = [sign(Kind.TRUST, body, Signer.ROOT, root) for root in roots]
    if renewal.old_dpo:
        signatures.append(sign(Kind.TRUST, body, Signer.DPO, renewal.old_dpo))
    return SignedPaper(Kind.TRUST, body, tuple(signatures))


def _write(office: Office, paper: SignedPaper, old: Trust) -> None:
    """Keep the one before, and lay the agreements ready for another DPO."""
    places = office.places
    before, charter = (find(places.for_consoles, name) for name in ("trust", "charter"))
    if before:
        earlier(office).put_as(f"trust-{old.serial}", before)
    if charter and find(places.proposed, "charter") is None:
        places.proposed.put(charter)
    for folder in (places.for_laptops, places.for_consoles):
        folder.put(paper)
