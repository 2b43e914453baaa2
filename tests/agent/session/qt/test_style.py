# SPDX-License-Identifier: GPL-3.0-or-later
"""The few widgets our windows are made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agent.session.qt.style import button, frame, label, picture, sheet, spoken
from agent.session.qt.theme import DARK, LIGHT


def test_S10_a_text_is_never_markup(qtbot: QtBot) -> None:
    made = label("<b>mevr.</b> Peeters", "title")
    assert made.textFormat() is Qt.TextFormat.PlainText


def test_a_button_has_its_name_and_says_its_words(qtbot: QtBot) -> None:
    made = button("Stop", "stop", "big", "stop", LIGHT.text)
    assert made.objectName() == "stop"
    assert made.accessibleName() == "Stop"
    assert not made.icon().isNull()


def test_every_size_grows_with_the_factor(qtbot: QtBot) -> None:
    assert "font-size: 14px" in sheet(LIGHT, 1.0)
    assert "font-size: 18px" in sheet(LIGHT, 1.3)
    assert sheet(LIGHT, 1.0) != sheet(DARK, 1.0)


def test_roles_reach_the_text(qtbot: QtBot) -> None:
    window = QWidget()
    window.setStyleSheet(sheet(LIGHT, 1.0))
    title = label("Titel", "title")
    title.setParent(window)
    qtbot.addWidget(window)
    window.show()
    title.ensurePolished()
    assert title.font().pixelSize() == 22
    assert title.font().weight() == 600


def test_a_hairline_is_one_px(qtbot: QtBot) -> None:
    assert frame("line").maximumHeight() == 1
    assert frame("card").property("part") == "card"


def test_a_picture_and_a_spoken_name(qtbot: QtBot) -> None:
    made = picture("hand", LIGHT.text, 22)
    assert made.width() == 22
    spoken(made, "hand")
    assert made.accessibleName() == "hand"
