# SPDX-License-Identifier: GPL-3.0-or-later
"""A card in the middle."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from agent.session.qt.card_window import CardWindow
from agent.session.qt.style import label


def test_it_stands_in_the_middle_and_never_over_the_edge(qtbot: QtBot) -> None:
    card = CardWindow("Inzage vraag", young=False)
    qtbot.addWidget(card)
    QVBoxLayout(card).addWidget(label("woord " * 2000))
    card.centre(720)
    card.show()
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(card.geometry())
    assert abs(card.geometry().center().x() - room.center().x()) <= 1


def test_young_pupils_get_larger_words(qtbot: QtBot) -> None:
    card = CardWindow("Inzage vraag", young=True)
    qtbot.addWidget(card)
    assert card.px(10) == 13
