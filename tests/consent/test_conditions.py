# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.conditions: each condition alone refuses, with exactly its own reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import combinations

import msgspec
import pytest

from consent.conditions import CONDITIONS, attention_seconds_left, case_of
from consent.decision import Grant, Refusal, decide
from consent.documents.charter import Caps, CharterPurpose, Hours, LegalBasis
from consent.documents.classes import ClassTeacher, ExtraSlot, Slot
from consent.documents.fields import Day
from consent.documents.signed import Signer
from consent.facts import CapsUsed, ConsentFact, Facts, LessonFacts, Request
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import PICTURES, Purpose
from consent.reason import Reason
from consent.shelf.shelf import Shelf
from tests.fakes.papers import DAY
from tests.fakes.place import ELSEWHERE, laptop_in
from tests.fakes.school import NOW, School, make_school

SCHOOL = make_school()
SHELF = SCHOOL.shelf_for()
TODAY = NOW.date()
ASKS = [None, *Purpose]
NOT_LESSON = list(Purpose)
LOOKS = sorted(PICTURES)


@dataclass(frozen=True)
class World:
    """All that one decision is made from."""

    school: School
    request: Request
    facts: Facts
    now: datetime = NOW

    def asked(self, **changes: object) -> "World":
        """Change the request."""
        return replace(self, request=replace(self.request, **changes))  # type: ignore[arg-type]

    def knowing(self, **changes: object) -> "World":
        """Change the facts."""
        return replace(self, facts=replace(self.facts, **changes))  # type: ignore[arg-type]

    def papers(self, **changes: dict[str, object]) -> "World":
        """Change the papers, signed and named anew."""
        school = self.school.changed(**changes)
        return replace(self, school=school).knowing(shelf=school.shelf_for())

    def decide(self) -> Grant | Refusal:
        """Decide."""
        return decide(self.request, self.facts, self.now)


def yes(purpose: Purpose | None) -> World:
    """Give the world in which this is allowed."""
    return World(SCHOOL, SCHOOL.request(purpose), SCHOOL.facts(shelf=SHELF))


def stale(world: World) -> World:
    """Hold a slip that the set does not name."""
    return world.papers(set={"slips": {}})


def without(world: World) -> World:
    """Take the purpose out of the charter."""
    purposes = tuple(
        CharterPurpose(purpose=one, legal_basis=LegalBasis.CONSENT, caps=Caps())
        for one in Purpose
        if one is not world.request.purpose
    )
    return world.papers(charter={"purposes": purposes})


def lesson(world: World, **changes: object) -> World:
    """Change the lesson that is open."""
    before = world.facts.open_lesson
    assert before
    return world.knowing(open_lesson=replace(before, **changes))  # type: ignore[arg-type]


def choice(world: World, **changes: object) -> World:
    """Change what the pupil chose, for all purposes."""
    chosen = {
        purpose: replace(fact, **changes)  # type: ignore[arg-type]
        for purpose, fact in world.facts.consent.items()
    }
    return world.knowing(consent=chosen)


def teacher(world: World, **changes: object) -> World:
    """Change what is known of the teacher."""
    return world.knowing(teacher=replace(world.facts.teacher, **changes))  # type: ignore[arg-type]


def at_weekend(world: World) -> World:
    """Put a lesson on a Saturday, by a charter that would allow it."""
    saturday = NOW + 5 * DAY
    slot = msgspec.structs.replace(SCHOOL.sheet.slots[0], weekday=Day.SATURDAY)
    hours = Hours(days=tuple(Day), starts="00:00", ends="24:00")
    moved = world.papers(charter={"hours": hours}, sheet={"slots": (slot,)})
    return replace(moved, now=saturday)


def after_hours(world: World) -> World:
    """Hold a class sheet older than a charter that now ends the day at ten."""
    hours = Hours(days=tuple(Day)[:5], starts="08:00", ends="10:00")
    school = SCHOOL.changed(charter={"hours": hours})
    return world.knowing(shelf=school.shelf_charter_last())


def empty_caps(world: World) -> World:
    """Use all of today's time."""
    return world.knowing(caps=CapsUsed(view_s=600, attention_s=600, attention_times=3))


