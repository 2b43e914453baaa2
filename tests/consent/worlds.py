# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state of everything, as far as decide() looks at it.

A world is a road: each time decide() or the reference asks something for the first
time, the road forks into all answers there are. What was never asked can not have
mattered, so one road stands for every combination of the rest, and all roads together
for every combination there is. The documents are stand-ins that do what the law's own
kinds do, but whose every field is a question.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from math import prod
from types import FunctionType
from typing import Any, Final

from consent.decision import Facts, Request
from consent.documents.charter import (
    Caps,
    Charter,
    CharterPurpose,
    Council,
    Holiday,
    Hours,
    ReasonCode,
)
from consent.documents.classes import ClassSheet, ClassTeacher, ExtraSlot, Slot
from consent.documents.fields import Day, Lang
from consent.documents.slip import Slip
from consent.documents.trust import LAW_VERSION, SchoolKind, Trust
from consent.documents.widening import SignedWidening, Widening
from consent.facts import CapsUsed, ConsentFact, LessonFacts, TeacherFacts
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import PICTURES, Purpose
from consent.school import Papers
from consent.shelf.freshness import Freshness
from consent.shelf.shelf import Shelf
from tests.fakes.papers import BRUSSELS, DAY

Answers = Mapping[str, tuple[Any, ...]]

TEACHER, COLLEAGUE, CLASS, SLOT, OTHER_SLOT, ID = (f"{n:032x}" for n in range(6))
MOMENTS: Final = {
    "school day": datetime(2027, 3, 8, 10, 20, tzinfo=BRUSSELS),  # a Monday
    "evening": datetime(2027, 3, 8, 20, 20, tzinfo=BRUSSELS),
    "weekend": datetime(2027, 3, 13, 10, 20, tzinfo=BRUSSELS),
    "three to six": datetime(2027, 3, 8, 17, 57, tzinfo=BRUSSELS),
    "three to midnight": datetime(2027, 3, 8, 23, 57, tzinfo=BRUSSELS),
}
POWERS: Final = {"lesson": None, **{one.value: one for one in Purpose}}
CHOICES: Final = {one.value: one for one in ConsentState} | {"none": None}
MINUTE: Final = timedelta(minutes=1)
FAR: Final = 200 * DAY


