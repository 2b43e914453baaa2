# SPDX-License-Identifier: GPL-3.0-or-later
"""The line is as long as the share that is over."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from console.qt.progress_line import ProgressLine
from console.qt.theme import Theme


def test_the_done_part_is_painted_over_the_rest(qtbot: QtBot, theme: Theme) -> None:
    line = ProgressLine(theme, height_px=4, fill="accent")
    qtbot.addWidget(line)
    line.resize(100, 4)
    line.show_share(0.25)
    image = line.grab().toImage()
    assert image.pixelColor(10, 2) == QColor(theme.tokens.accent)
    assert image.pixelColor(50, 2) == QColor(theme.tokens.line)
    assert line.sizeHint().height() == 4
