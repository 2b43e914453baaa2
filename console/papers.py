# SPDX-License-Identifier: GPL-3.0-or-later
"""The school's papers on this computer: read, judged, kept, and given on.

A console is a postman, not a judge: it gives laptops what is newer, sealed slips too,
and a laptop judges each paper by itself. Names it keeps of its teacher's classes alone.

Source: docs/spec/documents.md; docs/spec/wire.md "PaperGive".
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from consent.documents import roster
from consent.documents.signed import Kind, SignedPaper
from consent.errors import PaperError
from consent.shelf.held import WHOLE_SCHOOL, Accepted
from consent.shelf.shelf import Shelf, in_order
from consent.store.papers_folder import FiledPaper, PapersFolder, paper_name
from console.class_lists import is_own, may_stay
from protocol.messages.link import PaperHeld, PaperKind

LOG = logging.getLogger(__name__)

KINDS = {
    Kind.TRUST: PaperKind.TRUST,
    Kind.CHARTER: PaperKind.CHARTER,
    Kind.CLASS: PaperKind.CLASS,
    Kind.ROSTER: PaperKind.ROSTER,
    Kind.SLIP: PaperKind.SLIP,
    Kind.SET: PaperKind.SET,
    Kind.REVOCATIONS: PaperKind.REVOCATIONS,
}
NAMES = {number: kind for kind, number in KINDS.items()}
_FOR_LAPTOPS = (Kind.TRUST, Kind.REVOCATIONS, Kind.CHARTER, Kind.CLASS)


@dataclass(frozen=True, slots=True)
class Given:
    """A paper on its way to a laptop."""

    kind: PaperKind
    ref: bytes
    serial: int
    paper: SignedPaper


class Papers:
    """The shelf of this console and the folder it lies in."""

    def __init__(self, root_sha256: str, folder: Path, teacher: str) -> None:
        """Start with what the root key is, and nothing else believed.

        Args:
            root_sha256: hex, from the letter.
            folder: where papers are kept.
            teacher: whose computer this is, as a class sheet names them.
        """
        self.shelf = Shelf(root_sha256)
        self._teacher = teacher
        self._folder = PapersFolder(folder)
        self._slips: dict[str, SignedPaper] = {}

    def restore(self, now: datetime) -> None:
        """Take back what this computer held, dead papers too."""
        papers, faults = self._folder.read()
        _say(faults)
        found = [filed.paper for filed in papers]
        self.shelf.restore([p for p in found if p.kind is not Kind.SLIP], now)
        self._keep_slips(found)
        if self.shelf.trust is not None:
            self._remove(self._idle_slips(papers))
        self.tidy(now)

    def fetch(self, folder: Path) -> list[SignedPaper]:
        """Read what the office published; a share may be slow, so from any thread."""
        try:
            papers, faults = PapersFolder(folder).read()
        except OSError as error:
            faults = [f"{folder}: {error.strerror}"]
            papers = []
        _say(faults)
        return [filed.paper for filed in papers]

    def take_published(self, found: list[SignedPaper], now: datetime) -> bool:
        """Take what the office published since; says whether anything changed."""
        changed = self.accept([p for p in found if p.kind is not Kind.SLIP], now)
        self.tidy(now)
        return self._keep_slips(found) or changed

    def take_bundle(self, papers: Iterable[SignedPaper], now: datetime) -> None:
        """Take the office's papers, and write down the sealed slips that count."""
        some = list(papers)
        self.accept([p for p in some if p.kind is not Kind.SLIP], now)
        before = set(self._slips)
        self._keep_slips(some)
        for sha256 in set(self._slips) - before:
            self._write(self._slips[sha256], WHOLE_SCHOOL)

    def accept(self, papers: Iterable[SignedPaper], now: datetime) -> bool:
        """Judge papers and write down what is good; says whether anything changed."""
        changed = False
        for paper in in_order(papers):
            if not self._concerns_us(paper):
                continue
            answer = self.shelf.accept(paper, now)
            if not isinstance(answer, Accepted):
                LOG.info("Not taken: %s", answer.sentence)
            elif answer.changed:
                changed = True
                self._write(paper, answer.ref)
        return changed

    def tidy(self, wall: datetime) -> None:
        """Wipe class lists that may not stay, from memory and from the disk.

        Without a trust nothing can be judged, and nothing goes.
        """
        if self.shelf.trust is None:
            return
        lying = {x.rpartition("-")[2] for x in self._folder.named(Kind.ROSTER)}
        gone = [
            class_id
            for class_id in lying.union(self.shelf.rosters)
            if not may_stay(self.shelf, self._teacher, class_id, wall)
        ]
        for class_id in gone:
            self.shelf.let_go(Kind.ROSTER, class_id)
        self._remove([paper_name(Kind.ROSTER, x) for x in gone if x in lying])

    def held(self) -> tuple[PaperHeld, ...]:
        """Name what we hold, as Welcome does; no roster is named to a laptop."""
        listed = [x for x in self.shelf.listed() if x[0] is not Kind.ROSTER]
        return tuple(
            PaperHeld(KINDS[kind], bytes.fromhex(ref), serial, bytes.fromhex(sha256))
            for kind, ref, serial, sha256 in listed
        )[:16]

    def newer_than(
        self, held: tuple[PaperHeld, ...], class_id: str, device: str
    ) -> list[Given]:
        """Choose what a laptop of this class lacks, in the order it can take it."""
        theirs = {(x.kind, x.ref): x for x in held}
        return [
            given
            for given in self._for(class_id, device)
            if _is_news(given, theirs.get((given.kind, given.ref)))
        ]

    def _for(self, class_id: str, device: str) -> Iterator[Given]:
        listed = {(kind, ref): serial for kind, ref, serial, _ in self.shelf.listed()}
        for kind in _FOR_LAPTOPS:
            ref = class_id if kind is Kind.CLASS else WHOLE_SCHOOL
            yield from self._one(listed, kind, ref)
        current = self.shelf.sets.get(class_id)
        slip = self._slips.get(current.slips.get(device, "")) if current else None
        if current is not None and slip is not None:
            klass = bytes.fromhex(class_id)
            yield Given(PaperKind.SLIP, klass, current.serial, slip)
        yield from self._one(listed, Kind.SET, class_id)

    def _one(
        self, listed: dict[tuple[Kind, str], int], kind: Kind, ref: str
    ) -> Iterator[Given]:
        paper = self.shelf.paper(kind, ref)
        if paper is not None:
            serial = listed[kind, ref]
            yield Given(KINDS[kind], bytes.fromhex(ref), serial, paper)

    def _concerns_us(self, paper: SignedPaper) -> bool:
        """Leave alone the names of a class that this teacher has on no day."""
        if paper.kind is not Kind.ROSTER:
            return True
        try:
            class_id = roster.parse(paper.body).class_id
        except PaperError:
            return True  # the shelf says what is wrong with it
        return is_own(self.shelf, self._teacher, class_id)

    def _keep_slips(self, papers: Iterable[SignedPaper]) -> bool:
        """Keep, in memory, the sealed slips that the sets of our classes name."""
        before = set(self._slips)
        wanted = {
            sha256
            for class_id, held in self.shelf.sets.items()
            if is_own(self.shelf, self._teacher, class_id)
            for sha256 in held.slips.values()
        }
        slips = [p for p in papers if p.kind is Kind.SLIP]
        self._slips |= {p.sha256: p for p in slips}
        self._slips = {k: p for k, p in self._slips.items() if k in wanted}
        return set(self._slips) != before

    def _idle_slips(self, lying: Iterable[FiledPaper]) -> list[str]:
        """Name the files of slips that nobody will be given any more."""
        return [
            filed.name
            for filed in lying
            if filed.paper.kind is Kind.SLIP and filed.paper.sha256 not in self._slips
        ]

    def _remove(self, names: Iterable[str]) -> None:
        """Take papers away; one that will not go keeps no other."""
        for name in names:
            try:
                self._folder.remove(name)
            except OSError as error:
                LOG.warning(
                    "A paper could not be wiped; it is tried again: %s", error.strerror
                )

    def _write(self, paper: SignedPaper, ref: str) -> None:
        try:
            self._folder.put(paper, "" if ref == WHOLE_SCHOOL else ref)
        except OSError as error:
            LOG.warning("A paper could not be written down: %s", error.strerror)


def _is_news(given: Given, theirs: PaperHeld | None) -> bool:
    """Say whether a laptop has to be given this; a slip's own number is sealed."""
    if theirs is None:
        return True
    if given.kind is PaperKind.SLIP:
        return theirs.sha256 != bytes.fromhex(given.paper.sha256)
    return given.serial > theirs.serial


def _say(faults: Iterable[str]) -> None:
    for fault in faults:
        LOG.info("A paper could not be read: %s", fault)
