# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole school in memory, with real keys made for the test and real signatures.

`make_school(now)` is a school in which everybody agreed and a lesson runs. Change one
thing with `changed(charter={...}, slip={...})`: the copy is signed and named anew.
"""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final, Literal

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.decision import (
    ConsentFact,
    Facts,
    LessonFacts,
    Request,
    TeacherFacts,
)
from consent.documents.charter import (
    Charter,
)
from consent.documents.classes import ClassSheet
from consent.documents.command import CommandBody, Verb
from consent.documents.paper import Paper, encode_struct
from consent.documents.revocations import Revocations
from consent.documents.roster import Roster
from consent.documents.seal import seal_slip
from consent.documents.sets import Named, NamedPapers, PaperSet
from consent.documents.signed import (
    Kind,
    SignedPaper,
    Signer,
    key_hash,
    public_bytes,
    sign,
)
from consent.documents.slip import Slip
from consent.documents.trust import Trust
from consent.documents.widening import Picture, SignedWidening, Widening, Wider
from consent.lifecycle import ConsentState
from consent.purpose import PICTURES, Purpose
from consent.shelf.held import Accepted
from consent.shelf.shelf import Shelf
from tests.fakes import certificates, papers
from tests.fakes.papers import (
    BRUSSELS,
    DAY,
    Keys,
    Pupil,
    Teacher,
    new_id,
)

NOW: Final = datetime(2027, 3, 8, 10, 20, tzinfo=BRUSSELS).astimezone(UTC)  # a Monday

SIGNERS: Final = {
    Kind.TRUST: (Signer.ROOT,),
    Kind.CHARTER: (Signer.OFFICE, Signer.DPO),
    Kind.CLASS: (Signer.OFFICE,),
    Kind.ROSTER: (Signer.OFFICE,),
    Kind.SLIP: (Signer.OFFICE,),
    Kind.SET: (Signer.FRESH,),
    Kind.REVOCATIONS: (Signer.OFFICE,),
    Kind.WIDENING: (Signer.OFFICE, Signer.DPO),
}
BOTH: Final = (Signer.OFFICE, Signer.DPO)

Changes = Mapping[str, Any]


def make_keys() -> dict[Signer, Ed25519PrivateKey]:
    """Make the four keys that sign documents."""
    return {signer: Ed25519PrivateKey.generate() for signer in Signer}


def signed(
    document: Paper, keys: Keys, by: Iterable[Signer] | None = None
) -> SignedPaper:
    """Sign a document by its own signers, or by others, to see it refused."""
    kind = Kind(str(document.__struct_config__.tag))
    body = encode_struct(document)
    signers = SIGNERS[kind] if by is None else by
    return SignedPaper(
        kind, body, tuple(sign(kind, body, one, keys[one]) for one in signers)
    )


@dataclass(frozen=True)
class School:
    """One school with one class. Two teachers: the first has the lesson that runs."""

    now: datetime
    certificates: certificates.School
    keys: dict[Signer, Ed25519PrivateKey]
    teachers: tuple[Teacher, ...]
    pupils: tuple[Pupil, ...]
    trust: Trust
    charter: Charter
    sheet: ClassSheet
    roster: Roster
    revocations: Revocations
    slips: tuple[Slip, ...]
    set_changes: Changes = field(default_factory=dict)
    lesson_id: str = field(default_factory=new_id)

    @property
    def class_id(self) -> str:
        """Give the id of the class."""
        return self.sheet.class_id

    @property
    def slot_id(self) -> str:
        """Give the id of the lesson that runs at `now`."""
        slots = self.sheet.extra or self.sheet.slots
        return slots[0].slot

    @property
    def root_sha256(self) -> str:
        """Give the fingerprint that a laptop starts from."""
        return key_hash(public_bytes(self.keys[Signer.ROOT]))

    def changed(self, **changes: Changes) -> "School":
        """Copy the school with fields of its papers changed; `slip` changes all slips.

        Keys: trust, charter, sheet, roster, revocations, slip, set.
        """
        fields: dict[str, Any] = {}
        for name, change in changes.items():
            if name == "slip":
                fields["slips"] = tuple(
                    msgspec.structs.replace(slip, **change) for slip in self.slips
                )
            elif name == "set":
                fields["set_changes"] = change
            else:
                fields[name] = msgspec.structs.replace(getattr(self, name), **change)
        return replace(self, **fields)

    def newer(self, **changes: Changes) -> "School":
        """Copy it as `changed` does, one publication later: serials go up."""
        bumped = {name: self._bumped(name, change) for name, change in changes.items()}
        newer_set = {**bumped.pop("set", {}), "serial": self._set_serial + 1}
        return self.changed(**bumped, set={**self.set_changes, **newer_set})

    def _bumped(self, name: str, change: Changes) -> Changes:
        if name == "set":
            return change
        before = self.slips[0] if name == "slip" else getattr(self, name)
        return {"serial": before.serial + 1, **change}

    @property
    def _set_serial(self) -> int:
        serial: int = self.set_changes.get("serial", 1)
        return serial

    def signed(
        self, document: Paper, by: Iterable[Signer] | None = None
    ) -> SignedPaper:
        """Sign a document with this school's keys."""
        return signed(document, self.keys, by)

    def widening(
        self,
        purpose: Picture | Literal[""],
        pupil: int = 0,
        by: Iterable[Signer] = BOTH,
        **changes: Any,  # noqa: ANN401 -- fields of it
    ) -> SignedWidening:
        """Make a guardian's yes, or with changes the end of something that forbade."""
        fields: Changes = {
            **papers.life(self.trust.school, self.now, papers.year_end(self.now)),
            "pupil": self.pupils[pupil].id,
            "class_id": self.class_id,
            "purpose": purpose,
            "answer": Wider.YES,
            "method": "paper_form_checked_by",
            "checked_by": "secretariaat",
            "checked_on": self.now.date(),
        }
        body = Widening(**{**fields, **changes})
        return SignedWidening(body=body, sigs=self.signed(body, by).signatures)

    @cached_property
    def sealed(self) -> dict[str, SignedPaper]:
        """Give each laptop's sealed slip, by device."""
        found = {}
        for pupil, slip in zip(self.pupils, self.slips, strict=True):
            seal_key = pupil.holder.seal_key
            assert seal_key is not None
            public = seal_key.public_key().public_bytes_raw()
            found[pupil.device] = seal_slip(self.signed(slip), public, blocks=2)
        return found

    @cached_property
    def papers(self) -> dict[Kind, SignedPaper]:
        """Give all papers but the slips and the set, signed, by kind."""
        documents = (
            self.trust,
            self.charter,
            self.sheet,
            self.roster,
            self.revocations,
        )
        papers = [self.signed(document) for document in documents]
        return {paper.kind: paper for paper in papers}

    @cached_property
    def paper_set(self) -> SignedPaper:
        """Give the set that names all of it."""
        named = NamedPapers(
            trust=self._named(Kind.TRUST, self.trust),
            charter=self._named(Kind.CHARTER, self.charter),
            class_sheet=self._named(Kind.CLASS, self.sheet),
            roster=self._named(Kind.ROSTER, self.roster),
            revocations=self._named(Kind.REVOCATIONS, self.revocations),
        )
        document = PaperSet(
            **papers.life(self.trust.school, self.now, self.now + 6 * DAY),
            class_id=self.class_id,
            papers=named,
            slips={device: paper.sha256 for device, paper in self.sealed.items()},
        )
        return self.signed(msgspec.structs.replace(document, **self.set_changes))

    def papers_for(self, pupil: int = 0) -> list[SignedPaper]:
        """Give what one laptop holds."""
        shared = [p for kind, p in self.papers.items() if kind is not Kind.ROSTER]
        return [*shared, self.sealed[self.pupils[pupil].device], self.paper_set]

    def papers_for_console(self) -> list[SignedPaper]:
        """Give what a console holds: with the roster, and every slip still sealed."""
        return [*self.papers.values(), self.paper_set, *self.sealed.values()]

    def empty_shelf(self, pupil: int = 0) -> Shelf:
        """Give a laptop's shelf as it is after enrolment, before any paper."""
        holder = self.pupils[pupil].holder
        return Shelf(self.root_sha256, device=holder.id.hex(), seal_key=holder.seal_key)

    def shelf_for(self, pupil: int = 0, *, now: datetime | None = None) -> Shelf:
        """Give a laptop's shelf with all its papers, each of them accepted."""
        shelf = self.empty_shelf(pupil)
        _accept(shelf, self.papers_for(pupil), now or self.now)
        return shelf

    def console_shelf(self, *, now: datetime | None = None) -> Shelf:
        """Give a console's shelf: with the roster, without any slip."""
        shelf = Shelf(self.root_sha256)
        papers = [p for p in self.papers_for_console() if p.kind is not Kind.SLIP]
        _accept(shelf, papers, now or self.now)
        return shelf

    def teacher_facts(self, teacher: int = 0) -> TeacherFacts:
        """Give what a laptop knows of the teacher at the other end."""
        who = self.teachers[teacher]
        return TeacherFacts(
            who.fingerprint, who.id, role_ok=True, not_after=self.now + 120 * DAY
        )

    def request(
        self,
        purpose: Purpose | None = Purpose.VIEW,
        **changes: Any,  # noqa: ANN401 -- fields
    ) -> Request:
        """Give a request that is in order, or with these fields changed."""
        picture = purpose is not None and purpose.is_picture
        reasons = {Purpose.ATTENTION: "explain"}
        code = "help" if picture else reasons.get(purpose, "") if purpose else ""
        request = Request(
            purpose=purpose,
            teacher_fp=self.teachers[0].fingerprint,
            class_id=self.class_id,
            slot_id=self.slot_id,
            lesson_id=self.lesson_id,
            reason_code=code,
            seconds=60,
        )
        return replace(request, **changes)

    def shelf_from_disk(self, pupil: int = 0, *, now: datetime | None = None) -> Shelf:
        """Give a laptop's shelf as after a restart: dead papers are on it too."""
        shelf = self.empty_shelf(pupil)
        shelf.restore(self.papers_for(pupil), now or self.now)
        return shelf

    def shelf_charter_last(self, pupil: int = 0) -> Shelf:
        """Give a laptop's shelf on which the charter came after the class sheet."""
        shelf = self.empty_shelf(pupil)
        papers = sorted(self.papers_for(pupil), key=lambda p: p.kind is Kind.CHARTER)
        for paper in (self.papers[Kind.TRUST], *papers):
            answer = shelf.accept(paper, self.now)
            assert isinstance(answer, Accepted), answer
        return shelf

    def facts(
        self,
        pupil: int = 0,
        *,
        shelf: Shelf | None = None,
        **changes: Any,  # noqa: ANN401 -- fields
    ) -> Facts:
        """Give facts by which all is allowed, or with these fields changed."""
        until = self.now + 30 * DAY
        yes = ConsentFact(ConsentState.GIVEN, until)
        facts = Facts(
            shelf=shelf or self.shelf_for(pupil),
            class_id=self.class_id,
            teacher=self.teacher_facts(),
            clock_ok=True,
            network_ok=True,
            open_lesson=LessonFacts(
                self.lesson_id, self.teachers[0].fingerprint, self.slot_id
            ),
            logged_first=True,
            ledger_ok=True,
            session_ok=True,
            indicator_ok=True,
            notice_shown=True,
            consent=dict.fromkeys(PICTURES, yes),
            event_yes=True,
        )
        return replace(facts, **changes)

    def command(self, verb: Verb = Verb.VIEW_START, **changes: Any) -> CommandBody:  # noqa: ANN401
        """Give a command of the first teacher to the first laptop."""
        args: dict[str, str | int] = {"seconds": 60} if verb is Verb.VIEW_START else {}
        fields: dict[str, Any] = {
            "verb": verb,
            "access": new_id(),
            "lesson": self.lesson_id,
            "class_id": self.class_id,
            "slot": self.slot_id,
            "device": self.pupils[0].holder.fingerprint.hex(),
            "teacher": self.teachers[0].fingerprint,
            "nonce": secrets.token_hex(32),
            "ping": 1,
            "seq": 1,
            "reason_code": "help" if verb is Verb.VIEW_START else "",
            "reason": "",
            "args": args,
        }
        return CommandBody(**{**fields, **changes})

    def _named(self, kind: Kind, document: Paper) -> Named:
        return Named(serial=document.serial, sha256=self.papers[kind].sha256)


