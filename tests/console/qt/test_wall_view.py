# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall by mouse, by keyboard and by screen reader."""

import warnings
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QRegion,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.qt.held_picture import HeldPicture
from console.qt.link_dialog import LinkDialog
from console.qt.tile_face import TileFace
from console.qt.tile_painter import Marks, TilePainter
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import drawn, pupil_id

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_all_tiles_fit_without_scrolling(lesson: Desk) -> None:
    wall, model = lesson.window.page.wall, lesson.window.model
    last = wall.visualRect(model.index(model.rowCount() - 1))
    assert wall.viewport().rect().contains(last)
    assert not wall.verticalScrollBar().isVisible()


def test_larger_tiles_scroll(lesson: Desk) -> None:
    wall = lesson.window.page.wall
    before = wall.gridSize()
    wall.zoom(6)
    lesson.settle()
    assert wall.gridSize().width() > before.width()
    assert wall.verticalScrollBar().isVisible()
    wall.zoom(0)
    lesson.settle()
    assert wall.gridSize() == before


def test_arrows_walk_the_tiles_and_letters_find_a_pupil(lesson: Desk) -> None:
    wall = lesson.window.page.wall
    wall.setFocus()
    wall.setCurrentIndex(lesson.window.model.index(0))
    lesson.key(Qt.Key.Key_Right, wall)
    assert wall.chosen() == (pupil_id(1),)
    lesson.key(Qt.Key.Key_Down, wall)
    assert wall.currentIndex().row() > 1
    QTest.keyClicks(wall, "ver")
    assert wall.currentIndex().data() == "Vera X."


def test_click_and_ctrl_click_choose_one_and_more(lesson: Desk) -> None:
    wall = lesson.window.page.wall
    lesson.click_tile(4)
    assert wall.chosen() == (pupil_id(4),)
    where = wall.visualRect(lesson.window.model.index(1)).center()
    ctrl = Qt.KeyboardModifier.ControlModifier
    lesson.qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, ctrl, where)
    assert wall.chosen() == (pupil_id(1), pupil_id(4))


def test_the_choice_lives_through_a_search(lesson: Desk) -> None:
    wall, strip = lesson.window.page.wall, lesson.window.page.strip
    wall.choose(pupil_id(9))
    strip.search.setText("jo")
    assert wall.chosen() == (pupil_id(9),)
    strip.search.clear()
    assert wall.chosen() == (pupil_id(9),)
    wall.choose("stranger")
    assert wall.chosen() == (pupil_id(9),)


def test_a_screen_reader_hears_every_tile(lesson: Desk) -> None:
    interface = QAccessible.queryAccessibleInterface(lesson.window.page.wall)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "De klas"
    assert interface.childCount() == 24
    told = [
        interface.child(n).text(QAccessible.Text.Name)
        for n in range(interface.childCount())
    ]
    assert told[0] == "Amina B."
    assert told[2] == "Casper E., geen beeld"
    assert told[3] == "Dina F., hulp gevraagd · 4 min"
    assert interface.child(3).role() == QAccessible.Role.ListItem


class CountingPainter(TilePainter):
    """Counts the tiles that were painted."""

    painted: list[str]

    def paint(
        self,
        painter: QPainter,
        cell: QRect,
        face: TileFace,
        held: HeldPicture | None,
        marks: Marks,
    ) -> None:
        self.painted.append(face.name)
        super().paint(painter, cell, face, held, marks)


def test_new_pixels_paint_one_tile(lesson: Desk) -> None:
    wall = lesson.window.page.wall
    counting = CountingPainter(lesson.window.theme)
    counting.painted = []
    wall._painter = counting  # noqa: SLF001 -- a brush that counts
    lesson.bridge.picture(drawn(pupil_id(5), 3))
    lesson.qtbot.waitUntil(lambda: not lesson.bridge.waits)
    lesson.settle()
    assert counting.painted == ["Finn H."]
    counting.painted.clear()
    wall.viewport().repaint(QRegion(wall.viewport().rect()))
    assert len(counting.painted) == 24


def dropped(lesson: Desk, text: str, where: QPoint) -> bool:
    # PySide6 6.12 warns of the only way in which 6.11 makes these events
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        return drop(lesson, text, where)


def drop(lesson: Desk, text: str, where: QPoint) -> bool:
    data = QMimeData()
    data.setText(text)
    wall, copy = lesson.window.page.wall, Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, copy, data, left, none)
    wall.dragEnterEvent(enter)
    if enter.isAccepted():
        wall.dragMoveEvent(QDragMoveEvent(where, copy, data, left, none))
        wall.dropEvent(QDropEvent(QPointF(where), copy, data, left, none))
    return enter.isAccepted()


