# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson from start to end, as the teacher sees it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from console.core.acts import EndAttention, StopLooking, WindowAlive
from console.core.view import TileState
from console.qt.reason_dialog import ReasonDialog
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    attention_view,
    busy_view,
    drawn,
    pupil_id,
    view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_enter_starts_the_lesson(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_Return)
    desk.settle()
    assert desk.window.page.isVisible()
    assert "mevr. Peeters · tot 11:10 · nog 32 min" in texts(desk.window.bar)


def test_escape_stops_the_look_first_and_then_attention(lesson: Desk) -> None:
    both = replace(attention_view(), look=busy_view().look)
    lesson.show(both)
    lesson.key(Qt.Key.Key_Escape, lesson.window.page.wall)
    lesson.key(Qt.Key.Key_Escape, lesson.window.page.wall)
    assert lesson.acts() == [StopLooking(), EndAttention()]


def test_enter_on_a_tile_asks_to_look_or_raises_the_view(lesson: Desk) -> None:
    wall = lesson.window.page.wall
    wall.setFocus()
    wall.choose(pupil_id(0))
    lesson.key(Qt.Key.Key_Return, wall)
    dialog = lesson.opened(ReasonDialog)
    dialog.reject()
    lesson.settle()
    lesson.window.view_window.hide()
    wall.choose(pupil_id(9))
    lesson.key(Qt.Key.Key_Return, wall)
    assert lesson.window.view_window.isVisible()
    assert lesson.acts() == []


def test_R60_refusal_makes_no_sound_no_toast_and_no_window(lesson: Desk) -> None:
    windows = set(QApplication.topLevelWidgets())
    made = busy_view()
    refused = replace(made.tiles[0], state=TileState.NO_PICTURE)
    lesson.worker.show(replace(made, tiles=(refused, *made.tiles[1:])))
    lesson.settle()
    assert set(QApplication.topLevelWidgets()) == windows
    assert lesson.face("Amina B.").sentence == "geen beeld"
    assert lesson.face("Amina B.").chip is None


@pytest.mark.parametrize("demo", [True, False])
def test_D16_demo_is_marked_everywhere(desk: Desk, demo: bool) -> None:
    window = desk.window
    desk.worker.show(replace(view(started=False), demo=demo))
    desk.settle()
    assert window.bottom.demo.isVisible() == demo
    desk.show(replace(busy_view(), demo=demo))
    assert window.bar.demo.isVisible() == demo
    assert window.view_window.demo.isVisible() == demo


def test_R69_a_drop_clears_tile_card_and_view(lesson: Desk) -> None:
    lesson.click_tile(9)
    lesson.bridge.picture(drawn(pupil_id(9), 9, large=True))
    lesson.qtbot.waitUntil(lambda: not lesson.bridge.waits)
    held = lesson.window.model.holds(pupil_id(9))
    assert held is not None
    lesson.bridge.drop(pupil_id(9), False)
    lesson.bridge.drop(pupil_id(9), True)
    lesson.settle()
    assert held.source().isNull()
    assert lesson.window.model.holds(pupil_id(9)) is None
    assert not lesson.window.view_window.picture.has_picture()


def test_the_window_says_each_second_that_it_lives(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: WindowAlive() in desk.worker.acts, timeout=5_000)


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(lesson: Desk) -> None:
    lesson.click_tile(9)
    buttons = [
        button
        for button in lesson.window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.property("kind") is not None
        and button.window() is lesson.window
    ]
    assert len(buttons) > 10
    for button in buttons:
        assert button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    walked = _walk(lesson.window)
    assert {b for b in buttons if b.isEnabled()} <= walked


def _walk(window: QWidget) -> set[QObject]:
    walked: set[QObject] = set()
    here = window.nextInFocusChain()
    while here is not None and here is not window:
        walked.add(here)
        here = here.nextInFocusChain()
    return walked


def test_countdowns_run_between_two_views(lesson: Desk) -> None:
    first = lesson.face("Jonas V.").sentence
    lesson.qtbot.waitUntil(
        lambda: lesson.face("Jonas V.").sentence != first, timeout=5_000
    )
    assert lesson.face("Jonas V.").sentence.startswith("jij kijkt groot · nog 1:3")