class Road:
    """One world, made up as it is asked about; `next` turns to one not yet seen."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.every = prod(len(some) for some in answers.values())
        self._given: dict[str, Any] = {}
        self._way: list[int] = []
        self._turns: list[tuple[int, int]] = []

    def __call__(self, question: str, /) -> Any:  # noqa: ANN401 -- words and numbers
        """Give the answer of this world."""
        if question not in self._given:
            answers = self._answers[question]
            at = len(self._turns)
            chosen = self._way[at] if at < len(self._way) else 0
            self._turns.append((chosen, len(answers)))
            self._given[question] = answers[chosen]
        return self._given[question]

    @property
    def stands_for(self) -> int:
        """Count the combinations that differ from this one in nothing asked."""
        return self.every // prod(of for _, of in self._turns)

    def next(self) -> bool:
        """Turn to the next world; False when there is none."""
        turns = self._turns
        while turns and turns[-1][0] + 1 == turns[-1][1]:
            turns.pop()
        if not turns:
            return False
        self._way = [chosen for chosen, _ in turns]
        self._way[-1] += 1
        self._turns, self._given = [], {}
        return True

    def told(self) -> dict[str, Any]:
        """Give what was asked and answered."""
        return dict(self._given)


def asked(kind: type, /, **fields: Callable[[], object]) -> Any:  # noqa: ANN401 -- of `kind`
    """Make a stand-in: it asks for its fields and works the rest out as its kind does.

    It is no subclass: what the real kind reads beside these fields is an error.
    """
    borrowed = {
        name: member
        for one in reversed(kind.__mro__)
        for name, member in vars(one).items()
        if isinstance(member, FunctionType | property) and not name.startswith("_")
    }
    reads = {
        name: property(lambda _, read=read: read())  # type: ignore[misc]
        for name, read in fields.items()
    }
    return type(kind.__name__, (), {**borrowed, **reads})()


class Laptop:
    """What decide() takes, in the world that a road makes up."""

    def __init__(self, w: Road) -> None:
        self.w = w
        self.today, self.then = PaperWorld(self, "today"), PaperWorld(self, "lesson")

    @property
    def now(self) -> datetime:
        """Give the moment."""
        return MOMENTS[self.w("the moment")]

    @property
    def purpose(self) -> Purpose | None:
        """Give the power asked for."""
        return POWERS[self.w("act")]

    def end(self, of: str) -> datetime:
        """Give the instant at which one thing ends; None is far."""
        left_s = self.w(f"{of} ends")
        return self.now + (FAR if left_s is None else timedelta(seconds=left_s))

    def last_day(self, of: str) -> date:
        """Give the last day on which something still counts."""
        return self.now.date() + DAY * int(self.w(f"{of}, days left"))

    def instant(self, end: str) -> datetime:
        """Say when one of the ends is that the reference names."""
        which, _, what = end.rpartition(": ")
        papers = self.then if which == "lesson" else self.today
        match what:
            case "the bell":
                return self.now + papers.minutes("minutes to the bell")
            case "the charter's hours":
                return self.now + papers.minutes("the charter's hours, minutes left")
            case "the compiled hours":
                return datetime.combine(self.now.date(), time(18), BRUSSELS)
            case "the council's word" | "the review" | "the teacher's days":
                return datetime.combine(self.last_day(end) + DAY, time(), BRUSSELS)
            case _:
                return self.end(end)

    @cached_property
    def request(self) -> Request:
        """Give what is asked."""
        w = self.w
        request: Request = asked(
            Request,
            purpose=lambda: self.purpose,
            teacher_fp=lambda: "own" if w("the teacher's own key signed") else "other",
            class_id=lambda: CLASS if w("it is this laptop's class") else ID,
            slot_id=lambda: SLOT,
            lesson_id=lambda: ID,
            reason_code=lambda: "why" if w("a reason is given") else "",
            seconds=lambda: w("seconds asked"),
            pupil_alone=lambda: w("this pupil alone"),
            offered=lambda: w("the pupil offered it"),
        )
        return request

    @cached_property
    def facts(self) -> Facts:
        """Give what the laptop knows."""
        w, shelf, used = self.w, self._shelf(), self._used()
        teacher, lesson, choices = self._teacher(), self._lesson(), Choices(self)
        facts: Facts = asked(
            Facts,
            shelf=lambda: shelf,
            class_id=lambda: CLASS,
            teacher=lambda: teacher,
            clock_ok=lambda: w("the clock can be believed"),
            network_ok=lambda: w("both are on the school's network"),
            open_lesson=lambda: lesson if w("a lesson is open") else None,
            logged_first=lambda: w("the console logged it first"),
            ledger_ok=lambda: w("the laptop can write it down"),
            session_ok=lambda: w("the pupil's session is here"),
            indicator_ok=lambda: w("the indicator is visible"),
            notice_shown=lambda: w("the notice was shown"),
            consent=lambda: choices,
            paused=lambda: w("paused"),
            caps=lambda: used,
            event_yes=lambda: w("answer to this look"),
            lang=lambda: Lang(w("the pupil reads")),
        )
        return facts

    def _shelf(self) -> Shelf:
        w, today = self.w, self.today.papers
        shelf: Shelf = asked(
            Shelf,
            trust=lambda: today.trust if w("a trust is held") else None,
            is_revoked=lambda: lambda one: one == "own" and w("it was revoked"),
            freshness=lambda: self._freshness,
            papers_of=lambda: lambda _: today if w("the papers are whole") else None,
        )
        return shelf

    def _freshness(self, class_id: str, now: datetime) -> Freshness:
        assert (class_id, now) == (CLASS, self.now)
        if not self.w("the set is fresh"):
            return Freshness(ok=False)
        return Freshness(ok=True, until=self.end("the set"))

    def _teacher(self) -> TeacherFacts:
        teacher: TeacherFacts = asked(
            TeacherFacts,
            fingerprint=lambda: "own",
            id=lambda: TEACHER,
            role_ok=lambda: self.w("the certificate is a teacher's"),
            not_after=lambda: self.end("the certificate"),
        )
        return teacher

    def _lesson(self) -> LessonFacts:
        w, request, then = self.w, self.request, self.then.papers
        other = "the open lesson is another teacher's"
        named, slot = "the open lesson is the one named", "it is in the slot named"
        lesson: LessonFacts = asked(
            LessonFacts,
            lesson_id=lambda: ID if w(named) else OTHER_SLOT,
            teacher_fp=lambda: "other's" if w(other) else request.teacher_fp,
            slot_id=lambda: SLOT if w(slot) else OTHER_SLOT,
            papers=lambda: then if w("the lesson kept its papers") else None,
        )
        return lesson

    def _used(self) -> CapsUsed:
        w = self.w
        used: CapsUsed = asked(
            CapsUsed,
            view_s=lambda: w("seconds looked at today"),
            attention_s=lambda: w("seconds locked today"),
            attention_times=lambda: w("locks today"),
            attention_ended_s_ago=lambda: w("last lock, s ago"),
            continuing_left_s=lambda: w("a lock goes on"),
        )
        return used


class Choices:
    """What the pupil chose for this; to every other question the answer was yes."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop, w = laptop, laptop.w
        script, dialog = Method.DEMO_SCRIPT, Method.AGENT_DIALOG
        self._choice: ConsentFact = asked(
            ConsentFact,
            state=lambda: CHOICES[w("choice")],
            valid_until=lambda: laptop.end("the choice"),
            method=lambda: script if w("a demo's script chose") else dialog,
        )

    def get(self, purpose: Purpose) -> ConsentFact | None:
        """Give the choice for one purpose."""
        if purpose not in PICTURES:
            return None
        if purpose is not self._laptop.purpose:
            return ConsentFact(ConsentState.GIVEN, self._laptop.now + FAR)
        return None if self._laptop.w("choice") == "none" else self._choice