Flip = Callable[[World], World]
FLIPS: dict[str, tuple[Reason, Sequence[Purpose | None], Flip]] = {
    "clock": (Reason.CLOCK, ASKS, lambda w: w.knowing(clock_ok=False)),
    "no papers at all": (
        Reason.TRUST,
        ASKS,
        lambda w: w.knowing(shelf=w.school.empty_shelf()),
    ),
    "trust over": (
        Reason.TRUST,
        ASKS,
        lambda w: replace(w, now=w.school.trust.not_after),
    ),
    "trust for a newer program": (
        Reason.TRUST,
        ASKS,
        lambda w: w.papers(trust={"min_version": 2}),
    ),
    "revoked": (
        Reason.REVOKED,
        ASKS,
        lambda w: w.papers(
            revocations={"fingerprints": (w.facts.teacher.fingerprint,)}
        ),
    ),
    "not a teacher": (Reason.ROLE, ASKS, lambda w: teacher(w, role_ok=False)),
    "certificate over": (Reason.ROLE, ASKS, lambda w: teacher(w, not_after=NOW)),
    "signed by another": (Reason.ROLE, ASKS, lambda w: w.asked(teacher_fp="0" * 64)),
    "stale": (Reason.PAPERS, ASKS, stale),
    "set over": (
        Reason.PAPERS,
        ASKS,
        lambda w: w.knowing(shelf=_dead_set(w.school)),
    ),
    "review overdue": (
        Reason.CHARTER,
        ASKS,
        lambda w: w.papers(charter={"review_by": TODAY - DAY}),
    ),
    "charter not begun": (
        Reason.CHARTER,
        ASKS,
        lambda w: w.papers(charter={"effective": NOW + DAY}),
    ),
    "another class": (
        Reason.CLASS_OR_TEACHER,
        ASKS,
        lambda w: w.asked(class_id="f" * 32),
    ),
    "not of this class": (
        Reason.CLASS_OR_TEACHER,
        ASKS,
        lambda w: teacher(w, id="f" * 32),
    ),
    "substitute of yesterday": (
        Reason.CLASS_OR_TEACHER,
        ASKS,
        lambda w: w.papers(sheet={"teachers": _ended_yesterday(w.school)}),
    ),
    "another slot": (Reason.SLOT, ASKS, lambda w: w.asked(slot_id="f" * 32)),
    "after the bell": (
        Reason.SLOT,
        ASKS,
        lambda w: replace(w, now=NOW + timedelta(minutes=50)),
    ),
    "a colleague's slot": (
        Reason.SLOT,
        ASKS,
        lambda w: w.papers(sheet={"slots": _of_the_other(w.school)}),
    ),
    "weekend": (Reason.FLOOR, ASKS, at_weekend),
    "outside the school's hours": (Reason.FLOOR, ASKS, after_hours),
    "network": (Reason.NETWORK, ASKS, lambda w: w.knowing(network_ok=False)),
    "no lesson": (Reason.LESSON, NOT_LESSON, lambda w: w.knowing(open_lesson=None)),
    "another lesson": (
        Reason.LESSON,
        NOT_LESSON,
        lambda w: w.asked(lesson_id="f" * 32),
    ),
    "a lesson of another slot": (
        Reason.LESSON,
        NOT_LESSON,
        lambda w: lesson(w, slot_id="f" * 32),
    ),
    "another's lesson": (
        Reason.OTHER_TEACHER,
        ASKS,
        lambda w: lesson(w, teacher_fp="f" * 64),
    ),
    "unknown reason": (
        Reason.REASON_CODE,
        NOT_LESSON,
        lambda w: w.asked(reason_code="curious"),
    ),
    "no reason": (
        Reason.REASON_CODE,
        [*LOOKS, Purpose.ATTENTION],
        lambda w: w.asked(reason_code=""),
    ),
    "not logged": (Reason.LOGGED_FIRST, ASKS, lambda w: w.knowing(logged_first=False)),
    "ledger": (Reason.LEDGER, ASKS, lambda w: w.knowing(ledger_ok=False)),
    "session": (Reason.SESSION, NOT_LESSON, lambda w: w.knowing(session_ok=False)),
    "indicator": (Reason.INDICATOR, LOOKS, lambda w: w.knowing(indicator_ok=False)),
    "purpose off": (Reason.PURPOSE_OFF, NOT_LESSON, without),
    "no notice": (Reason.NOTICE, LOOKS, lambda w: w.knowing(notice_shown=False)),
    "opted out": (
        Reason.OPT_OUT,
        LOOKS,
        lambda w: w.papers(slip={"opt_outs": ("overview", "view", "show")}),
    ),
    "guardian's no": (
        Reason.GUARDIAN,
        LOOKS,
        lambda w: w.papers(slip={"guardian_no": ("overview", "view", "show")}),
    ),
    "under age": (
        Reason.GUARDIAN,
        LOOKS,
        lambda w: w.papers(slip={"decider_from": TODAY + DAY}),
    ),
    "never asked": (Reason.STATE, LOOKS, lambda w: w.knowing(consent={})),
    "withdrawn": (
        Reason.STATE,
        LOOKS,
        lambda w: choice(w, state=ConsentState.WITHDRAWN),
    ),
    "said by a script": (
        Reason.STATE,
        LOOKS,
        lambda w: choice(w, method=Method.DEMO_SCRIPT),
    ),
    "choice over": (Reason.EXPIRED, LOOKS, lambda w: choice(w, valid_until=NOW)),
    "paused": (Reason.PAUSED, LOOKS, lambda w: w.knowing(paused=True)),
    "caps": (
        Reason.CAP,
        [Purpose.VIEW, Purpose.SHOW, Purpose.ATTENTION],
        empty_caps,
    ),
    "this once no": (Reason.EVENT_NO, LOOKS, lambda w: w.knowing(event_yes=False)),
}


