# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the current papers of a school, so that laptops and consoles can fetch them.

Numbers and names are read at one moment, papers are made without holding anybody up,
and the newest publication writes them. The set goes last: who reads in between sees
older papers that still agree. Source: docs/spec/office.md.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import msgspec

from consent.documents import charter as charters
from consent.documents.charter import Charter
from consent.documents.paper import Paper, encode_struct
from consent.documents.revocations import Revocations
from consent.documents.seal import blocks_for, seal_slip
from consent.documents.sets import Named, NamedPapers, PaperSet
from consent.documents.signed import Kind, SignedPaper, Signer
from consent.store.register import people
from consent.store.register.closed import Deed
from consent.store.register.models import PUBLICATION, School
from consent.store.register.papers import next_serial, revoked
from consent.store.register.register import Desk, note_act
from consent.store.register.retention import forget
from consent.store.register.roll import Roll, Seat, read_roll
from installer.admin.class_papers import Issue, class_sheet, roster, slip
from installer.admin.laying import OF_A_CLASS, Publication, lay
from installer.admin.next_step import next_step, step
from installer.admin.office import Office, Signing, find, published, whole_second
from installer.admin.school_init import FOREVER
from installer.admin.school_year import school_year
from installer.admin.signing import both_signed
from installer.admin.standing import look
from installer.admin.trouble import Exit, OfficeError
from installer.admin.widenings import take_signed, tidy
from protocol.identity import Role, peer_from_certificate

Progress = Callable[[str, int, int], None]  # what, done, of how many
NUMBERED = (Kind.CLASS, Kind.ROSTER, Kind.SLIP)  # a set gets its serial when laid


@dataclass(frozen=True, slots=True)
class _Read:
    """What one publication is made of."""

    number: int  # of the publication
    rolls: list[Roll]
    serials: dict[tuple[Kind, str], int]
    fingerprints: tuple[str, ...]


@dataclass(slots=True)
class _Batch:
    """A publication while it is made: what sets name, and slips that wait."""

    papers: Publication
    named: dict[Kind, Named] = field(default_factory=dict)
    slips: list[tuple[str, str, SignedPaper, bytes]] = field(default_factory=list)


def publish(office: Office, now: datetime, progress: Progress) -> int:
    """Make and write all papers anew; gives the number of classes.

    Raises:
        OfficeError: no charter in force, no class and none to take away, or something
            in the register does not fit.
    """
    now = whole_second(now)
    trust, charter_paper = office.trust(), signed_charter(office, now)
    issue = Issue(trust, charters.parse(charter_paper.body), now)
    with office.register.begin() as desk:
        _check_age(desk, issue, office)
        had = take_signed(desk, office)
        read = _read(desk, issue, office.by)
    if not read.rolls and not _has_classes(office):
        lacking = step("next.classes", office.places.home)
        raise OfficeError("publish.no_class", Exit.NOT_SET_UP, step=lacking)
    batch, signs = _Batch(Publication(read.number)), office.signing(Signer.OFFICE)
    batch.papers.both(charter_paper)
    batch.named[Kind.CHARTER] = _named(issue.charter, charter_paper)
    batch.named[Kind.TRUST] = _named(trust, published(office, "trust"))
    _add_revocations(issue, batch, signs, read)
    papers = {}
    for number, roll in enumerate(read.rolls):
        progress(roll.klass.name, number, len(read.rolls))
        papers[roll.klass.id] = _add_class(issue, batch, signs, read, roll)
    sealed = _seal(batch)
    batch.papers.sets = [
        _set_of(issue, class_id, named, sealed[class_id])
        for class_id, named in papers.items()
    ]
    progress("", len(read.rolls), len(read.rolls))
    lay(office, batch.papers)
    tidy(office.places.proposed, had)
    return len(read.rolls)


def signed_charter(office: Office, now: datetime) -> SignedPaper:
    """Find the charter with both signatures: a proposed one first, else the old one.

    Raises:
        OfficeError: there is none, or the DPO did not sign it yet.
    """
    trust = office.trust()
    for folder in (office.places.proposed, office.places.for_consoles):
        paper = find(folder, "charter")
        if paper and both_signed(paper, trust):
            return paper
    lacking = next_step(office.places.home, look(office, now))
    raise OfficeError("publish.no_charter", Exit.NOT_SET_UP, step=lacking)


def _check_age(desk: Desk, issue: Issue, office: Office) -> None:
    """Refuse days of deciding that rest on another age than was agreed."""
    new = issue.charter.guardian_age
    old = desk.get_one(School, issue.school).guardian_age
    if old not in {None, new}:
        lacking = step("next.classes", office.places.home)
        raise OfficeError("publish.other_age", step=lacking, old=old, new=new)


