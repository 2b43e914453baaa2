# SPDX-License-Identifier: GPL-3.0-or-later
"""The record, in the words pupils read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.core.view import LogView
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    busy_view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_log_page_shows_the_pupils_words(lesson: Desk) -> None:
    lesson.run("log")
    log = lesson.window.log
    assert log.isVisible()
    assert log.model.rowCount() == 6
    assert "4B wiskunde · 6 regels, nieuwste eerst" in texts(log)
    assert "De lijst klopt." in texts(log)
    lesson.window.view_window.hide()
    lesson.worker.show(replace(busy_view(), look=None))
    lesson.settle()
    lesson.key(Qt.Key.Key_Escape, log.list)
    assert not log.isVisible()


def test_a_walked_line_is_seen(lesson: Desk) -> None:
    lesson.run("log")
    log = lesson.window.log
    before = log.list.grab().toImage()
    log.list.setCurrentIndex(log.model.index(1))
    lesson.settle()
    assert log.list.grab().toImage() != before
    log.search.setText("jonas")
    assert log.model.rowCount() == 1


def test_an_empty_record_says_so(lesson: Desk) -> None:
    lesson.run("log")
    lesson.window.show_log(LogView())
    assert "Er staat nog niets in de lijst van deze les." in texts(lesson.window.log)