def _dead_set(school: School) -> Shelf:
    dates = {"issued": NOW - 7 * DAY, "not_after": NOW}
    return school.changed(set=dates).shelf_from_disk()


def _ended_yesterday(school: School) -> tuple[ClassTeacher, ...]:
    first, second = school.sheet.teachers
    return (msgspec.structs.replace(first, ends=TODAY - DAY), second)


def _of_the_other(school: School) -> tuple[Slot, ...]:
    return tuple(
        msgspec.structs.replace(slot, teachers=(school.teachers[1].id,))
        for slot in school.sheet.slots
    )


CASES = [
    pytest.param(reason, purpose, flip, id=f"{name}-{purpose or 'lesson'}")
    for name, (reason, purposes, flip) in FLIPS.items()
    for purpose in purposes
]


@pytest.mark.parametrize("purpose", ASKS, ids=str)
def test_where_everybody_agreed_it_is_allowed(purpose: Purpose | None) -> None:
    assert isinstance(yes(purpose).decide(), Grant)


@pytest.mark.parametrize(("reason", "purpose", "flip"), CASES)
def test_R10_one_no_is_enough_and_is_named(
    reason: Reason, purpose: Purpose | None, flip: Flip
) -> None:
    assert flip(yes(purpose)).decide() == Refusal(reason)


UNTOUCHED = [
    pytest.param(purpose, flip, id=f"{name}-{purpose or 'lesson'}")
    for name, (_, purposes, flip) in FLIPS.items()
    for purpose in ASKS
    if purpose not in purposes
]


@pytest.mark.parametrize(("purpose", "flip"), UNTOUCHED)
def test_R14_a_no_takes_nothing_else_away(purpose: Purpose | None, flip: Flip) -> None:
    """Opted out, paused, never asked: messages, hands and attention go on."""
    assert isinstance(flip(yes(purpose)).decide(), Grant)


SIMPLE = {
    name: flip
    for name, flip in FLIPS.items()
    if name
    in {
        "clock",
        "not a teacher",
        "another class",
        "another slot",
        "network",
        "no lesson",
        "another's lesson",
        "unknown reason",
        "not logged",
        "ledger",
        "session",
        "indicator",
        "no notice",
        "withdrawn",
        "choice over",
        "paused",
        "caps",
        "this once no",
    }
}


@pytest.mark.parametrize(("one", "other"), list(combinations(SIMPLE, 2)), ids=str)
def test_of_two_reasons_the_lower_number_is_named(one: str, other: str) -> None:
    first, _, flip = SIMPLE[one]
    second, _, flop = SIMPLE[other]
    if {one, other} == {"no lesson", "another's lesson"}:
        return  # no lesson is nobody's
    answer = flip(flop(yes(Purpose.VIEW))).decide()
    assert answer == Refusal(min(first, second, key=lambda reason: reason.number))


def test_the_conditions_are_all_reasons_in_order_but_exempt() -> None:
    wanted = [reason for reason in Reason if reason is not Reason.EXEMPT]
    assert [reason for reason, _ in CONDITIONS] == wanted
    assert {reason for reason, _, _ in FLIPS.values()} == set(wanted)


def test_P02_an_exempt_laptop_says_yes_without_a_curtain() -> None:
    for purpose in ASKS:
        answer = yes(purpose).papers(slip={"exempt_attention": True}).decide()
        assert isinstance(answer, Grant)
        assert answer.curtain is (purpose is not Purpose.ATTENTION)


@pytest.mark.parametrize("state", ConsentState)
def test_R19_two_states_of_ten_allow(state: ConsentState) -> None:
    answer = choice(yes(Purpose.VIEW), state=state).decide()
    allowed = state in {ConsentState.GIVEN, ConsentState.RENEWED}
    assert isinstance(answer, Grant) is allowed


