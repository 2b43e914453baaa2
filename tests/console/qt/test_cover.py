# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall starts covered and is covered again when others may see it (R-68)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from console.qt.tile_face import Ground
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    busy_view,
    drawn,
    pupil_id,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_R68_a_lesson_starts_covered_and_space_uncovers_and_covers(desk: Desk) -> None:
    desk.run("startLesson")
    assert desk.window.page.cover.isVisible()
    desk.key(Qt.Key.Key_Space, desk.window.page.cover.open)
    assert not desk.window.page.cover.isVisible()
    desk.key(Qt.Key.Key_Space, desk.window.page.wall)
    assert desk.window.page.cover.isVisible()
    desk.click(desk.window.bar.cover)
    assert not desk.window.page.cover.isVisible()
    desk.click(desk.window.bar.cover)
    assert desk.window.page.cover.isVisible()


def test_R68_D14_a_covered_wall_says_names_and_nothing_more(lesson: Desk) -> None:
    lesson.click_tile(9)
    lesson.window.cover(True)
    lesson.settle()
    shown = texts(lesson.window.page)
    assert "2 handen" in shown
    for told in ("Dina F.", "hulp gevraagd", "Jonas V.", "kleine beelden"):
        assert told not in shown
    assert {lesson.face(t.name).ground for t in busy_view().tiles} == {Ground.NONE}
    assert not lesson.window.page.strip.search.isVisible()
    assert not lesson.window.page.panel.pupil.isVisible()
    assert "De schermen zijn bedekt. Alleen namen staan hier." in shown


def test_R68_a_new_screen_covers_the_wall_again(lesson: Desk) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    assert not lesson.window.state.covered
    app.screenAdded.emit(app.primaryScreen())
    assert lesson.window.state.covered
    lesson.window.cover(False)
    app.primaryScreen().virtualGeometryChanged.emit(
        app.primaryScreen().virtualGeometry()
    )
    assert lesson.window.state.covered


def test_R68_the_cover_hides_the_large_view_and_closes_the_log(lesson: Desk) -> None:
    lesson.bridge.picture(drawn(pupil_id(9), 9, large=True))
    lesson.qtbot.waitUntil(lambda: not lesson.bridge.waits)
    lesson.run("log")
    assert lesson.window.log.isVisible()
    before = lesson.window.view_window.picture.grab().toImage()
    lesson.run("cover")
    assert not lesson.window.log.isVisible()
    assert lesson.window.view_window.picture.grab().toImage() != before


def test_R68_the_next_lesson_starts_covered_again(lesson: Desk) -> None:
    assert not lesson.window.state.covered
    lesson.run("endLesson")
    lesson.run("startLesson")
    assert lesson.window.state.covered
