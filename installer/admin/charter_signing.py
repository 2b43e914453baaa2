# SPDX-License-Identifier: GPL-3.0-or-later
"""The two signatures of a charter: the office proposes, the DPO signs what it read."""

from datetime import datetime
from pathlib import Path

from consent.documents import charter as charters
from consent.documents.charter import Charter
from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, Signer
from consent.errors import PaperError
from consent.store.papers_folder import PapersFolder
from consent.store.register.closed import Deed
from consent.store.register.papers import next_serial
from consent.store.register.register import note_act
from installer.admin.charter_draft import Frame, read_draft
from installer.admin.dpo import load_dpo
from installer.admin.office import Office, find, whole_second
from installer.admin.signing import signed_too
from installer.admin.trouble import Exit, OfficeError


def propose(office: Office, draft: str, now: datetime) -> int:
    """Check a draft and sign it as the office; gives its serial.

    Raises:
        OfficeError: with a sentence for everything that is not right.
    """
    now = whole_second(now)
    with office.register.begin() as desk:
        serial = next_serial(desk, office.school, Kind.CHARTER, "")
        frame = Frame(office.school, serial, now, office.trust().zone)
        charter = read_draft(draft, frame)
        if not isinstance(charter, Charter):
            raise OfficeError(
                "form.faults", Exit.NOT_GOOD, faults=charter, count=len(charter)
            )
        note_act(desk, office.school, "office", Deed.CHARTER_PROPOSE, now)
        paper = office.sign(Kind.CHARTER, encode_struct(charter), Signer.OFFICE)
        office.places.proposed.put(paper)
    return serial


def sign_as_dpo(
    folder: PapersFolder, key_folder: Path, passphrase: bytes | None
) -> Charter:
    """Add the DPO's signature to a proposed charter; gives what was signed.

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
    folder.put(signed_too(paper, load_dpo(key_folder, passphrase)))
    return charter