class PaperWorld:
    """The papers of today, or those of the lesson's start."""

    def __init__(self, laptop: Laptop, which: str) -> None:
        self._laptop, self._which = laptop, f"{which}: "

    def _says(self, what: str) -> Any:  # noqa: ANN401 -- words and numbers
        return self._laptop.w(self._which + what)

    def minutes(self, what: str) -> timedelta:
        """Give a time to go."""
        return MINUTE * int(self._says(what))

    def _ends(self, what: str) -> datetime:
        return self._laptop.end(self._which + what)

    def _last_day(self, of: str) -> date:
        return self._laptop.last_day(self._which + of)

    @property
    def _now(self) -> datetime:
        return self._laptop.now

    @property
    def _picture(self) -> str:
        """Name the power asked for, or a picture: a slip can name no other power."""
        purpose = self._laptop.purpose
        return purpose.value if purpose in PICTURES else "view"

    @property
    def _other_picture(self) -> str:
        return "show" if self._picture == "view" else "view"

    @cached_property
    def papers(self) -> Papers:
        """Give the papers."""
        trust, charter = self._trust(), self._charter()
        sheet, slip = self._sheet(), self._slip()
        papers: Papers = asked(
            Papers,
            trust=lambda: trust,
            charter=lambda: charter,
            sheet=lambda: sheet,
            slip=lambda: slip,
            zone=lambda: BRUSSELS,
        )
        return papers

    def _trust(self) -> object:
        demo, school = SchoolKind.DEMO, SchoolKind.SCHOOL
        too_new = "the trust asks a newer program"
        return asked(
            Trust,
            kind=lambda: demo if self._says("it is a demo") else school,
            not_after=lambda: self._ends("the trust"),
            min_version=lambda: LAW_VERSION + self._says(too_new),
            school=lambda: ID,
            office=lambda: "0f",
            dpo=lambda: "d0",
        )

    def _charter(self) -> object:
        begins, left = "the charter begins in, s", "the charter's hours, minutes left"
        last_day = self._last_day
        council = asked(Council, valid_until=lambda: last_day("the council's word"))
        return asked(
            Charter,
            effective=lambda: self._now + timedelta(seconds=self._says(begins)),
            not_after=lambda: self._ends("the charter"),
            council=lambda: council,
            review_by=lambda: last_day("the review"),
            holidays=lambda: holidays(self._says("the slot"), self._now.date()),
            hours=lambda: hours(
                self._says("the charter's hours"), self._now, self.minutes(left)
            ),
            purposes=self._purposes,
            reason_codes=lambda: self._reasons("pictures"),
            attention_reasons=lambda: self._reasons("locks"),
            overview_width_px=lambda: self._says("overview px"),
        )

    def _purposes(self) -> list[object]:
        left_out = self._says("the charter leaves this out")
        mine = self._laptop.purpose
        return [x for one, x in self._all_purposes if not (left_out and one is mine)]

    @cached_property
    def _all_purposes(self) -> list[tuple[Purpose, object]]:
        caps = asked(
            Caps,
            seconds=lambda: self._says("at most seconds"),
            slot_seconds=lambda: self._says("at most seconds a day"),
            times=lambda: self._says("at most times"),
        )
        return [
            (
                one,
                asked(
                    CharterPurpose,
                    purpose=lambda one=one: one,  # type: ignore[misc]
                    caps=lambda: caps,
                ),
            )
            for one in Purpose
        ]

    def _reasons(self, of: str) -> tuple[ReasonCode, ...]:
        wanted = "locks" if self._laptop.w("act") == "attention" else "pictures"
        has_it = {
            "listed": of == wanted,
            "in the other list": of != wanted,
            "unknown": False,
        }[self._says("the reason is")]
        return reasons("why" if has_it else "else", f"{self._which[:-2]}, {of}")

    def _sheet(self) -> object:
        bell = "minutes to the bell"
        return asked(
            ClassSheet,
            not_after=lambda: self._ends("the class sheet"),
            teachers=self._teachers,
            slots=lambda: slots(self._says("the slot"), self._now, self._says(bell)),
            extra=lambda: extra(self._says("the slot"), self._now, self._says(bell)),
        )

    def _teachers(self) -> tuple[ClassTeacher, ...]:
        has_it = self._says("the teacher has the class")
        last = self._last_day("the teacher's days") if has_it == "now" else None
        return teachers(has_it, self._now.date(), last)

    def _slip(self) -> object:
        no, alone = "guardian says no to", "the pupil decides alone"
        yes = self._guardians_yes()
        return asked(
            Slip,
            not_after=lambda: self._ends("the slip"),
            opt_outs=lambda: self._named("opted out of"),
            guardian_no=lambda: self._named(no),
            guardian=lambda: (
                () if self._says("guardian says yes to") == "nothing" else (yes,)
            ),
            exempt_attention=lambda: self._says("exempt from locks"),
            decider_from=lambda: self._now.date() + DAY * (not self._says(alone)),
        )

    def _named(self, what: str) -> tuple[str, ...]:
        says = self._says(what)
        if says == "nothing":
            return ()
        return (self._picture if says == "this" else self._other_picture,)

    def _guardians_yes(self) -> object:
        says = "guardian says yes to"
        body = asked(
            Widening,
            purpose=lambda: (
                self._other_picture if self._says(says) == "another" else self._picture
            ),
            school=lambda: "" if self._says(says) == "this, elsewhere" else ID,
            not_after=lambda: self._ends("the guardian's yes"),
        )
        return asked(
            SignedWidening,
            body=lambda: body,
            is_signed=lambda: (
                lambda office, dpo: (
                    (office, dpo) == (b"\x0f", b"\xd0")
                    and self._says(says) != "this, with one signature"
                )
            ),
        )


