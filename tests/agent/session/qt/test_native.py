# SPDX-License-Identifier: GPL-3.0-or-later
"""What a drawn desktop cannot do is not asked of it."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agent.session.qt.native import round_off, to_top


def test_a_drawn_desktop_is_not_asked_for_outlines(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    round_off(window, 12)
    to_top(window)
    assert window.mask().isEmpty()
