# SPDX-License-Identifier: GPL-3.0-or-later
"""A private summary that goes when it is closed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.core.acts import EndLesson, StartLesson
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    pupil_id,
    view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_end_shows_a_summary_until_it_is_closed(lesson: Desk) -> None:
    lesson.run("endLesson")
    end = lesson.window.end
    assert end.isVisible()
    shown = texts(end)
    for told in ("De les is klaar. Er kijkt niemand meer mee.", "4 min", "meegekeken"):
        assert told in shown
    assert "4B wiskunde · 10:20–11:10" in shown
    assert lesson.window.model.holds(pupil_id(0)) is None
    lesson.click(end.close_it)
    assert lesson.window.start.isVisible()
    lesson.worker.show(
        replace(view(started=False), summary="4 min meegekeken, 3 handen")
    )
    lesson.settle()
    assert lesson.window.start.isVisible()
    assert "handen" not in texts(end)


def test_a_lesson_stopped_by_mistake_is_started_again_from_there(lesson: Desk) -> None:
    lesson.click(lesson.window.bar.end)
    end = lesson.window.end
    assert end.again.isVisible()
    lesson.click(end.again)
    assert lesson.acts() == [EndLesson(), StartLesson()]
    assert lesson.window.page.isVisible()


def test_after_the_bell_there_is_nothing_to_start_again(lesson: Desk) -> None:
    over = replace(view(started=False), slot=None, summary="4 min meegekeken, 3 handen")
    lesson.worker.show(over)
    lesson.settle()
    assert lesson.window.end.isVisible()
    assert not lesson.window.end.again.isVisible()


def test_it_says_when_the_lesson_was_and_the_start_page_that_it_was(
    lesson: Desk,
) -> None:
    starts = view().now.replace(hour=10, minute=25, second=0)
    held = (starts, starts.replace(minute=40))
    lesson.worker.show(replace(view(started=False), summary="1 link", held=held))
    lesson.settle()
    end = lesson.window.end
    assert "4B wiskunde · 10:25–10:40" in texts(end)
    bottom = texts(lesson.window.bottom)
    assert "De les is klaar" in bottom
    assert "Alles wat je hier doet, kunnen leerlingen nalezen." in bottom
    lesson.click(end.close_it)
    shown = texts(lesson.window.start)
    assert "Je gaf deze les van 10:25 tot 10:40." in shown
    assert lesson.window.start.start.text() == "Start de les opnieuw"


def test_a_lesson_before_this_one_is_not_this_one(lesson: Desk) -> None:
    starts = view().now.replace(hour=8, minute=25)
    held = (starts, starts.replace(minute=40))
    lesson.worker.show(replace(view(started=False), held=held))
    lesson.settle()
    assert "Je gaf deze les" not in texts(lesson.window.start)
    assert lesson.window.start.start.text() == "Start de les"


def test_a_second_enter_on_stop_leaves_the_summary_there(lesson: Desk) -> None:
    lesson.click(lesson.window.bar.end)
    QTest.keyClick(lesson.window.end.close_it, Qt.Key.Key_Return)
    assert lesson.window.end.isVisible()
