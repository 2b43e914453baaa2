# SPDX-License-Identifier: GPL-3.0-or-later
"""One screen, large, and gone when it ends."""

from dataclasses import replace

import pytest

from console.core.acts import StopLooking
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    busy_view,
    drawn,
    pupil_id,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_a_view_counts_down_and_forgets_when_it_ends(lesson: Desk) -> None:
    window = lesson.window.view_window
    lesson.bridge.picture(drawn(pupil_id(9), 9, large=True))
    lesson.bridge.picture(drawn(pupil_id(0), 0, large=True))  # of nobody looked at
    lesson.qtbot.waitUntil(lambda: not lesson.bridge.waits)
    assert window.isVisible()
    assert window.picture.has_picture()
    assert window.picture.accessibleName() == "Jonas V."
    shown = texts(window)
    for told in ("Jonas V.", "Waarom: hulp", "nog 1:40", "Stop kijken  (Esc)"):
        assert told in shown
    assert "Jonas ziet dat jij kijkt, en kan met één klik stoppen." in shown
    lesson.worker.show(replace(busy_view(), look=None))
    lesson.settle()
    assert not window.isVisible()
    assert not window.picture.has_picture()


def test_while_the_notice_runs_no_picture_is_claimed(lesson: Desk) -> None:
    look = busy_view().look
    assert look is not None
    lesson.worker.show(replace(busy_view(), look=replace(look, until=None)))
    lesson.settle()
    assert "nog" not in texts(lesson.window.view_window)
    assert "eerst bericht" in lesson.face("Jonas V.").sentence


def test_closing_the_view_stops_the_look(lesson: Desk) -> None:
    lesson.window.view_window.close()
    lesson.settle()
    assert lesson.acts() == [StopLooking()]
