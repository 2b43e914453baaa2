# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the current papers of a school, so that laptops and consoles can fetch them.

The set goes last: who reads in between sees older papers that still agree.
"""

import hashlib
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
from consent.documents.signed import Kind, SignedPaper, Signer, checks
from consent.documents.trust import Trust
from consent.store.register import laptops, people
from consent.store.register.closed import Deed
from consent.store.register.models import ClassGroup
from consent.store.register.papers import next_serial, revoked
from consent.store.register.register import Desk, note_act
from installer.admin.class_papers import Issue, class_sheet, roster, slip
from installer.admin.office import Office, find, published, whole_second
from installer.admin.school_init import FOREVER
from installer.admin.trouble import Exit, OfficeError
from protocol.identity import Role, peer_from_certificate

Progress = Callable[[str, int, int], None]  # what, done, of how many


@dataclass(slots=True)
class _Batch:
    """What one publication writes, gathered before anything is written."""

    laptops: list[tuple[SignedPaper, str]] = field(default_factory=list)
    consoles: list[tuple[SignedPaper, str]] = field(default_factory=list)
    named: dict[Kind, Named] = field(default_factory=dict)
    slips: list[tuple[ClassGroup, str, SignedPaper, bytes]] = field(
        default_factory=list
    )

    def both(self, paper: SignedPaper, class_id: str = "") -> None:
        """Add a paper for laptops and consoles."""
        self.laptops.append((paper, class_id))
        self.consoles.append((paper, class_id))


def publish(office: Office, now: datetime, progress: Progress) -> int:
    """Make and write all papers anew; gives the number of classes.

    Raises:
        OfficeError: no charter in force, or something in the register does not fit.
    """
    now = whole_second(now)
    trust, charter_paper = office.trust(), signed_charter(office)
    charter = charters.parse(charter_paper.body)
    batch = _Batch()
    batch.both(charter_paper)
    batch.named[Kind.CHARTER] = _named(charter, charter_paper)
    batch.named[Kind.TRUST] = _named(trust, published(office, "trust"))
    issue = Issue(office.school, charter, trust.zone, now)
    with office.register.begin() as desk:
        _add_revocations(desk, office, batch, now)
        classes = people.classes(desk, office.school)
        sets = []
        for number, klass in enumerate(classes):
            progress(klass.name, number, len(classes))
            sets.append(_add_class(desk, office, batch, issue, klass))
        sealed = _seal(batch)
        for klass, papers in sets:
            _add_set(desk, office, batch, issue, (klass, papers, sealed))
        note_act(desk, office.school, "office", Deed.PUBLISH, now)
    _write(office, batch)
    progress("", len(classes), len(classes))
    return len(classes)


def signed_charter(office: Office) -> SignedPaper:
    """Find the charter with both signatures: a proposed one first, else the old one.

    Raises:
        OfficeError: there is none, or the DPO did not sign it yet.
    """
    trust = office.trust()
    for folder in (office.places.proposed, office.places.for_consoles):
        paper = find(folder, "charter")
        if paper and _has_both(paper, trust):
            return paper
    raise OfficeError(
        "Er zijn nog geen afspraken die kantoor en DPO allebei tekenden."
        " Volgende stap: inzage-admin charter sign --as dpo.",
        Exit.NOT_SET_UP,
    )


def _has_both(paper: SignedPaper, trust: Trust) -> bool:
    return all(
        any(
            s.by is by and checks(paper.kind, paper.body, s, trust.key_of(by))
            for s in paper.signatures
        )
        for by in (Signer.OFFICE, Signer.DPO)
    )


def _add_revocations(desk: Desk, office: Office, batch: _Batch, now: datetime) -> None:
    document = Revocations(
        school=office.school,
        serial=next_serial(desk, office.school, Kind.REVOCATIONS, ""),
        issued=now,
        not_after=now + FOREVER,
        fingerprints=tuple(revoked(desk, office.school)),
    )
    paper = office.sign(Kind.REVOCATIONS, encode_struct(document), Signer.OFFICE)
    batch.both(paper)
    batch.named[Kind.REVOCATIONS] = _named(document, paper)


def _add_class(
    desk: Desk, office: Office, batch: _Batch, issue: Issue, klass: ClassGroup
) -> tuple[ClassGroup, NamedPapers]:
    def serial(kind: Kind) -> int:
        return next_serial(desk, office.school, kind, klass.id)

    try:
        sheet = class_sheet(desk, issue, klass, serial(Kind.CLASS))
        names = roster(desk, issue, klass, serial(Kind.ROSTER))
        slip_serial = serial(Kind.SLIP)
        for pupil in people.pupils_of(desk, klass.id):
            made = slip(desk, issue, klass, pupil, slip_serial)
            if made:
                paper = office.sign(Kind.SLIP, encode_struct(made), Signer.OFFICE)
                seal_pub = _seal_pub(desk, made.pupil)
                batch.slips.append((klass, made.device, paper, seal_pub))
    except (msgspec.ValidationError, ValueError) as error:
        raise OfficeError(f"Klas {klass.name}: {error}.") from error
    sheet_paper = office.sign(Kind.CLASS, encode_struct(sheet), Signer.OFFICE)
    names_paper = office.sign(Kind.ROSTER, encode_struct(names), Signer.OFFICE)
    batch.both(sheet_paper, klass.id)
    batch.consoles.append((names_paper, klass.id))
    return klass, NamedPapers(
        trust=batch.named[Kind.TRUST],
        charter=batch.named[Kind.CHARTER],
        class_sheet=_named(sheet, sheet_paper),
        roster=_named(names, names_paper),
        revocations=batch.named[Kind.REVOCATIONS],
    )


def _seal_pub(desk: Desk, pupil: str) -> bytes:
    device = laptops.device_of(desk, pupil)
    peer = peer_from_certificate(device.certificate, Role.DEVICE) if device else None
    if peer is None or peer.seal_pub is None:
        raise ValueError(f"the laptop of pupil {pupil} has no seal key")
    return peer.seal_pub


def _seal(batch: _Batch) -> dict[tuple[str, str], str]:
    """Seal all slips to one length, and say each one's hash by class and laptop."""
    blocks = max((blocks_for(paper) for _, _, paper, _ in batch.slips), default=1)
    hashes = {}
    for klass, device, paper, seal_pub in batch.slips:
        sealed = seal_slip(paper, seal_pub, blocks=blocks)
        batch.both(sealed)
        hashes[klass.id, device] = hashlib.sha256(sealed.body).hexdigest()
    return hashes


