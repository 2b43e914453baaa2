# SPDX-License-Identifier: GPL-3.0-or-later
"""The two signatures of a charter: the office proposes, the DPO signs what it read."""

from datetime import datetime
from pathlib import Path

from consent.documents import charter as charters
from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, SignedPaper, Signer, sign
from consent.store.papers_folder import PapersFolder
from consent.store.register.closed import Deed
from consent.store.register.papers import next_serial
from consent.store.register.register import note_act
from installer.admin.charter_draft import DraftError, Frame, read_draft
from installer.admin.dpo import load_dpo
from installer.admin.office import Office, find, whole_second
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
        try:
            charter = read_draft(draft, frame)
        except DraftError as error:
            raise OfficeError(str(error), Exit.NOT_GOOD) from error
        body = encode_struct(charter)
        note_act(desk, office.school, "office", Deed.CHARTER_PROPOSE, now)
        paper = office.sign(Kind.CHARTER, body, Signer.OFFICE)
        office.places.proposed.put(paper)
    return serial


def sign_as_dpo(
    folder: PapersFolder, signer: Signer, key_folder: Path, passphrase: bytes | None
) -> None:
    """Add the DPO's signature to a proposed charter.

    Raises:
        OfficeError: nothing is proposed there.
        PaperError: what is proposed is not a charter.
    """
    paper = find(folder, Kind.CHARTER)
    if paper is None:
        raise OfficeError(
            f"In {folder.path} liggen geen voorgestelde afspraken.", Exit.NOT_SET_UP
        )
    charters.parse(paper.body)
    key = load_dpo(key_folder, passphrase)
    others = tuple(s for s in paper.signatures if s.by is not signer)
    added = sign(Kind.CHARTER, paper.body, signer, key)
    folder.put(SignedPaper(Kind.CHARTER, paper.body, (*others, added)))
