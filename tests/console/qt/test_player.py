# SPDX-License-Identifier: GPL-3.0-or-later
"""The player presses named actions, in order, in a demo only."""

from dataclasses import replace

import pytest

from console.core.acts import StartLesson
from console.errors import REFUSED
from console.qt.player import DONE, NOT_SEEN, Player
from console.qt.script import Step
from tests.fakes.desk import Desk
from tests.fakes.worker import view

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
DEMO = replace(view(started=False), demo=True)


def played(desk: Desk, *steps: Step) -> tuple[int, str]:
    ends: list[tuple[int, str]] = []
    player = Player(desk.window, steps)
    player.finished.connect(lambda code, says: ends.append((code, says)))
    player.start()
    desk.qtbot.waitUntil(lambda: bool(ends))
    return ends[0]


def test_steps_are_done_in_order(desk: Desk) -> None:
    desk.worker.show(DEMO)
    desk.settle()
    steps = (Step(1, act="startLesson"), Step(2, wait="started"))
    assert played(desk, *steps) == (DONE, "")
    assert desk.acts() == [StartLesson()]


def test_the_notice_is_read_before_the_first_step(desk: Desk) -> None:
    desk.window.state.notice_read = False
    desk.worker.show(DEMO)
    desk.settle()
    assert played(desk, Step(1, act="startLesson"))[0] == DONE
    assert desk.window.state.notice_read


def test_no_step_is_done_in_a_school(desk: Desk) -> None:
    code, says = played(desk, Step(1, act="startLesson"))
    assert code == REFUSED
    assert "demo" in says
    assert desk.acts() == []


def test_an_action_that_cannot_be_done_is_waited_for_and_named(desk: Desk) -> None:
    desk.worker.show(DEMO)
    desk.settle()
    code, says = played(desk, Step(1, act="endLesson", timeout_s=0.2))
    assert code == NOT_SEEN
    assert "'endLesson' did not come in 0.2 s" in says