def _add_set(
    desk: Desk,
    office: Office,
    batch: _Batch,
    issue: Issue,
    made: tuple[ClassGroup, NamedPapers, dict[tuple[str, str], str]],
) -> None:
    klass, papers, sealed = made
    document = PaperSet(
        school=office.school,
        serial=next_serial(desk, office.school, Kind.SET, klass.id),
        issued=issue.now,
        not_after=issue.now + timedelta(days=issue.charter.set_days),
        class_id=klass.id,
        papers=papers,
        slips={device: sha for (of, device), sha in sealed.items() if of == klass.id},
    )
    paper = office.sign(Kind.SET, encode_struct(document), Signer.FRESH)
    batch.both(paper, klass.id)


def _write(office: Office, batch: _Batch) -> None:
    for folder, papers in (
        (office.places.for_laptops, batch.laptops),
        (office.places.for_consoles, batch.consoles),
    ):
        old = [f.name for f in folder.read()[0] if f.paper.kind is Kind.SLIP]
        for paper, class_id in sorted(papers, key=lambda p: p[0].kind is Kind.SET):
            folder.put(paper, class_id)
        for name in old:
            folder.remove(name)


def _named(document: Paper | Charter, paper: SignedPaper) -> Named:
    return Named(serial=document.serial, sha256=paper.sha256)
