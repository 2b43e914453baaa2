# SPDX-License-Identifier: GPL-3.0-or-later
"""One laptop's law on a table: real papers, clocks and choices, and what is true.

The papers are signed, sealed and judged by the real shelf; the choices go by the real
table and the clocks by the real watch. Beside them the scene keeps what was published,
said and done, and answers the questions of tests/consent/reference.py from that, with a
calendar of its own. decide() is never asked what is true.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeVar

from consent import clock
from consent.clock import ClockWatch
from consent.decision import Grant, Refusal, decide
from consent.documents.charter import Caps, Charter
from consent.documents.classes import ExtraSlot, Slot
from consent.documents.signed import Kind, SignedPaper
from consent.documents.widening import SignedWidening
from consent.facts import CapsUsed, ConsentFact, Facts, LessonFacts, Request
from consent.lifecycle import START, Answer, ConsentEvent, ConsentState, next_state
from consent.network import InterfaceFacts, on_school_network
from consent.purpose import PICTURES, Purpose
from consent.shelf.held import Accepted
from tests.consent.reference import WHOLE_LAW
from tests.fakes.papers import BRUSSELS, DAY
from tests.fakes.school import School, make_school

MONDAY: Final = datetime(2027, 3, 22, 10, 20, tzinfo=BRUSSELS).astimezone(UTC)
SUMMER: Final = datetime(2027, 3, 28, 1, tzinfo=UTC)  # from here on it is 2 h later
WINTER: Final = datetime(2027, 10, 31, 1, tzinfo=UTC)
POWERS: Final = {"lesson": None, **{one.value: one for one in Purpose}}
YEAR_END: Final = datetime(2027, 8, 31, 21, tzinfo=UTC)
LAN: Final = InterfaceFacts("eth0", frozenset({"eth0"}))
LINKS: Final = {  # own, peer, interface; and the networks both ends lie in
    "in class": ("10.20.1.5", "10.20.1.9", LAN, {"10.20.0.0/16", "10.20.1.0/24"}),
    "in the next room": ("10.20.1.5", "10.20.7.9", LAN, {"10.20.0.0/16"}),
    "at home": ("192.168.1.5", "192.168.1.9", LAN, set[str]()),
    "by a tunnel": ("10.20.1.5", "10.20.1.9", InterfaceFacts("wg0"), set[str]()),
}
Change = dict[str, Any]  # of the fields of one paper
HELD: Final = {
    Kind.TRUST: "trust",
    Kind.CHARTER: "charter",
    Kind.CLASS: "sheet",
    Kind.REVOCATIONS: "revocations",
    Kind.SLIP: "slips",
}


@dataclass
class Choice:
    """What the pupil said of one picture."""

    state: ConsentState = START
    until: datetime = YEAR_END
    given_before: bool = False


@dataclass
class Said:
    """What is so, apart from papers and clocks."""

    choices: dict[Purpose, Choice] = field(
        default_factory=lambda: {one: Choice() for one in sorted(PICTURES)}
    )
    flags: dict[str, bool] = field(
        default_factory=lambda: dict.fromkeys(
            (
                "the console logged it first",
                "the laptop can write it down",
                "the pupil's session is here",
                "the indicator is visible",
                "the notice was shown",
                "the certificate is a teacher's",
                "a reason is given",
            ),
            True,
        )
    )
    link: str = "in class"
    paused: bool = False
    answer: bool | None = True
    offered: bool = False
    alone: bool = False
    asked_s: int = 60
    used: CapsUsed = field(default_factory=CapsUsed)
    teacher: int = 0
    slot: int = 0


@dataclass(frozen=True)
class Begun:
    """The lesson that is open."""

    facts: LessonFacts
    papers: School


class Scene:
    """One laptop, one pupil, two teachers, and the school's publications."""

    def __init__(self) -> None:
        self.school = make_school(MONDAY)
        self.base = self.school
        self.held = self.school
        self.set_of: School | None = None
        self.set_issued = MONDAY
        self.now, self.boot_s = MONDAY, 1_000.0
        self.shelf = self.school.empty_shelf()
        self.watch = ClockWatch(self.now, self.boot_s)
        self.off_s, self.doubted_at = 0.0, -1
        self.said, self.lesson = Said(), None  # type: Said, Begun | None
        self.deliver(self.school.papers_for())

    # --- what happens

    def publish(
        self, changes: Mapping[str, Change], *, without: Iterable[Kind] = ()
    ) -> None:
        """Sign papers anew and bring them, or all but some of them."""
        self.school = self.school.newer(**changes)
        left_out = set(without)
        papers = [one for one in self.school.papers_for() if one.kind not in left_out]
        self.deliver(papers)

    def renew(self) -> None:
        """Publish again what there is, with a set of today."""
        dates = {"issued": _whole(self.now), "not_after": _whole(self.now) + 6 * DAY}
        self.publish({"set": dates})

    def deliver(self, papers: list[SignedPaper]) -> None:
        """Bring papers; what the shelf takes is held."""
        for answer in self.shelf.accept_all(papers, self.now):
            if not isinstance(answer, Accepted):
                continue
            if answer.kind is Kind.SET:
                self._set_came(answer.serial)
            elif answer.kind in HELD:
                name = HELD[answer.kind]
                self.held = replace(self.held, **{name: getattr(self.school, name)})

    def _set_came(self, serial: int) -> None:
        self.set_of = self.school
        issued = self.shelf.sets[self.class_id].issued
        self.watch = self.watch.set_came(serial, issued, self.now)
        may_lag = timedelta(seconds=120)
        if self.doubted_at < serial and issued <= self.now + may_lag:
            self.doubted_at = -1

    @property
    def _serial(self) -> int:
        found = self.shelf.sets.get(self.class_id)
        return found.serial if found else 0

    def pass_time(self, seconds: float) -> None:
        """Let both clocks run."""
        self.now += timedelta(seconds=seconds)
        self.boot_s += seconds
        self.watch = self.watch.looked(self.now, self.boot_s, self._serial)

    def set_clock(self, seconds: float) -> None:
        """Set the wall clock ahead or back."""
        self.now += timedelta(seconds=seconds)
        self.off_s += seconds
        if abs(self.off_s) > 120:
            self.off_s, self.doubted_at = 0.0, self._serial
        self.watch = self.watch.looked(self.now, self.boot_s, self._serial)

    def restart(self) -> None:
        """Start the laptop anew: papers and choices are on disk, a lesson is not."""
        papers, pending = self.shelf.papers(), self.shelf.pending()
        self.shelf = self.school.empty_shelf()
        self.shelf.restore(papers, self.now, pending)
        self.watch = ClockWatch(self.now, self.boot_s)
        self.off_s, self.doubted_at = 0.0, -1
        self.lesson = None

    def choose(
        self, purpose: Purpose, event: ConsentEvent, *, new_year: bool = False
    ) -> None:
        """Let something happen to a choice."""
        choice = self.said.choices[purpose]
        after = next_state(
            choice.state, event, given_before=choice.given_before, new_year=new_year
        )
        if not isinstance(after, Answer):
            choice.state = after
            choice.given_before = choice.given_before or after.allows

    def start_lesson(self) -> None:
        """Start the named lesson, if the law lets it."""
        if isinstance(self.decide("lesson"), Grant):
            papers = self.shelf.papers_of(self.class_id)
            who = self.school.teachers[self.said.teacher].fingerprint
            facts = LessonFacts(self.school.lesson_id, who, self.slot_id, papers)
            self.lesson = Begun(facts, self.held)

    # --- what decide() is given

    @property
    def class_id(self) -> str:
        """Give the class."""
        return self.base.class_id

    @property
    def slot_id(self) -> str:
        """Give the lesson that is named: the first of the day, or the one after."""
        return self.base.sheet.slots[self.said.slot].slot

    def request(self, act: str) -> Request:
        """Give what is asked."""
        has_reason = self.said.flags["a reason is given"]
        purpose = POWERS[act]
        is_lock = purpose is Purpose.ATTENTION
        return Request(
            purpose=purpose,
            teacher_fp=self.school.teachers[self.said.teacher].fingerprint,
            class_id=self.class_id,
            slot_id=self.slot_id,
            lesson_id=self.school.lesson_id,
            reason_code=("explain" if is_lock else "help") if has_reason else "",
            seconds=self.said.asked_s,
            pupil_alone=self.said.alone,
            offered=self.said.offered,
        )

    def facts(self) -> Facts:
        """Give what the laptop knows."""
        flags, said, door = self.said.flags, self.said, self.shelf.door
        own, peer, interface, _ = LINKS[said.link]
        is_plausible = clock.plausible(self.now, None, self.shelf.newest_issued)
        return Facts(
            shelf=self.shelf,
            class_id=self.class_id,
            teacher=replace(
                self.base.teacher_facts(said.teacher),
                role_ok=flags["the certificate is a teacher's"],
            ),
            clock_ok=is_plausible and not self.watch.is_doubted,
            network_ok=on_school_network(
                own, peer, interface, door.cidrs if door else (), demo=False
            ),
            open_lesson=self.lesson.facts if self.lesson else None,
            logged_first=flags["the console logged it first"],
            ledger_ok=flags["the laptop can write it down"],
            session_ok=flags["the pupil's session is here"],
            indicator_ok=flags["the indicator is visible"],
            notice_shown=flags["the notice was shown"],
            consent={
                one: ConsentFact(choice.state, choice.until)
                for one, choice in said.choices.items()
            },
            paused=said.paused,
            caps=said.used,
            event_yes=said.answer,
        )

    def decide(self, act: str) -> Grant | Refusal:
        """Ask the law."""
        return decide(self.request(act), self.facts(), self.now)

    def decide_all(self) -> dict[str, Grant | Refusal]:
        """Ask the law for every act."""
        return {act: self.decide(act) for act in WHOLE_LAW}

    def truth(self, act: str) -> "Truth":
        """Give what is true where this act is asked for."""
        return Truth(self, act)