def test_an_address_dropped_on_a_tile_is_offered_to_that_pupil(lesson: Desk) -> None:
    wall = lesson.window.page.wall
    tile = wall.visualRect(lesson.window.model.index(0)).center()
    assert dropped(lesson, " https://www.geogebra.org/m/1 ", tile)
    dialog = lesson.opened(LinkDialog)
    assert dialog.url.text() == "https://www.geogebra.org/m/1"
    assert "Link aan Amina B." in texts(dialog)
    dialog.reject()
    beside = wall.viewport().rect().bottomRight()
    assert dropped(lesson, "https://www.geogebra.org/m/1", beside)
    dialog = lesson.opened(LinkDialog)
    assert "Link aan de hele klas" in texts(dialog)
    dialog.reject()


@pytest.mark.parametrize("text", ["http://x.org", "file:///etc/passwd", "hallo"])
def test_nothing_else_can_be_dropped(lesson: Desk, text: str) -> None:
    assert not dropped(lesson, text, QPoint(50, 50))


def test_the_focus_is_marked_for_who_walks_by_keyboard(lesson: Desk) -> None:
    wall = lesson.window.page.wall
    walked: list[bool] = []

    class Marking(TilePainter):
        def paint(
            self,
            painter: QPainter,
            cell: QRect,
            face: TileFace,
            held: HeldPicture | None,
            marks: Marks,
        ) -> None:
            walked.append(marks.current)

    wall._painter = Marking(lesson.window.theme)  # noqa: SLF001 -- (idem)
    lesson.window.activateWindow()
    lesson.click_tile(1)
    walked.clear()
    wall.viewport().repaint()
    assert True not in walked
    lesson.key(Qt.Key.Key_Right, wall)
    walked.clear()
    wall.viewport().repaint()
    assert walked.count(True) == int(wall.hasFocus())


def test_enter_asks_for_the_pupil_that_is_seen_to_be_chosen(lesson: Desk) -> None:
    wall, wanted = lesson.window.page.wall, list[str]()
    wall.look_wanted.connect(wanted.append)
    lesson.click_tile(0)
    where = wall.visualRect(lesson.window.model.index(4)).center()
    ctrl, left = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
    for _ in range(2):  # chosen too, and not any more: the focus stays there
        lesson.qtbot.mouseClick(wall.viewport(), left, ctrl, where)
    assert wall.chosen() == (pupil_id(0),)
    lesson.key(Qt.Key.Key_Return, wall)
    assert wanted == [pupil_id(4)]
    assert wall.chosen() == (pupil_id(4),)


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up])
def test_the_first_pupil_is_chosen_by_key_too(lesson: Desk, key: Qt.Key) -> None:
    wall = lesson.window.page.wall
    wall.setFocus()
    wall.setCurrentIndex(lesson.window.model.index(0))
    wall.clearSelection()
    lesson.key(key, wall)
    assert wall.chosen() == (pupil_id(0),)


def test_enter_held_down_asks_once(lesson: Desk) -> None:
    wall, wanted = lesson.window.page.wall, list[str]()
    wall.look_wanted.connect(wanted.append)
    wall.choose(pupil_id(0))
    none, enter = Qt.KeyboardModifier.NoModifier, Qt.Key.Key_Return
    for again in (False, True, True):
        down = QKeyEvent(QEvent.Type.KeyPress, enter, none, "\r", autorep=again)
        QApplication.sendEvent(wall, down)
    assert wanted == [pupil_id(0)]


def test_a_click_just_after_the_tiles_moved_chooses_nobody(lesson: Desk) -> None:
    wall, wanted = lesson.window.page.wall, list[str]()
    wall.look_wanted.connect(wanted.append)
    left = Qt.MouseButton.LeftButton
    lesson.qtbot.waitUntil(lambda: not wall.just_moved)
    lesson.worker.show(replace(lesson.worker.shown, trouble="Geen beeld."))
    lesson.settle()
    where = wall.visualRect(lesson.window.model.index(4)).center()
    lesson.qtbot.mouseClick(wall.viewport(), left, pos=where)
    lesson.qtbot.mouseDClick(wall.viewport(), left, pos=where)
    assert (wall.chosen(), wanted) == ((), [])
    lesson.click_tile(4)
    assert wall.chosen() == (pupil_id(4),)


def test_a_pupil_who_comes_or_goes_makes_the_tiles_move_too(lesson: Desk) -> None:
    wall = lesson.window.page.wall
    lesson.qtbot.waitUntil(lambda: not wall.just_moved)
    shown = lesson.worker.shown
    lesson.worker.show(replace(shown, tiles=shown.tiles[1:]))
    lesson.settle()
    assert wall.just_moved
