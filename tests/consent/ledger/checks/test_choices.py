# SPDX-License-Identifier: GPL-3.0-or-later
"""For each picture, what the pupil had chosen at that very place in the chain."""

from datetime import timedelta
from pathlib import Path

import pytest

from consent.ledger.checks.choices import _yeses
from consent.ledger.checks.own_places import OwnPlaces
from consent.ledger.erasure import OrderedBy
from consent.ledger.fields import time_text
from consent.ledger.kinds import Chain, Kind
from consent.purpose import Purpose
from tests.fakes.lesson import PlayedLesson, next_lesson_day
from tests.fakes.long_pack import Counted, line, opened
from tests.fakes.papers import new_id
from tests.fakes.records import MONDAY
from tests.fakes.school import make_school
from tests.fakes.verdict import said, wrong


@pytest.fixture
def lesson(tmp_path: Path) -> PlayedLesson:
    return PlayedLesson(tmp_path)


def test_a_yes_before_the_look_is_a_yes(lesson: PlayedLesson) -> None:
    lesson.choose(Purpose.VIEW)
    lesson.look("view", 10)
    assert wrong(lesson) == set()
    assert "consents" in said(lesson)


def test_R39_a_look_without_a_yes_is_said(lesson: PlayedLesson) -> None:
    lesson.look("view", 10)
    assert wrong(lesson) == {"consent"}


def test_a_yes_after_the_look_is_none(lesson: PlayedLesson) -> None:
    lesson.look("view", 10)
    lesson.choose(Purpose.VIEW)
    assert wrong(lesson) == {"consent"}


def test_a_yes_to_something_else_is_none(lesson: PlayedLesson) -> None:
    lesson.choose(Purpose.OVERVIEW)
    lesson.look("view", 10)
    assert wrong(lesson) == {"consent"}


@pytest.mark.parametrize(
    "state", ["ConsentWithdrawn", "ConsentRefused", "ConsentExpired"]
)
def test_a_yes_that_was_taken_back_is_none(lesson: PlayedLesson, state: str) -> None:
    lesson.choose(Purpose.VIEW)
    lesson.choose(Purpose.VIEW, state)
    lesson.look("view", 10)
    assert wrong(lesson) == {"consent"}


def test_a_yes_that_is_over_is_none(lesson: PlayedLesson) -> None:
    lesson.choose(Purpose.VIEW)
    lesson.wait(61 * 86_400)
    lesson.look("view", 10)
    assert "consent_over" in wrong(lesson)


def test_R39_a_look_in_a_pause_is_said(lesson: PlayedLesson) -> None:
    until = time_text(lesson.now + timedelta(minutes=10))
    lesson.choose(Purpose.OVERVIEW)
    lesson.own(Kind.PAUSE, {"what": "on", "why": "pupil", "until": until})
    lesson.look("overview", 5)
    assert wrong(lesson) == {"paused"}


@pytest.mark.parametrize("ends", ["click", "slot"])
def test_a_look_after_a_pause_is_fine(lesson: PlayedLesson, ends: str) -> None:
    until = time_text(lesson.now + timedelta(minutes=1))
    lesson.choose(Purpose.OVERVIEW)
    lesson.own(Kind.PAUSE, {"what": "on", "why": "pupil", "until": until})
    if ends == "click":
        lesson.own(Kind.PAUSE, {"what": "off", "why": "pupil", "until": ""})
    else:
        lesson.wait(60)
    lesson.look("overview", 5)
    assert wrong(lesson) == set()


def test_a_pause_without_an_end_lasts(lesson: PlayedLesson) -> None:
    lesson.choose(Purpose.OVERVIEW)
    lesson.own(Kind.PAUSE, {"what": "on", "why": "unclean_start", "until": ""})
    lesson.wait(600)
    lesson.look("overview", 5)
    assert wrong(lesson) == {"paused"}


def test_a_show_needs_the_yes_of_that_show(lesson: PlayedLesson) -> None:
    access = new_id()
    lesson.own(Kind.SAID_YES, {"purpose": "show", "access": access, "how": "preview"})
    lesson.look("show", 10, access=access)
    assert wrong(lesson) == set()
    lesson.look("show", 10)
    assert wrong(lesson) == {"consent"}


def test_attention_asks_no_consent(lesson: PlayedLesson) -> None:
    lesson.look("attention", 10)
    assert wrong(lesson) == set()


def test_a_choice_the_pupil_did_not_sign_is_said(lesson: PlayedLesson) -> None:
    other = PlayedLesson(lesson.folder / "other", lesson.school)
    pupil_key, lesson.pupil_key = lesson.pupil_key, other.pupil_key
    lesson.choose(Purpose.VIEW)
    assert wrong(lesson) == set()
    lesson.pupil_key = pupil_key
    choice = lesson.agent.page()[0].entry
    assert choice is not None
    forged = dict(choice.fields) | {"evidence": "iets anders"}
    lesson.own(Kind.CONSENT, forged)
    assert wrong(lesson) == {"choice_sig"}
    other.close()


def test_a_demo_may_click_for_a_pupil_and_a_school_may_not(tmp_path: Path) -> None:
    found = {}
    for kind in ("school", "demo"):
        school = make_school(next_lesson_day(), kind=kind)
        lesson = PlayedLesson(tmp_path / kind, school)
        lesson.choose(Purpose.VIEW, method="demo_script")
        found[kind] = wrong(lesson)
        lesson.close()
    assert found == {"school": {"demo_choice"}, "demo": set()}


def test_what_was_erased_cannot_be_checked_and_says_so(lesson: PlayedLesson) -> None:
    lesson.own(Kind.SAID_YES, {"purpose": "show", "access": "ab" * 16, "how": "offer"})
    lesson.wait(2 * 86_400)
    lesson.look("show", 10, access="ab" * 16)
    lesson.agent.erase(0, OrderedBy.PUPIL, lesson.context())
    found = wrong(lesson)
    assert "consent" not in found
    assert "unread" in said(lesson)


def test_each_yes_is_found_without_reading_the_chain_again() -> None:
    count = 3_000
    fields: dict[str, object] = {
        "purpose": "view",
        "state": "ConsentGiven",
        "valid_until": time_text(MONDAY + timedelta(days=1)),
    }
    own = Counted(line(Chain.OWN, n + 1, Kind.CONSENT, fields) for n in range(count))
    shared = Counted(
        line(Chain.SHARED, n + 1, Kind.OPEN, {"purpose": "view"}) for n in range(count)
    )
    places = OwnPlaces(range(1, count + 1), count)
    codes = [one.code for one in _yeses(opened(shared, own), places)]
    assert codes == ["consents"]
    assert own.reads + shared.reads <= 5 * count