@pytest.mark.parametrize("given", LOOKS)
@pytest.mark.parametrize("asked", LOOKS)
def test_R11_a_yes_for_one_purpose_enables_no_other(
    given: Purpose, asked: Purpose
) -> None:
    one = {given: ConsentFact(ConsentState.GIVEN, NOW + DAY)}
    answer = yes(asked).knowing(consent=one).decide()
    assert isinstance(answer, Grant) is (given is asked)


def test_R19_under_age_both_yeses_are_needed() -> None:
    young = {
        "decider_from": TODAY + DAY,
        "guardian": (SCHOOL.widening("view"),),
    }
    world = yes(Purpose.VIEW).papers(slip=young)
    assert isinstance(world.decide(), Grant)
    assert world.knowing(consent={}).decide() == Refusal(Reason.STATE)
    lone = {**young, "guardian": (SCHOOL.widening("view", by=(Signer.OFFICE,)),)}
    alone = yes(Purpose.VIEW).papers(slip=lone)
    assert alone.decide() == Refusal(Reason.GUARDIAN)


OFFERED = {"state", "expired"}


@pytest.mark.parametrize(("reason", "purpose", "flip"), CASES)
def test_an_offer_stands_in_for_the_standing_choice_alone(
    reason: Reason, purpose: Purpose | None, flip: Flip
) -> None:
    if purpose is not Purpose.VIEW:
        return
    answer = flip(yes(purpose).asked(offered=True)).decide()
    assert isinstance(answer, Grant) is (reason in OFFERED)


def test_only_a_view_can_be_offered() -> None:
    for purpose in (Purpose.OVERVIEW, Purpose.SHOW):
        world = yes(purpose).asked(offered=True).knowing(consent={})
        assert world.decide() == Refusal(Reason.STATE)


LESS: dict[Reason, dict[str, dict[str, object]]] = {
    Reason.CHARTER: {"charter": {"review_by": TODAY - DAY}},
    Reason.CLASS_OR_TEACHER: {"sheet": {"teachers": _ended_yesterday(SCHOOL)}},
    Reason.SLOT: {"sheet": {"slots": _of_the_other(SCHOOL)}},
    Reason.FLOOR: {
        "charter": {"hours": Hours(days=(Day.MONDAY,), starts="08:00", ends="10:00")}
    },
    Reason.REASON_CODE: {"charter": {"reason_codes": SCHOOL.charter.reason_codes[1:]}},
    Reason.PURPOSE_OFF: {"charter": {"purposes": ()}},
    Reason.OPT_OUT: {"slip": {"opt_outs": ("view",)}},
    Reason.GUARDIAN: {"slip": {"guardian_no": ("view",)}},
}


@pytest.mark.parametrize("reason", LESS)
def test_a_widening_paper_counts_from_the_next_lesson_a_narrowing_one_at_once(
    reason: Reason,
) -> None:
    less = SCHOOL.changed(**LESS[reason]).shelf_charter_last()
    began_with_less = lesson(yes(Purpose.VIEW), papers=less.papers_of(SCHOOL.class_id))
    assert began_with_less.decide() == Refusal(reason)
    began_with_more = lesson(yes(Purpose.VIEW), papers=SHELF.papers_of(SCHOOL.class_id))
    assert isinstance(began_with_more.decide(), Grant)
    assert began_with_more.knowing(shelf=less).decide() == Refusal(reason)


@pytest.mark.parametrize(
    ("starts", "ends", "has_it"),
    [
        (TODAY, TODAY, True),
        (TODAY - 4 * DAY, TODAY, True),
        (TODAY, TODAY + 4 * DAY, True),
        (TODAY - 4 * DAY, TODAY - DAY, False),
        (TODAY + DAY, TODAY + 4 * DAY, False),
    ],
)
@pytest.mark.parametrize("zone", ELSEWHERE)
def test_R22_R23_a_substitute_has_the_class_from_the_first_to_the_last_day(
    starts: date,
    ends: date,
    has_it: bool,  # noqa: FBT001
    zone: str,
) -> None:
    first, second = SCHOOL.sheet.teachers
    substitute = msgspec.structs.replace(first, starts=starts, ends=ends)
    with laptop_in(zone):
        answer = yes(Purpose.VIEW).papers(sheet={"teachers": (substitute, second)})
        said = answer.decide()
    assert isinstance(said, Grant) is has_it
    assert has_it or said == Refusal(Reason.CLASS_OR_TEACHER)


