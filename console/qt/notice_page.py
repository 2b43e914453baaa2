# SPDX-License-Identifier: GPL-3.0-or-later
"""At the first start: what is written down of the teacher.

Source: docs/rights.md R-57.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.qt.buttons import Button
from console.qt.labels import IconLabel, PlainLabel, card
from console.qt.theme import Theme
from console.qt.words.words import Words

CARD_PX = 560


class NoticePage(QWidget):
    """No lesson can be started before this was read."""

    accepted = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        frame = card()
        frame.setFixedWidth(CARD_PX)
        column = QVBoxLayout(frame)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(14)
        column.addWidget(IconLabel(theme, "log", 36, "accent"))
        column.addWidget(PlainLabel(words.notice_title, "title"))
        for line in words.notice_lines:
            column.addLayout(_line(theme, line))
        self.read = Button(theme, words.notice_read, icon_name="check", kind="main")
        self.read.setObjectName("noticeRead")
        self.read.clicked.connect(self.accepted)
        column.addSpacing(4)
        column.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.addWidget(frame, 0, Qt.AlignmentFlag.AlignCenter)


def _line(theme: Theme, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    top = Qt.AlignmentFlag.AlignTop
    row.addWidget(IconLabel(theme, "check", 18, "accent"), 0, top)
    row.addWidget(PlainLabel(text, wraps=True), 1)
    return row
