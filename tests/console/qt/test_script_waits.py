# SPDX-License-Identifier: GPL-3.0-or-later
"""Each thing a script can wait for, seen and not seen."""

from dataclasses import replace

import pytest

from console.core.view import WallView
from console.qt.script import Step
from console.qt.script_waits import WAITS, Seen
from tests.fakes.worker import attention_view, busy_view, view

IDLE = view(started=False)
CASES: dict[str, tuple[WallView, WallView]] = {
    "slot": (IDLE, replace(IDLE, slot=None)),
    "connected": (view(), IDLE),
    "started": (view(), IDLE),
    "ended": (IDLE, view()),
    "summary": (replace(IDLE, summary="3 handen"), IDLE),
    "picture": (busy_view(), view()),
    "no_picture": (busy_view(), view()),
    "lost": (busy_view(), view()),
    "hand": (busy_view(), view()),
    "offer": (busy_view(), view()),
    "no_hand": (view(), busy_view()),
    "look": (busy_view(), view()),
    "no_look": (view(), busy_view()),
    "attention": (attention_view(), view()),
    "no_attention": (view(), attention_view()),
    "trouble": (replace(view(), trouble="Het logboek werkt niet."), view()),
}


@pytest.mark.parametrize("name", CASES)
def test_a_wait_ends_when_its_thing_is_seen(name: str) -> None:
    seen, not_seen = CASES[name]
    assert WAITS[name](Seen(seen, False, 0), Step(1))
    assert not WAITS[name](Seen(not_seen, False, 0), Step(1))


def test_waits_for_large_picture_and_log_look_at_the_window() -> None:
    assert WAITS["large_picture"](Seen(IDLE, True, 0), Step(1))
    assert not WAITS["large_picture"](Seen(IDLE, False, 0), Step(1))
    assert WAITS["log"](Seen(IDLE, False, 2), Step(1, count=2))
    assert not WAITS["log"](Seen(IDLE, False, 1), Step(1, count=2))
    assert WAITS["look_refused"](Seen(IDLE, False, 0, look_refused=True), Step(1))
    assert not WAITS["look_refused"](Seen(IDLE, False, 0), Step(1))


def test_every_wait_has_a_case() -> None:
    assert set(CASES) | {"large_picture", "log", "look_refused"} == set(WAITS)


def test_a_wait_can_name_one_pupil_and_a_count() -> None:
    seen = Seen(busy_view(), False, 0)
    assert WAITS["hand"](seen, Step(1, pupil="Dina F."))
    assert not WAITS["hand"](seen, Step(1, pupil="Amina B."))
    assert WAITS["hand"](seen, Step(1, count=2))
    assert not WAITS["hand"](seen, Step(1, count=3))
