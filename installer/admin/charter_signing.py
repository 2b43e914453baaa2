# SPDX-License-Identifier: GPL-3.0-or-later
"""The two signatures of a charter: the office proposes, the DPO signs what it read."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from consent.documents import charter as charters
from consent.documents.charter import Charter
from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, Signer
from consent.errors import PaperError
from consent.store.papers_folder import PapersFolder
from consent.store.register.closed import Deed
from consent.store.register.papers import next_serial
from consent.store.register.register import note_act
from installer.admin.charter_diff import lay_before, read_form, signed_before
from installer.admin.dpo import load_dpo
from installer.admin.office import Office, find, whole_second
from installer.admin.signing import signed_too
from installer.admin.trouble import Exit, OfficeError

SIGNED: Final = "signed"  # beside the DPO's key: what was signed last
Shows = Callable[[Charter | None, Charter], None]


def _nothing(before: Charter | None, new: Charter) -> None:
    del before, new


def propose(office: Office, draft: str, now: datetime) -> int:
    """Check a draft and sign it as the office; gives its serial.

    Raises:
        OfficeError: with a sentence for everything that is not right.
    """
    now = whole_second(now)
    with office.register.begin() as desk:
        serial = next_serial(desk, office.school, Kind.CHARTER, "")
        charter = read_form(office, draft, serial, now)
        note_act(desk, office.school, office.by, Deed.CHARTER_PROPOSE, now)
        paper = office.sign(Kind.CHARTER, encode_struct(charter), Signer.OFFICE)
        lay_before(office)
        office.places.proposed.put(paper)
    return serial


def sign_as_dpo(
    folder: PapersFolder,
    key_folder: Path,
    passphrase: bytes | None,
    shows: Shows = _nothing,
) -> Charter:
    """Add the DPO's signature to a proposed charter; gives what was signed.

    Args:
        folder: what the office gave.
        key_folder: the DPO's.
        passphrase: of the DPO's key.
        shows: is told what was in force and what comes, before anything is signed.

    Raises:
        OfficeError: nothing is proposed there, or it is damaged.
    """
    paper = find(folder, Kind.CHARTER)
    if paper is None:
        raise OfficeError("charter.none", Exit.NOT_SET_UP, folder=folder.path)
    try:
        charter = charters.parse(paper.body)
    except PaperError as error:
        raise OfficeError(
            "charter.damaged", Exit.WRONG_USE, folder=folder.path
        ) from error
    key = load_dpo(key_folder, passphrase)
    own, signed = PapersFolder(key_folder / SIGNED), signed_too(paper, key)
    shows(signed_before(paper, folder, own, key), charter)
    own.put(signed)
    folder.put(signed)
    return charter
