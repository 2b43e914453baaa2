# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.decision: how long, how wide, and never more after a no."""

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.decision import Grant, Refusal, decide
from consent.documents.charter import Caps, CharterPurpose, LegalBasis
from consent.documents.fields import Lang
from consent.facts import CapsUsed, ConsentFact, Facts, Request
from consent.lifecycle import ConsentState
from consent.purpose import PICTURES, Purpose
from consent.reason import Reason
from tests.fakes.papers import DAY
from tests.fakes.place import ELSEWHERE, laptop_in
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
SHELF = SCHOOL.shelf_for()
FACTS = SCHOOL.facts(shelf=SHELF)
ROOT = Path(__file__).parents[2]


def granted(request: Request, facts: Facts = FACTS, now: datetime = NOW) -> Grant:
    """Decide, and see it allowed."""
    answer = decide(request, facts, now)
    assert isinstance(answer, Grant), answer
    return answer


def ask(purpose: Purpose, seconds: int = 0, *, alone: bool = False) -> Request:
    """Ask for so long."""
    return SCHOOL.request(purpose, seconds=seconds, pupil_alone=alone)


def capped(purpose: Purpose, caps: Caps) -> Facts:
    """Give facts under a charter with lower limits."""
    purposes = tuple(
        CharterPurpose(
            purpose=one,
            legal_basis=LegalBasis.CONSENT,
            caps=caps if one is purpose else Caps(),
        )
        for one in Purpose
    )
    school = SCHOOL.changed(charter={"purposes": purposes})
    return replace(FACTS, shelf=school.shelf_for())


@pytest.mark.parametrize(
    ("purpose", "asked_s", "used", "given_s"),
    [
        (Purpose.OVERVIEW, 0, CapsUsed(), 900),
        (Purpose.OVERVIEW, 60, CapsUsed(), 900),
        (Purpose.VIEW, 0, CapsUsed(), 120),
        (Purpose.VIEW, 30, CapsUsed(), 30),
        (Purpose.VIEW, 999, CapsUsed(), 120),
        (Purpose.VIEW, 120, CapsUsed(view_s=590), 10),
        (Purpose.VIEW, 120, CapsUsed(view_s=599), 1),
        (Purpose.SHOW, 0, CapsUsed(), 600),
        (Purpose.SHOW, 0, CapsUsed(view_s=100), 500),
        (Purpose.ATTENTION, 0, CapsUsed(), 600),
        (Purpose.ATTENTION, 60, CapsUsed(), 60),
        (Purpose.ATTENTION, 600, CapsUsed(attention_s=100, attention_times=2), 500),
        (Purpose.ATTENTION, 60, CapsUsed(attention_ended_s_ago=60), 60),
        (Purpose.ATTENTION, 600, CapsUsed(continuing_left_s=7), 7),
        (Purpose.ATTENTION, 60, CapsUsed(0, 600, 3, 1, 30), 30),
        (Purpose.SHARE, 60, CapsUsed(), 0),
    ],
)
def test_R25_an_act_lasts_as_long_as_is_left(
    purpose: Purpose, asked_s: int, used: CapsUsed, given_s: int
) -> None:
    grant = granted(ask(purpose, asked_s), replace(FACTS, caps=used))
    assert grant.seconds == given_s
    if given_s:
        assert grant.until == NOW + timedelta(seconds=given_s)


@pytest.mark.parametrize(
    ("purpose", "used"),
    [
        (Purpose.VIEW, CapsUsed(view_s=600)),
        (Purpose.SHOW, CapsUsed(view_s=601)),
        (Purpose.ATTENTION, CapsUsed(attention_s=600)),
        (Purpose.ATTENTION, CapsUsed(attention_times=3)),
        (Purpose.ATTENTION, CapsUsed(attention_ended_s_ago=59.9)),
        (Purpose.ATTENTION, CapsUsed(attention_ended_s_ago=float("nan"))),
        (Purpose.ATTENTION, CapsUsed(continuing_left_s=0)),
    ],
)
def test_P12_what_is_used_up_is_refused(purpose: Purpose, used: CapsUsed) -> None:
    answer = decide(ask(purpose), replace(FACTS, caps=used), NOW)
    assert answer == Refusal(Reason.CAP)


def test_P12_D14_attention_of_one_pupil_alone_is_two_minutes() -> None:
    assert granted(ask(Purpose.ATTENTION, 600, alone=True)).seconds == 120


