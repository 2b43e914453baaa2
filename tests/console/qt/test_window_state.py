# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window knows, and what can be done then."""

from dataclasses import replace

from console.qt.window_state import WindowState
from tests.fakes.worker import attention_view, busy_view, pupil_id, view


def test_before_the_first_view_nothing_can_be_done() -> None:
    state = WindowState()
    assert state.able() == frozenset()
    assert not state.in_lesson
    assert state.tile("x") is None
    assert state.pupil_named("x") is None
    assert state.hands() == []


def test_R57_a_lesson_can_be_started_once_the_notice_was_read() -> None:
    state = WindowState(view(started=False))
    assert "startLesson" not in state.able()
    state.notice_read = True
    assert state.able() == {"startLesson", "log", "cover"}
    state.view = replace(view(), slot=None)
    assert state.able() == {"log", "cover"}


def test_in_a_lesson_the_acts_follow_what_runs() -> None:
    state = WindowState(view(), covered=False)
    assert {"showScreens", "look", "attention", "message", "log"} <= state.able()
    assert not {"stopScreens", "stopLooking", "endAttention"} & state.able()
    state.view = busy_view()
    assert {"stopScreens", "stopLooking"} <= state.able()
    state.view = attention_view()
    assert "endAttention" in state.able()
    assert "attention" not in state.able()


def test_a_covered_wall_lets_nobody_look_or_read_the_log() -> None:
    state = WindowState(busy_view(), covered=True)
    assert not {"look", "log"} & state.able()
    assert {"uncover", "stopLooking", "endLesson"} <= state.able()


def test_pupils_are_found_by_id_and_by_name() -> None:
    state = WindowState(busy_view())
    assert state.pupil_named("Jonas V.") == pupil_id(9)
    assert state.pupil_named(pupil_id(9)) == pupil_id(9)
    tile = state.tile(pupil_id(9))
    assert tile is not None
    assert tile.name == "Jonas V."


def test_a_name_that_two_pupils_have_names_nobody() -> None:
    made = busy_view()
    twins = tuple(replace(tile, name="Amina B.") for tile in made.tiles[:2])
    state = WindowState(replace(made, tiles=twins))
    assert state.pupil_named("Amina B.") is None
    assert state.pupil_named(pupil_id(1)) == pupil_id(1)


def test_hands_come_in_their_order() -> None:
    made = busy_view()
    turned = replace(made, tiles=tuple(reversed(made.tiles)))
    names = [tile.name for tile, _ in WindowState(turned).hands()]
    assert names == ["Dina F.", "Sami U."]
