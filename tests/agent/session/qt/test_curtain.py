# SPDX-License-Identifier: GPL-3.0-or-later
"""The attention screen of one monitor."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.qt.curtain import TITLE, CurtainWindow
from agent.session.qt.theme import tokens
from agent.session.words.say import Say
from protocol.messages.local import Band, CurtainUp

ASKED = CurtainUp(b"c" * 16, "mevr. Peeters", "de top van de parabool.", 120, 0, 0)


@pytest.fixture
def curtain(qtbot: QtBot) -> Iterator[CurtainWindow]:
    screen = QGuiApplication.primaryScreen()
    made = CurtainWindow(screen, ASKED, Say(), demo=True)
    made.ring.show_left(100, 120)
    made.show()
    yield made
    made.hide()
    made.deleteLater()


def words(curtain: CurtainWindow) -> str:
    return " ".join(label.text() for label in curtain.findChildren(QLabel))


def test_R61_it_says_who_and_why_and_what_to_do(curtain: CurtainWindow) -> None:
    shown = words(curtain)
    for part in (
        "Kijk even naar het bord.",
        "DEMO · Mevr. Peeters vraagt je aandacht. Waarom: de top van de parabool.",
        "Je werk blijft staan. Alles komt terug zoals het was.",
        "ga naar mevr. Peeters",
    ):
        assert part in shown
    assert curtain.windowTitle() == TITLE
    assert curtain.geometry() == curtain.own_screen.geometry()
    assert curtain.ring.accessibleName() == "1:40"


def test_every_patch_shows_nothing_but_the_ground(curtain: CurtainWindow) -> None:
    image = curtain.grab().toImage()
    for patch in curtain.patches():
        for x in range(patch.x_px, patch.x_px + patch.width_px):
            for y in range(patch.y_px, patch.y_px + patch.height_px):
                assert image.pixelColor(x, y) == QColor(tokens().curtain)


def test_R61_help_is_one_click(qtbot: QtBot, curtain: CurtainWindow) -> None:
    helped = curtain.findChild(QPushButton, "curtainHelp")
    assert isinstance(helped, QPushButton)
    with qtbot.waitSignal(curtain.help_wanted):
        qtbot.mouseClick(helped, Qt.MouseButton.LeftButton)


def test_R61_larger_letters_and_back(qtbot: QtBot, curtain: CurtainWindow) -> None:
    larger = curtain.findChild(QPushButton, "curtainLarger")
    assert isinstance(larger, QPushButton)
    before = curtain.styleSheet()
    qtbot.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert curtain.styleSheet() != before
    qtbot.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert curtain.styleSheet() == before


def test_it_cannot_be_closed(curtain: CurtainWindow) -> None:
    assert not curtain.close()
    assert curtain.isVisible()


def test_a_press_on_another_monitor_is_handed_on(
    qtbot: QtBot, curtain: CurtainWindow
) -> None:
    far = QPointF(5000, 10)
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonRelease,
        far,
        far,
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(curtain.outside_pressed) as heard:
        curtain.mouseReleaseEvent(event)
    assert heard.args == [QRect(QPoint(5000, 10), QPoint(5000, 10))]


def test_a_handed_press_finds_the_button(qtbot: QtBot, curtain: CurtainWindow) -> None:
    helped = curtain.findChild(QPushButton, "curtainHelp")
    assert isinstance(helped, QPushButton)
    middle = helped.mapToGlobal(helped.rect().center())
    with qtbot.waitSignal(curtain.help_wanted):
        assert curtain.press_at(QRect(middle, middle))
    assert not curtain.press_at(QRect(QPoint(1, 1), QPoint(1, 1)))


def test_young_pupils_get_larger_words(qtbot: QtBot) -> None:
    say = Say("nl", Band.SIX_TO_NINE)
    made = CurtainWindow(QGuiApplication.primaryScreen(), ASKED, say, demo=False)
    assert "DEMO" not in words(made)
    made.ring.show_left(10, 0)
    made.deleteLater()