@pytest.mark.parametrize(
    ("purpose", "caps", "used", "given_s"),
    [
        (Purpose.OVERVIEW, Caps(seconds=300), CapsUsed(), 300),
        (Purpose.VIEW, Caps(seconds=30), CapsUsed(), 30),
        (Purpose.VIEW, Caps(slot_seconds=100), CapsUsed(view_s=90), 10),
        (Purpose.SHOW, Caps(seconds=20), CapsUsed(), 20),
        (Purpose.ATTENTION, Caps(seconds=60), CapsUsed(), 60),
        (Purpose.ATTENTION, Caps(slot_seconds=90), CapsUsed(attention_s=60), 30),
    ],
)
def test_R25_the_charter_can_only_lower(
    purpose: Purpose, caps: Caps, used: CapsUsed, given_s: int
) -> None:
    facts = replace(capped(purpose, caps), caps=used)
    assert granted(ask(purpose), facts).seconds == given_s


@pytest.mark.parametrize(
    ("purpose", "caps", "used", "given_s"),
    [
        (Purpose.OVERVIEW, Caps(seconds=300), CapsUsed(), 300),
        (Purpose.VIEW, Caps(slot_seconds=100), CapsUsed(view_s=90), 10),
        (Purpose.ATTENTION, Caps(slot_seconds=90), CapsUsed(attention_s=60), 30),
    ],
)
def test_the_lower_limit_of_now_and_of_the_lessons_start_counts(
    purpose: Purpose, caps: Caps, used: CapsUsed, given_s: int
) -> None:
    lower = capped(purpose, caps).shelf
    for began, now in ((lower, SHELF), (SHELF, lower)):
        assert FACTS.open_lesson
        papers = began.papers_of(SCHOOL.class_id)
        facts = replace(
            FACTS,
            shelf=now,
            caps=used,
            open_lesson=replace(FACTS.open_lesson, papers=papers),
        )
        assert granted(ask(purpose), facts).seconds == given_s


def test_the_fewer_curtains_and_the_narrower_picture_count_too() -> None:
    once = capped(Purpose.ATTENTION, Caps(times=1)).shelf
    strict = SCHOOL.changed(charter={"overview_width_px": 160}).shelf_for()
    assert FACTS.open_lesson
    for less in (once, strict):
        for began, now in ((less, SHELF), (SHELF, less)):
            papers = began.papers_of(SCHOOL.class_id)
            facts = replace(
                FACTS,
                shelf=now,
                caps=CapsUsed(attention_times=1),
                open_lesson=replace(FACTS.open_lesson, papers=papers),
            )
            if less is once:
                answer = decide(ask(Purpose.ATTENTION), facts, NOW)
                assert answer == Refusal(Reason.CAP)
            else:
                assert granted(ask(Purpose.OVERVIEW), facts).width_px == 160


def test_R25_the_charter_can_allow_fewer_curtains() -> None:
    once = replace(
        capped(Purpose.ATTENTION, Caps(times=1)), caps=CapsUsed(attention_times=1)
    )
    assert decide(ask(Purpose.ATTENTION), once, NOW) == Refusal(Reason.CAP)


def test_R20_a_grant_ends_with_the_bell_at_the_latest() -> None:
    late = NOW + timedelta(minutes=49, seconds=50)
    for purpose in Purpose:
        grant = granted(ask(purpose), now=late)
        assert grant.until == NOW + timedelta(minutes=50)


def test_a_lessons_grant_ends_with_the_bell() -> None:
    assert granted(SCHOOL.request(None)).until == NOW + timedelta(minutes=50)


@pytest.mark.parametrize("name", ["trust", "charter", "sheet", "slip", "set"])
def test_a_grant_ends_with_the_paper_it_rests_on(name: str) -> None:
    soon = NOW + timedelta(seconds=5)
    school = SCHOOL.changed(**{name: {"not_after": soon}})
    facts = replace(FACTS, shelf=school.shelf_for())
    assert granted(ask(Purpose.OVERVIEW), facts).until == soon


def test_a_grant_ends_with_the_choice_and_the_certificate() -> None:
    soon = NOW + timedelta(seconds=5)
    short = {one: ConsentFact(ConsentState.GIVEN, soon) for one in PICTURES}
    facts = replace(FACTS, consent=short)
    assert granted(ask(Purpose.VIEW), facts).until == soon
    offered = replace(ask(Purpose.VIEW, 60), offered=True)
    assert granted(offered, facts).until == NOW + timedelta(seconds=60)
    leaving = replace(FACTS, teacher=replace(FACTS.teacher, not_after=soon))
    assert granted(ask(Purpose.VIEW), leaving).until == soon


@pytest.mark.parametrize("purpose", [Purpose.VIEW, Purpose.SHARE])
def test_R19_R20_a_look_at_who_is_under_age_ends_with_the_guardians_yes(
    purpose: Purpose,
) -> None:
    soon = NOW + timedelta(seconds=5)
    yes = SCHOOL.widening("view")
    body = msgspec.structs.replace(yes.body, not_after=soon)
    signed = msgspec.structs.replace(
        yes, body=body, sigs=SCHOOL.signed(body).signatures
    )
    under_age = {"decider_from": NOW.date() + DAY, "guardian": (signed,)}
    young = SCHOOL.changed(slip=under_age).shelf_for()
    looks = purpose is Purpose.VIEW
    until = granted(ask(purpose), replace(FACTS, shelf=young)).until
    assert (until == soon) is looks
    of_age = SCHOOL.changed(slip={"guardian": (signed,)}).shelf_for()
    assert granted(ask(purpose), replace(FACTS, shelf=of_age)).until > soon


