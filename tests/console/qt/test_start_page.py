# SPDX-License-Identifier: GPL-3.0-or-later
"""The timetable's lesson and one click."""

from dataclasses import replace

import pytest

from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_start_page_shows_the_timetables_lesson_and_the_names(desk: Desk) -> None:
    shown = texts(desk.window)
    assert "4B wiskunde" in shown
    assert "10:20–11:10 · 24 leerlingen · stopt vanzelf aan de bel" in shown
    assert "Starten toont geen schermen. Dat kies je daarna, met een reden." in shown
    assert desk.window.model.rowCount() == 24
    assert not desk.window.bar.isVisible()


def test_without_a_lesson_the_window_waits_for_the_timetable(desk: Desk) -> None:
    desk.worker.show(replace(view(started=False), slot=None))
    desk.settle()
    assert "Nu geen les" in texts(desk.window)
    assert not desk.window.start.start.isVisible()
