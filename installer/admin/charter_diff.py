# SPDX-License-Identifier: GPL-3.0-or-later
"""What a charter changes, told to whoever writes or signs it, before it is signed.

The sentences are those the pupils get. The DPO's machine has no published papers: the
office lays the charter in force beside the proposal, and the DPO's own signature under
it, and the copy the DPO keeps of what was signed last, show that it is the real one.
Source: docs/spec/documents.md "What a new charter changes"; docs/adr/0140.
"""

from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import charter as charters
from consent.documents.charter import Charter
from consent.documents.fields import Lang
from consent.documents.signed import Kind, SignedPaper, Signer, checks, public_bytes
from consent.errors import PaperError
from consent.store.papers_folder import PapersFolder
from consent.wording.change.say import change_lines
from installer.admin.charter_draft import Frame, read_draft
from installer.admin.office import Office, find, whole_second
from installer.admin.signing import both_signed
from installer.admin.trouble import Exit, OfficeError, Step

PAPER: Final = "charter.json"
FORM: Final = "charter.toml"
BEFORE: Final = "before"


def lines(old: Charter, new: Charter, lang: Lang) -> list[str]:
    """Tell the differences, what allows more first; nothing where there are none."""
    return change_lines(old, new, new.issued.date(), lang)


def in_force(office: Office) -> Charter | None:
    """Give the newest charter that both signed."""
    paper = _newest_signed(office)
    return charters.parse(paper.body) if paper else None


def read_form(
    office: Office, text: str, serial: int, now: datetime, file: Path | None = None
) -> Charter:
    """Make a charter of a form; file: where it lies, when not in the office's folder.

    Raises:
        OfficeError: with a sentence for everything that is not right.
    """
    home, trust = office.places.home, office.trust()
    frame = Frame(
        office.school, serial, whole_second(now), trust.zone, is_demo=trust.is_demo
    )
    made = read_draft(text, frame)
    if isinstance(made, Charter):
        return made
    given = (str(file),) if file else ()
    again = Step("next.mend", (("charter", "propose", str(home), *given),))
    raise OfficeError(
        "form.faults",
        Exit.NOT_GOOD,
        step=again,
        faults=made,
        count=len(made),
        file=file or home / FORM,
    )


def what_comes(office: Office, form: str | None, now: datetime) -> Charter | None:
    """Give what is on its way: a proposal that waits, else the form."""
    held, waiting = in_force(office), _proposed(office)
    if waiting and (held is None or waiting.serial > held.serial):
        return waiting
    return read_form(office, form, _next(held), now) if form else None


def of_file(path: Path) -> Charter:
    """Read a charter from its file or from a folder of papers.

    Raises:
        OfficeError: there is none.
    """
    file = path / PAPER if path.is_dir() else path
    try:
        return charters.parse(file.read_bytes())
    except PaperError as error:
        raise OfficeError("diff.no_charter", Exit.WRONG_USE, file=file) from error


def lay_before(office: Office) -> None:
    """Lay the charter in force beside the proposal, for the DPO to compare."""
    paper = _newest_signed(office)
    if paper:
        _beside(office.places.proposed).put(paper)


def signed_before(
    new: SignedPaper, folder: PapersFolder, own: PapersFolder, key: Ed25519PrivateKey
) -> Charter | None:
    """Give the newest charter that this very DPO signed before a proposal.

    Args:
        new: the proposal.
        folder: where it lies, with what the office says was in force.
        own: where the DPO keeps what was signed last: an older one makes a change
            look small.
        key: the DPO's.
    """
    beside = (find(_beside(folder), Kind.CHARTER), find(own, Kind.CHARTER))
    found = [
        charters.parse(one.body)
        for one in beside
        if one and one.body != new.body and _is_signed_by(one, public_bytes(key))
    ]
    return max(found, key=lambda one: one.serial, default=None)


def _is_signed_by(paper: SignedPaper, dpo: bytes) -> bool:
    return any(
        one.by is Signer.DPO and checks(paper.kind, paper.body, one, dpo)
        for one in paper.signatures
    )


def _beside(folder: PapersFolder) -> PapersFolder:
    return PapersFolder(folder.path / BEFORE)


def _newest_signed(office: Office) -> SignedPaper | None:
    trust = office.trust()
    folders = (office.places.proposed, office.places.for_consoles)
    found = [find(folder, Kind.CHARTER) for folder in folders]
    return next((one for one in found if one and both_signed(one, trust)), None)


def _proposed(office: Office) -> Charter | None:
    paper = find(office.places.proposed, Kind.CHARTER)
    return charters.parse(paper.body) if paper else None


def _next(held: Charter | None) -> int:
    return held.serial + 1 if held else 1
