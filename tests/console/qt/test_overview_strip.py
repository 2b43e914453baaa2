# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen, why, and the search."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot

from console.qt.overview_strip import SearchField
from console.qt.theme import Theme
from console.qt.words.fr import FR
from console.qt.words.nl import NL
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


@pytest.mark.parametrize("name", [FR.search, FR.log_search, NL.search])
def test_the_name_of_a_search_is_read_whole(
    qtbot: QtBot, theme: Theme, name: str
) -> None:
    made = SearchField(theme, name)
    qtbot.addWidget(made)
    made.show()
    edges = QStyle.SubElement.SE_LineEditContents
    option = QStyleOptionFrame()
    made.initStyleOption(option)
    room = made.style().subElementRect(edges, option, made).width()
    mark_px = made.fontMetrics().height() + 12
    assert room - mark_px >= made.fontMetrics().horizontalAdvance(name)
