# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen, why, and the search."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes.desk import Desk, texts
from tests.fakes.worker import NOW, attention_view, busy_view, view

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_strip_says_what_is_seen_and_why(lesson: Desk) -> None:
    strip = lesson.window.page.strip
    assert "Jij ziet kleine beelden. Waarom: zelfstandig werk." in texts(strip)
    assert "Stop kleine beelden" in texts(strip)
    lesson.show(attention_view())
    assert "Kleine beelden rusten zolang je aandacht vraagt." in texts(strip)
    lesson.show(view())
    assert "Je ziet geen schermen." in texts(strip)


def test_search_finds_by_first_letters_and_escape_empties_it(lesson: Desk) -> None:
    search = lesson.window.page.strip.search
    QTest.keyClicks(search, "sa")
    assert lesson.window.model.rowCount() == 1
    QTest.keyClicks(search, "x")
    lesson.settle()
    assert "Geen leerling met die letters." in texts(lesson.window.page)
    lesson.key(Qt.Key.Key_Escape, search)
    assert lesson.window.model.rowCount() == 24
    assert lesson.acts() == []
    lesson.key(Qt.Key.Key_Down, search)
    assert lesson.window.page.wall.hasFocus() or lesson.window.page.wall.chosen()


def test_the_last_two_minutes_of_small_pictures_are_counted(lesson: Desk) -> None:
    ends = replace(busy_view(), overview_until=NOW + timedelta(seconds=100))
    lesson.show(ends)
    assert "Stopt over 1:40." in texts(lesson.window.page.strip)
    lesson.show(replace(ends, overview_until=NOW + timedelta(seconds=200)))
    assert "Stopt over" not in texts(lesson.window.page.strip)