@lru_cache
def reasons(code: str, words: str) -> tuple[ReasonCode, ...]:
    """Give a list of one reason, whose words say what they are."""
    said = {lang.value: f"{words}, {lang}" for lang in Lang}
    return (ReasonCode(code=code, **said),)


@lru_cache
def holidays(says: str, today: date) -> tuple[Holiday, ...]:
    """Give the holidays: one that ends today, or one that begins tomorrow."""
    if says == "on a holiday":
        return (Holiday(starts=today - DAY, ends=today),)
    return (Holiday(starts=today + DAY, ends=today + 9 * DAY),)


@lru_cache
def hours(says: str, now: datetime, left: timedelta) -> Hours:
    """Give the charter's hours."""
    last, days = now + left, tuple(Day)
    starts, ends = "00:00", f"{last:%H:%M}" if last.day == now.day else "24:00"
    match says:
        case "another day":
            days = tuple(one for one in Day if one.number != now.weekday())
        case "over":
            ends = f"{now:%H:%M}"
        case "to come":
            starts, ends = f"{now + MINUTE:%H:%M}", "24:00"
    return Hours(days=days, starts=starts, ends=ends)


@lru_cache
def teachers(has_it: str, today: date, last: date | None) -> tuple[ClassTeacher, ...]:
    """Give the teachers of the class: a colleague, and most times the one who asks."""
    people = {COLLEAGUE: (today - 9 * DAY, today)}
    if last is not None:
        people[TEACHER] = (today - 9 * DAY, last)
    if has_it == "from tomorrow":
        people[TEACHER] = (today + DAY, today + 9 * DAY)
    return tuple(
        ClassTeacher(teacher=who, name=who, starts=starts, ends=ends)
        for who, (starts, ends) in people.items()
    )


@lru_cache
def slots(says: str, now: datetime, bell: int) -> tuple[Slot, ...]:
    """Give the weekly lessons."""
    if says == "of one day":
        return ()
    hidden = says == "hidden by one of one day"
    lessons = _lessons("weekly" if hidden else says, now, bell)
    return tuple(Slot(**one, weekday=tuple(Day)[now.weekday()]) for one in lessons)


@lru_cache
def extra(says: str, now: datetime, bell: int) -> tuple[ExtraSlot, ...]:
    """Give the lessons of one day."""
    if says not in {"of one day", "hidden by one of one day"}:
        return ()
    return tuple(ExtraSlot(**one, day=now.date()) for one in _lessons(says, now, bell))


def _lessons(says: str, now: datetime, bell: int) -> Iterator[dict[str, Any]]:
    if says == "none":
        return
    wanted = {"slot": SLOT, "teachers": (TEACHER,), "subject": "x"}
    starts, ends = now - 20 * MINUTE, now + bell * MINUTE
    match says:
        case "a colleague's":
            wanted |= {"teachers": (COLLEAGUE,)}
        case "another one" | "hidden by one of one day":
            wanted |= {"slot": OTHER_SLOT}
        case "over":
            ends = now
        case "to come":
            starts = now + MINUTE
    yield {**wanted, "starts": f"{starts:%H:%M}", "ends": f"{ends:%H:%M}"}


def roads(answers: Answers) -> Iterator[Road]:
    """Walk every road; it is one object all along, so look before going on."""
    road = Road(answers)
    while True:
        yield road
        if not road.next():
            return