def _has_classes(office: Office) -> bool:
    """Say whether papers of a class lie there, which are then to be taken away."""
    lying, _ = office.places.for_consoles.read()
    return any(filed.paper.kind in OF_A_CLASS for filed in lying)


def _read(desk: Desk, issue: Issue, by: str) -> _Read:
    """Take the numbers of this publication, and read what stands at this moment."""
    forget(desk, issue.school, issue.now, issue.today)
    classes = people.classes(desk, issue.school, school_year(issue.today))
    rolls = [roll for klass in classes if (roll := read_roll(desk, klass)).is_used]
    wanted = [(kind, roll.klass.id) for roll in rolls for kind in NUMBERED]
    wanted.append((Kind.REVOCATIONS, ""))
    note_act(desk, issue.school, by, Deed.PUBLISH, issue.now)
    return _Read(
        number=next_serial(desk, issue.school, PUBLICATION, ""),
        rolls=rolls,
        serials={
            (kind, ref): next_serial(desk, issue.school, kind, ref)
            for kind, ref in wanted
        },
        fingerprints=tuple(revoked(desk, issue.school)),
    )


def _add_revocations(issue: Issue, batch: _Batch, signs: Signing, read: _Read) -> None:
    document = Revocations(
        school=issue.school,
        serial=read.serials[Kind.REVOCATIONS, ""],
        issued=issue.now,
        not_after=issue.now + FOREVER,
        fingerprints=read.fingerprints,
    )
    paper = signs(Kind.REVOCATIONS, encode_struct(document))
    batch.papers.both(paper)
    batch.named[Kind.REVOCATIONS] = _named(document, paper)


def _add_class(
    issue: Issue, batch: _Batch, signs: Signing, read: _Read, roll: Roll
) -> NamedPapers:
    class_id = roll.klass.id
    try:
        sheet = class_sheet(roll, issue, read.serials[Kind.CLASS, class_id])
        names = roster(roll, issue, read.serials[Kind.ROSTER, class_id])
        for seat in roll.seats:
            made = slip(seat, issue, roll.klass, read.serials[Kind.SLIP, class_id])
            if made:
                paper = signs(Kind.SLIP, encode_struct(made))
                batch.slips.append((class_id, made.device, paper, _seal_pub(seat)))
    except (msgspec.ValidationError, ValueError) as error:
        name = roll.klass.name
        raise OfficeError("sheet.other", Exit.NOT_GOOD, klass=name) from error
    sheet_paper = signs(Kind.CLASS, encode_struct(sheet))
    names_paper = signs(Kind.ROSTER, encode_struct(names))
    batch.papers.both(sheet_paper, class_id)
    batch.papers.consoles.append((names_paper, class_id))
    return NamedPapers(
        trust=batch.named[Kind.TRUST],
        charter=batch.named[Kind.CHARTER],
        class_sheet=_named(sheet, sheet_paper),
        roster=_named(names, names_paper),
        revocations=batch.named[Kind.REVOCATIONS],
    )


def _seal_pub(seat: Seat) -> bytes:
    device = seat.device
    peer = peer_from_certificate(device.certificate, Role.DEVICE) if device else None
    if peer is None or peer.seal_pub is None:
        raise ValueError(f"the laptop of pupil {seat.pupil.id} has no seal key")
    return peer.seal_pub


def _seal(batch: _Batch) -> dict[str, dict[str, str]]:
    """Seal all slips to one length, and say each one's hash by class and laptop."""
    blocks = max((blocks_for(paper) for _, _, paper, _ in batch.slips), default=1)
    hashes: dict[str, dict[str, str]] = defaultdict(dict)
    for class_id, device, paper, seal_pub in batch.slips:
        sealed = seal_slip(paper, seal_pub, blocks=blocks)
        batch.papers.both(sealed)
        hashes[class_id][device] = hashlib.sha256(sealed.body).hexdigest()
    return hashes


def _set_of(
    issue: Issue, class_id: str, papers: NamedPapers, sealed: dict[str, str]
) -> PaperSet:
    return PaperSet(
        school=issue.school,
        serial=1,  # its own is taken when it is laid
        issued=issue.now,
        not_after=issue.now + timedelta(days=issue.charter.set_days),
        class_id=class_id,
        papers=papers,
        slips=sealed,
    )


def _named(document: Paper | Charter, paper: SignedPaper) -> Named:
    return Named(serial=document.serial, sha256=paper.sha256)
