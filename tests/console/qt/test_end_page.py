# SPDX-License-Identifier: GPL-3.0-or-later
"""A private summary that goes when it is closed."""

from dataclasses import replace

import pytest

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
