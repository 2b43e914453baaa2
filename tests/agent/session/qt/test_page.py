# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of a page."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.page import Page, emptied
from agent.session.qt.style import label
from agent.session.qt.theme import LIGHT


def test_what_is_read_aloud_is_what_can_be_seen(qtbot: QtBot) -> None:
    page = Page(PupilState(), LIGHT, 1.0)
    qtbot.addWidget(page)
    page.title.setText("Titel")
    page.body.addWidget(label("Eerste zin."))
    hidden = label("niet dit")
    page.body.addWidget(hidden)
    page.show()
    hidden.hide()
    page.refresh()
    assert page.spoken() == "Titel. Eerste zin"


def test_a_layout_is_emptied_to_the_bottom(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    inner = QHBoxLayout()
    inner.addWidget(QLabel("a"))
    rows.addLayout(inner)
    rows.addWidget(QLabel("b"))
    rows.addStretch(1)
    emptied(rows)
    assert rows.count() == 0