def make_school(
    now: datetime = NOW, *, kind: str = "school", pupils: int = 1
) -> School:
    """Make a school with a lesson that runs at `now` (of kind "demo": on loopback).

    Args:
        now: aware; a school's must lie on a weekday between 7 and 17 in Brussels.
        kind: "school" or "demo".
        pupils: how many laptops are enrolled.
    """
    now = now.astimezone(UTC).replace(microsecond=0)
    made = certificates.School()
    keys = make_keys()
    school_id = new_id()
    teachers = (
        Teacher(made.teacher(), "mevr. Peeters"),
        Teacher(made.teacher(), "dhr. Janssens"),
    )
    people = tuple(
        Pupil(new_id(), papers.pupil_name(number), made.device())
        for number in range(pupils)
    )
    sheet = papers.sheet(school_id, now, teachers, demo=kind == "demo")
    return School(
        now=now,
        certificates=made,
        keys=keys,
        teachers=teachers,
        pupils=people,
        trust=papers.trust(school_id, now, kind, keys, made),
        charter=papers.charter(school_id, now, demo=kind == "demo"),
        sheet=sheet,
        roster=papers.roster(school_id, now, sheet.class_id, people),
        revocations=Revocations(
            **papers.life(school_id, now, now + 365 * DAY), fingerprints=()
        ),
        slips=tuple(papers.slip(school_id, now, sheet.class_id, one) for one in people),
    )


def _accept(shelf: Shelf, papers: list[SignedPaper], now: datetime) -> None:
    for answer in shelf.accept_all(papers, now):
        assert isinstance(answer, Accepted), answer
