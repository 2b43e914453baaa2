# SPDX-License-Identifier: GPL-3.0-or-later
"""One pill, on an offscreen screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agent.session.eye import EyeFace, Look, Press
from agent.session.qt.pill import TITLE, Pill, height_px
from agent.session.qt.pill_paint import paint
from agent.session.qt.theme import LIGHT

STOP = EyeFace(
    "Mevr. P ziet.", "Waarom: hulp", "eye-half", Look.EDGE, Press.STOP, "Stop"
)
NEE = EyeFace("Mevr. P wil.", "over 3 tellen", "eye-open", Look.EDGE, Press.NEE, "Nee")
QUIET = EyeFace("Niemand kijkt mee.", "Er is geen les.", "eye-closed", Look.QUIET)


def dress(pill: Pill, face: EyeFace) -> None:
    pill.show_painted(paint(face, LIGHT, 5, 1.0, 1.0, 700), face, LIGHT, "hint")


@pytest.fixture
def pill(qtbot: QtBot) -> Iterator[Pill]:
    made = Pill(QGuiApplication.primaryScreen())
    dress(made, STOP)
    made.show()
    yield made
    made.hide()
    made.deleteLater()


def child(pill: Pill, name: str) -> QWidget:
    found = pill.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def test_it_shows_the_prepared_picture_px_for_px(pill: Pill) -> None:
    assert pill.painted is not None
    seen, wanted = pill.grab().toImage(), pill.painted.image
    for x in range(30, wanted.width() - 30, 7):
        assert seen.pixelColor(x, 24).rgb() == wanted.pixelColor(x, 24).rgb()


def test_R04_it_has_its_title_and_says_itself_to_a_screen_reader(pill: Pill) -> None:
    assert pill.windowTitle() == TITLE
    assert pill.accessibleName() == STOP.spoken
    assert child(pill, "eyeOpen").accessibleName() == STOP.spoken


def test_one_click_on_the_button_is_the_press(qtbot: QtBot, pill: Pill) -> None:
    with qtbot.waitSignal(pill.pressed) as heard:
        qtbot.mouseClick(child(pill, "eyeStop"), Qt.MouseButton.LeftButton)
    assert heard.args == [Press.STOP]


def test_the_button_follows_the_state(qtbot: QtBot, pill: Pill) -> None:
    dress(pill, NEE)
    with qtbot.waitSignal(pill.pressed) as heard:
        qtbot.mouseClick(child(pill, "eyeNee"), Qt.MouseButton.LeftButton)
    assert heard.args == [Press.NEE]
    dress(pill, QUIET)
    assert not child(pill, "eyeNee").isVisible()


def test_a_click_anywhere_else_opens(qtbot: QtBot, pill: Pill) -> None:
    with qtbot.waitSignal(pill.opened):
        qtbot.mouseClick(
            child(pill, "eyeOpen"), Qt.MouseButton.LeftButton, pos=QPoint(60, 24)
        )


def test_a_drag_moves_it_along_the_edge_and_opens_nothing(
    qtbot: QtBot, pill: Pill
) -> None:
    grip, opened = child(pill, "eyeOpen"), []
    pill.opened.connect(lambda: opened.append(1))
    start = pill.pos()
    with qtbot.waitSignal(pill.placed) as heard:
        qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(60, 24))
        for x in (70, 90, 110):
            qtbot.mouseMove(grip, QPoint(x, 30))
        qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(60, 24))
    assert not opened
    assert heard.args is not None
    share, bottom = heard.args
    assert 0.5 < share <= 1
    assert not bottom
    assert pill.y() == start.y()
    assert pill.x() % 8 == 0


def test_it_stands_at_the_bottom_when_asked(pill: Pill) -> None:
    pill.place(0.0, bottom=True)
    room = pill.own_screen.geometry()
    assert pill.geometry().bottom() <= room.bottom()
    assert pill.y() > room.center().y()
    pill.place(9.0, bottom=False)
    assert pill.geometry().right() <= room.right()


def test_R03_it_cannot_be_closed(pill: Pill) -> None:
    assert not pill.close()
    assert pill.isVisible()


def test_a_strange_move_is_noticed(qtbot: QtBot, pill: Pill) -> None:
    with qtbot.waitSignal(pill.strayed):
        pill.move(300, 300)
    pill.settle()
    assert pill.y() == 8


def test_its_place_is_known_in_physical_px(pill: Pill) -> None:
    rect = pill.physical_rect()
    assert (rect.x_px, rect.y_px) == (pill.x(), pill.y())
    assert rect.height_px == height_px(8) == 48


def test_an_unpainted_pill_is_nowhere(qtbot: QtBot) -> None:
    bare = Pill(QGuiApplication.primaryScreen())
    assert bare.physical_rect().width_px == 0
    bare.repaint()
    bare.deleteLater()