@pytest.mark.parametrize("zone", ELSEWHERE)
@pytest.mark.parametrize("hours", [0, 6.5, 7.5])
def test_R23_a_laptop_from_abroad_decides_as_one_from_here(
    zone: str, hours: float
) -> None:
    """Also in the last ten minutes of the school's hours, and after them."""
    now = NOW + timedelta(hours=hours)
    school = make_school(now)
    request, facts = school.request(), school.facts(shelf=school.shelf_charter_last())
    here = decide(request, facts, now)
    assert isinstance(here, Grant) is (hours < 7)
    with laptop_in(zone):
        assert decide(request, facts, now) == here


def test_a_grant_ends_with_the_hours() -> None:
    at_five = NOW + timedelta(hours=6, minutes=30)  # 16:50, lesson to 17:40
    school = make_school(at_five)
    shelf = school.shelf_charter_last()
    grant = decide(school.request(), school.facts(shelf=shelf), at_five)
    assert isinstance(grant, Grant)
    nearly = at_five + timedelta(minutes=9, seconds=30)
    grant = decide(school.request(), school.facts(shelf=shelf), nearly)
    assert isinstance(grant, Grant)
    assert grant.until == at_five + timedelta(minutes=10)


def test_R27_a_picture_is_as_wide_as_the_charter_says() -> None:
    assert granted(ask(Purpose.OVERVIEW)).width_px == 192
    strict = SCHOOL.changed(charter={"overview_width_px": 160})
    facts = replace(FACTS, shelf=strict.shelf_for())
    assert granted(ask(Purpose.OVERVIEW), facts).width_px == 160
    assert granted(ask(Purpose.VIEW)).width_px == 1280
    assert granted(ask(Purpose.SHARE)).width_px == 0


def test_R21_the_reason_is_said_in_the_pupils_language() -> None:
    said = [
        granted(ask(Purpose.VIEW), replace(FACTS, lang=lang)).reason_words
        for lang in Lang
    ]
    assert said == ["hulp", "help", "aide"]
    assert granted(SCHOOL.request(None)).reason_words == ""
    assert granted(ask(Purpose.SHARE)).reason_words == ""


@pytest.mark.parametrize(
    ("purpose", "offered", "event_yes", "provisional"),
    [
        (Purpose.OVERVIEW, False, None, False),
        (Purpose.VIEW, False, None, True),
        (Purpose.VIEW, False, True, False),
        (Purpose.VIEW, True, None, False),
        (Purpose.SHOW, False, None, True),
        (Purpose.SHOW, True, None, True),
        (Purpose.SHOW, False, True, False),
        (Purpose.ATTENTION, False, None, False),
    ],
)
def test_P11_before_the_notice_or_the_preview_a_yes_is_only_to_ask(
    purpose: Purpose,
    offered: bool,  # noqa: FBT001
    event_yes: bool | None,  # noqa: FBT001
    provisional: bool,  # noqa: FBT001
) -> None:
    request = replace(ask(purpose), offered=offered)
    grant = granted(request, replace(FACTS, event_yes=event_yes))
    assert grant.provisional is provisional


def test_a_naive_now_is_a_bug() -> None:
    with pytest.raises(ValueError, match=r"^`now` has no time zone$"):
        decide(ask(Purpose.VIEW), FACTS, NOW.replace(tzinfo=None))


def test_S05_grants_are_made_in_one_place_alone() -> None:
    """No other file of the product calls Grant(...)."""
    found = []
    for room in ("agent", "console", "consent", "installer", "protocol"):
        for file in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    if name == "Grant":
                        found.append(file.relative_to(ROOT).as_posix())
    assert found == ["consent/decision.py"]


# --- One narrowing change never turns a no into a yes ------------------------------

