# SPDX-License-Identifier: GPL-3.0-or-later
"""The record, in the words pupils read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

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