class Truth:
    """Answers the reference's questions about a scene, for one act."""

    def __init__(self, scene: Scene, act: str) -> None:
        self.scene, self.act = scene, act

    def __call__(self, question: str, /) -> Any:  # noqa: ANN401 -- words and numbers
        """Say what is so."""
        which, _, rest = question.rpartition(": ")
        if which:
            return self._of_papers(self.papers(which), rest)
        if question in self.scene.said.flags:
            return self.scene.said.flags[question]
        if question == "the certificate ends":
            return self.left_s(self.certificate_ends)
        if question == "the choice ends":
            return self.left_s(self.choice.until)
        return OF_THE_SCENE[question](self)

    def papers(self, which: str) -> School:
        """Give today's papers, or those of the lesson's start."""
        if which != "lesson":
            return self.scene.held
        assert self.scene.lesson
        return self.scene.lesson.papers

    def instant(self, end: str) -> datetime:
        """Say when one of the ends is that the reference names."""
        which, _, what = end.rpartition(": ")
        papers = self.papers(which)
        if what in DAYS:
            return self._midnight_after(DAYS[what](self, papers))
        if what in LIVES:
            return LIVES[what](self, papers)
        return INSTANTS[what](self, papers)

    def _of_papers(self, papers: School, question: str) -> Any:  # noqa: ANN401
        day = question.removesuffix(", days left")
        if day in DAYS:
            return (DAYS[day](self, papers) - self.local.date()).days
        life = question.removesuffix(" ends")
        if life in LIVES:
            return self.left_s(LIVES[life](self, papers))
        return OF_PAPERS[question](self, papers)

    # --- calendar

    @property
    def local(self) -> datetime:
        """Give what a clock on the school's wall says."""
        now = self.scene.now
        hours = 2 if SUMMER <= now < WINTER else 1
        return now.replace(tzinfo=None) + timedelta(hours=hours)

    @property
    def reading(self) -> str:
        """Give it as papers write it."""
        return f"{self.local:%H:%M}"

    def at(self, reading: str) -> datetime:
        """Give the instant of a reading of today."""
        hour, minute = int(reading[:2]), int(reading[3:])
        midnight = self.local.replace(hour=0, minute=0, second=0, microsecond=0)
        later = midnight + timedelta(hours=hour, minutes=minute) - self.local
        return self.scene.now + later

    def _midnight_after(self, day: date) -> datetime:
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) + DAY
        is_summer = SUMMER <= midnight < WINTER
        return midnight - timedelta(hours=2 if is_summer else 1)

    def left_s(self, end: datetime) -> float:
        """Count the seconds to an instant."""
        return (end - self.scene.now).total_seconds()

    @property
    def moment(self) -> str:
        """Say what sort of moment it is."""
        if self.local.weekday() > 4:
            return "weekend"
        return "school day" if "07:00" <= self.reading < "18:00" else "evening"

    def running(self, papers: School) -> Slot | ExtraSlot | None:
        """Find the lesson that is now, by these papers."""
        today, sheet = self.local.date(), papers.sheet
        weekday = ("mo", "tu", "we", "th", "fr", "sa", "su")[today.weekday()]
        if any(x.starts <= today <= x.ends for x in papers.charter.holidays):
            return None
        some: list[Slot | ExtraSlot] = [x for x in sheet.extra if x.day == today]
        some += [x for x in sheet.slots if x.weekday.value == weekday]
        return next((x for x in some if x.starts <= self.reading < x.ends), None)

    # --- people and papers

    @property
    def teacher(self) -> str:
        """Give the certificate of who asks."""
        return self.scene.school.teachers[self.scene.said.teacher].fingerprint

    @property
    def certificate_ends(self) -> datetime:
        """Say when it ends."""
        return self.scene.base.teacher_facts().not_after

    @property
    def choice(self) -> Choice:
        """Give what the pupil said of this."""
        return self.scene.said.choices[Purpose(self.act)]

    @property
    def is_clock_believed(self) -> bool:
        """Say whether no jump is unanswered and nothing known lies ahead."""
        seen = self.scene.shelf.newest_issued
        assert seen
        return self.scene.doubted_at < 0 and self.left_s(seen) <= 120

    @property
    def fresh_until(self) -> datetime:
        """Say when the papers stop being fresh by themselves."""
        held, current = self.scene.held, self.scene.shelf.sets[self.scene.class_id]
        days = timedelta(days=held.charter.set_days)
        ends = (held.sheet.not_after, held.slips[0].not_after)
        return min(current.not_after, current.issued + days, *ends)

    @property
    def is_fresh(self) -> bool:
        """Say whether the papers held are those of the set held."""
        named, held = self.scene.set_of, self.scene.held
        assert named
        are_named = all(getattr(named, x) == getattr(held, x) for x in HELD.values())
        return are_named and self.left_s(self.fresh_until) > 0

    def slot(self, papers: School) -> str:
        """Say whether the lesson that is now is the one named, and this teacher's."""
        lesson = self.running(papers)
        if lesson is None:
            return "none"
        who = self.scene.school.teachers[self.scene.said.teacher].id
        is_it = lesson.slot == self.scene.slot_id and who in lesson.teachers
        return "weekly" if is_it else "another one"

    def reason(self, charter: Charter) -> str:
        """Say whether the charter has the reason that is given."""
        is_lock = self.act == "attention"
        some = charter.attention_reasons if is_lock else charter.reason_codes
        wanted = "explain" if is_lock else "help"
        return "listed" if wanted in {x.code for x in some} else "unknown"

    def this(self, some: Iterable[str]) -> str:
        """Say whether what is asked for is among these."""
        return "this" if self.act in some else "nothing"

    def caps(self, papers: School) -> Caps:
        """Give the charter's limits of what is asked for."""
        found = (x.caps for x in papers.charter.purposes if x.purpose.value == self.act)
        return next(found)

    def guardians_yes(self, papers: School) -> SignedWidening | None:
        """Find what a guardian signed for this."""
        some = papers.slips[0].guardian
        return next((x for x in some if x.body.purpose == self.act), None)

    def is_signed(self, papers: School) -> bool:
        """Say whether the office and the DPO signed it too."""
        yes = self.guardians_yes(papers)
        return yes is not None and len(yes.sigs) == 2

    def guardians_end(self, papers: School) -> datetime:
        """Say when it ends."""
        yes = self.guardians_yes(papers)
        assert yes
        return yes.body.not_after

    def bell(self, papers: School) -> datetime:
        """Say when the lesson that is now ends."""
        lesson = self.running(papers)
        assert lesson
        return self.at(lesson.ends)