@pytest.mark.parametrize(
    ("used", "is_left"),
    [
        (CapsUsed(attention_s=599, attention_times=2, attention_ended_s_ago=60), True),
        (CapsUsed(attention_times=3), False),
        (CapsUsed(attention_times=4), False),
        (CapsUsed(attention_ended_s_ago=59.9), False),
        (CapsUsed(attention_s=600), False),
        (CapsUsed(attention_s=601), False),
        (CapsUsed(0, 600, 3, 1.0, continuing_left_s=1), True),
        (CapsUsed(continuing_left_s=0), False),
        (CapsUsed(continuing_left_s=-1), False),
    ],
)
def test_R25_a_day_holds_three_curtains_ten_minutes_and_a_minute_between(
    used: CapsUsed,
    is_left: bool,  # noqa: FBT001
) -> None:
    answer = yes(Purpose.ATTENTION).knowing(caps=used).decide()
    assert isinstance(answer, Grant) is is_left
    assert is_left or answer == Refusal(Reason.CAP)


@pytest.mark.parametrize(
    "used", [CapsUsed(attention_times=3), CapsUsed(attention_ended_s_ago=59.9)]
)
def test_R25_of_a_curtain_that_may_not_be_nothing_is_left(used: CapsUsed) -> None:
    world = yes(Purpose.ATTENTION).knowing(caps=used)
    case = case_of(world.request, world.facts, world.now)
    assert attention_seconds_left(case) == 0


def test_R22_R23_a_lesson_of_one_day_is_of_the_teacher_it_names() -> None:
    extra = ExtraSlot(
        slot="e" * 32,
        day=TODAY,
        starts="10:20",
        ends="11:10",
        subject="wiskunde",
        teachers=(SCHOOL.teachers[1].id,),
    )
    world = yes(None).papers(sheet={"extra": (extra,)}).knowing(open_lesson=None)
    weekly = world.asked(slot_id=SCHOOL.sheet.slots[0].slot)
    assert weekly.decide() == Refusal(Reason.SLOT)
    mine = world.asked(slot_id=extra.slot)
    assert mine.decide() == Refusal(Reason.SLOT)
    substitute = mine.knowing(teacher=SCHOOL.teacher_facts(1))
    substitute = substitute.asked(teacher_fp=SCHOOL.teachers[1].fingerprint)
    assert isinstance(substitute.decide(), Grant)


@pytest.mark.parametrize("name", ["trust", "sheet", "slip"])
def test_papers_of_the_lessons_start_give_no_power_once_they_ended(name: str) -> None:
    began = SHELF.papers_of(SCHOOL.class_id)
    assert began
    dead = msgspec.structs.replace(getattr(began, name), not_after=NOW)
    world = lesson(yes(Purpose.VIEW), papers=replace(began, **{name: dead}))
    assert world.decide() == Refusal(Reason.PAPERS)


def test_an_exemption_counts_at_once_and_ends_with_the_lesson() -> None:
    exempt = SCHOOL.changed(slip={"exempt_attention": True}).shelf_for()
    for began, now in ((exempt, SHELF), (SHELF, exempt)):
        papers = began.papers_of(SCHOOL.class_id)
        answer = lesson(yes(Purpose.ATTENTION).knowing(shelf=now), papers=papers)
        grant = answer.decide()
        assert isinstance(grant, Grant)
        assert not grant.curtain


def test_papers_without_a_slip_give_no_power() -> None:
    """A console's shelf is fresh without one; nobody's laptop it is."""
    world = yes(Purpose.SHARE).knowing(shelf=SCHOOL.console_shelf())
    assert world.decide() == Refusal(Reason.PAPERS)


def test_D16_a_demo_has_no_floor_and_believes_a_script() -> None:
    for hour in (2, 12, 23):
        now = NOW.replace(hour=hour) + 5 * DAY
        demo = make_school(now, kind="demo")
        facts = demo.facts(
            consent={
                Purpose.VIEW: ConsentFact(
                    ConsentState.GIVEN, now + DAY, Method.DEMO_SCRIPT
                )
            }
        )
        assert isinstance(decide(demo.request(), facts, now), Grant)


def test_a_lesson_may_be_started_again_by_the_same_teacher() -> None:
    world = yes(None).asked(lesson_id="f" * 32)
    assert isinstance(world.decide(), Grant)
    none = world.knowing(open_lesson=None)
    assert isinstance(none.decide(), Grant)


def test_share_may_come_without_a_reason_but_not_with_an_unknown_one() -> None:
    assert isinstance(yes(Purpose.SHARE).asked(reason_code="help").decide(), Grant)
    odd = yes(Purpose.SHARE).asked(reason_code="x")
    assert odd.decide() == Refusal(Reason.REASON_CODE)


def test_the_lesson_facts_default_to_todays_papers() -> None:
    assert LessonFacts("a", "b", "c").papers is None