World = tuple[Request, Facts]
SHELVES = [
    SHELF,
    SCHOOL.empty_shelf(),
    SCHOOL.changed(slip={"opt_outs": ("view",)}).shelf_for(),
    SCHOOL.changed(slip={"exempt_attention": True}).shelf_for(),
    SCHOOL.changed(slip={"guardian_no": ("overview",)}).shelf_for(),
    SCHOOL.changed(set={"slips": {}}).shelf_for(),
    SCHOOL.changed(charter={"review_by": NOW.date() - DAY}).shelf_for(),
]
FLAGS = (
    "clock_ok",
    "network_ok",
    "logged_first",
    "ledger_ok",
    "session_ok",
    "indicator_ok",
    "notice_shown",
)
MOMENTS = st.sampled_from([NOW, NOW + timedelta(minutes=49), NOW + timedelta(hours=9)])
CONSENTS = st.dictionaries(
    st.sampled_from(sorted(PICTURES)),
    st.builds(
        ConsentFact,
        st.sampled_from(ConsentState),
        st.sampled_from([NOW, NOW + DAY]),
    ),
)
CAPS = st.builds(
    CapsUsed,
    st.integers(0, 700),
    st.integers(0, 700),
    st.integers(0, 4),
    st.none() | st.floats(0, 120),
    st.none() | st.integers(0, 60),
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Draw any request and any facts, mostly near to a yes."""
    purpose = draw(st.sampled_from([None, *Purpose]))
    request = SCHOOL.request(
        purpose,
        seconds=draw(st.integers(0, 700)),
        pupil_alone=draw(st.booleans()),
        offered=draw(st.booleans()),
    )
    flags: dict[str, Any] = {
        name: draw(st.sampled_from([True, True, True, False])) for name in FLAGS
    }
    facts = replace(
        FACTS,
        shelf=draw(st.sampled_from(SHELVES)),
        consent=draw(CONSENTS),
        paused=draw(st.sampled_from([False, False, True])),
        caps=draw(CAPS),
        event_yes=draw(st.sampled_from([None, True, True, False])),
        **flags,
    )
    return request, facts


def _flag_off(name: str) -> Callable[[World], World]:
    off: dict[str, Any] = {name: False}
    return lambda world: (world[0], replace(world[1], **off))


def _facts(**changes: object) -> Callable[[World], World]:
    return lambda world: (world[0], replace(world[1], **changes))  # type: ignore[arg-type]


def _revoke(world: World) -> World:
    gone = SCHOOL.newer(revocations={"fingerprints": (world[0].teacher_fp,)})
    return world[0], replace(world[1], shelf=gone.shelf_for())


def _more_used(world: World) -> World:
    caps = world[1].caps
    left = caps.continuing_left_s
    more = CapsUsed(
        caps.view_s + 30,
        caps.attention_s + 30,
        caps.attention_times + 1,
        0.0,
        None if left is None else max(0, left - 30),
    )
    return world[0], replace(world[1], caps=more)


def _withdraw(world: World) -> World:
    gone = {
        one: replace(fact, state=ConsentState.WITHDRAWN)
        for one, fact in world[1].consent.items()
    }
    return world[0], replace(world[1], consent=gone)


def _offer_over(world: World) -> World:
    return replace(world[0], offered=False), world[1]


NARROWING = {
    **{name: _flag_off(name) for name in FLAGS},
    "paused": _facts(paused=True),
    "lesson over": _facts(open_lesson=None),
    "never asked": _facts(consent={}),
    "withdrawn": _withdraw,
    "this once no": _facts(event_yes=False),
    "papers gone": _facts(shelf=SHELVES[1]),
    "papers stale": _facts(shelf=SHELVES[5]),
    "review overdue": _facts(shelf=SHELVES[6]),
    "revoked": _revoke,
    "more used": _more_used,
    "offer over": _offer_over,
}
# A lesson that is over makes room for another one.
CAN_OPEN_A_LESSON = {"lesson over"}


@given(worlds(), st.sampled_from(sorted(NARROWING)), MOMENTS)
def test_no_narrowing_change_turns_a_no_into_a_yes(
    world: World, name: str, now: datetime
) -> None:
    before = decide(*world, now)
    after = decide(*NARROWING[name](world), now)
    if isinstance(before, Refusal) and name not in CAN_OPEN_A_LESSON:
        assert isinstance(after, Refusal)
    if isinstance(before, Grant) and isinstance(after, Grant):
        assert after.seconds <= before.seconds
        assert after.until <= before.until or name == "offer over"
        assert after.width_px <= before.width_px


@given(worlds(), MOMENTS)
def test_R10_P01_no_picture_without_every_yes(world: World, now: datetime) -> None:
    request, facts = world
    answer = decide(request, facts, now)
    if isinstance(answer, Grant) and request.purpose in PICTURES:
        assert all(getattr(facts, name) for name in FLAGS)
        assert not facts.paused
        assert facts.event_yes is not False
        choice = facts.consent.get(request.purpose)
        offered = request.offered and request.purpose is Purpose.VIEW
        assert offered or (choice and choice.state.allows and now < choice.valid_until)
        assert now < answer.until <= NOW + timedelta(minutes=50)


def test_a_grant_can_not_be_changed() -> None:
    grant = granted(ask(Purpose.VIEW))
    with pytest.raises(AttributeError):
        grant.seconds = 9  # type: ignore[misc]