T = TypeVar("T")
OfPapers = Mapping[str, Callable[[Truth, School], T]]

DAYS: Final[OfPapers[date]] = {
    "the council's word": lambda _, p: p.charter.council.valid_until,
    "the review": lambda _, p: p.charter.review_by,
    "the teacher's days": lambda t, p: p.sheet.teachers[t.scene.said.teacher].ends,
}
LIVES: Final[OfPapers[datetime]] = {
    "the trust": lambda _, p: p.trust.not_after,
    "the class sheet": lambda _, p: p.sheet.not_after,
    "the slip": lambda _, p: p.slips[0].not_after,
    "the charter": lambda _, p: p.charter.not_after,
    "the guardian's yes": Truth.guardians_end,
}
INSTANTS: Final[OfPapers[datetime]] = {
    "the bell": Truth.bell,
    "the charter's hours": lambda t, p: t.at(p.charter.hours.ends),
    "the compiled hours": lambda t, _: t.at("18:00"),
    "the certificate": lambda t, _: t.certificate_ends,
    "the set": lambda t, _: t.fresh_until,
    "the choice": lambda t, _: t.choice.until,
}
OF_PAPERS: Final[OfPapers[Any]] = {
    "it is a demo": lambda *_: False,
    "the trust asks a newer program": lambda _, p: p.trust.min_version > 1,
    "the charter begins in, s": lambda t, p: int(t.left_s(p.charter.effective) > 0),
    "the teacher has the class": lambda *_: "now",
    "the slot": Truth.slot,
    "the charter's hours": lambda t, p: (
        "now" if p.charter.hours.starts <= t.reading < p.charter.hours.ends else "over"
    ),
    "the reason is": lambda t, p: t.reason(p.charter),
    "the charter leaves this out": lambda t, p: (
        t.act not in {x.purpose.value for x in p.charter.purposes}
    ),
    "opted out of": lambda t, p: t.this(p.slips[0].opt_outs),
    "guardian says no to": lambda t, p: t.this(p.slips[0].guardian_no),
    "the pupil decides alone": lambda t, p: p.slips[0].decider_from <= t.local.date(),
    "guardian says yes to": lambda t, p: "this" if t.is_signed(p) else "nothing",
    "exempt from locks": lambda _, p: p.slips[0].exempt_attention,
    "overview px": lambda _, p: p.charter.overview_width_px,
    "at most seconds": lambda t, p: t.caps(p).seconds,
    "at most seconds a day": lambda t, p: t.caps(p).slot_seconds,
    "at most times": lambda t, p: t.caps(p).times,
}
OF_THE_SCENE: Final[Mapping[str, Callable[[Truth], Any]]] = {
    "act": lambda t: t.act,
    "the moment": lambda t: t.moment,
    "the clock can be believed": lambda t: t.is_clock_believed,
    "a trust is held": lambda _: True,
    "the papers are whole": lambda _: True,
    "it is this laptop's class": lambda _: True,
    "the teacher's own key signed": lambda _: True,
    "it was revoked": lambda t: t.teacher in t.scene.held.revocations.fingerprints,
    "the set is fresh": lambda t: t.is_fresh,
    "both are on the school's network": lambda t: bool(
        LINKS[t.scene.said.link][3] & set(t.scene.held.charter.cidrs)
    ),
    "a lesson is open": lambda t: t.scene.lesson is not None,
    "the open lesson is the one named": lambda _: True,
    "the lesson kept its papers": lambda _: True,
    "it is in the slot named": lambda t: (
        t.scene.lesson is not None and t.scene.lesson.facts.slot_id == t.scene.slot_id
    ),
    "the open lesson is another teacher's": lambda t: (
        t.scene.lesson is not None and t.scene.lesson.facts.teacher_fp != t.teacher
    ),
    "choice": lambda t: t.choice.state.value,
    "a demo's script chose": lambda _: False,
    "the pupil offered it": lambda t: t.scene.said.offered,
    "paused": lambda t: t.scene.said.paused,
    "answer to this look": lambda t: t.scene.said.answer,
    "this pupil alone": lambda t: t.scene.said.alone,
    "seconds asked": lambda t: t.scene.said.asked_s,
    "seconds looked at today": lambda t: t.scene.said.used.view_s,
    "seconds locked today": lambda t: t.scene.said.used.attention_s,
    "locks today": lambda t: t.scene.said.used.attention_times,
    "last lock, s ago": lambda t: t.scene.said.used.attention_ended_s_ago,
    "a lock goes on": lambda t: t.scene.said.used.continuing_left_s,
    "the pupil reads": lambda _: "nl",
}


def _whole(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)
