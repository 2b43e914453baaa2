# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing the window ends the lesson: said before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.qt.buttons import Button
from console.qt.labels import PlainLabel
from console.qt.sheet import Sheet
from console.qt.theme import Theme
from console.qt.words.words import Words


class LeaveDialog(Sheet):
    """Blijf, or stop the lesson and close."""

    left = Signal()

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(theme, words, words.leave_title, parent)
        self.setObjectName("leaveDialog")
        self.column.addWidget(PlainLabel(words.leave_text, "second", wraps=True))
        self.stay = Button(theme, words.leave_stay, kind="main")
        self.stay.setObjectName("stay")
        self.stay.setDefault(True)
        self.stay.clicked.connect(self.reject)
        self.go = Button(theme, words.leave_go, icon_name="stop")
        self.go.setObjectName("leave")
        self.go.clicked.connect(self._go)
        self.end_with(self.go, self.stay, cancel=False)
        self.first_focus = self.stay

    def _go(self) -> None:
        self.accept()
        self.left.emit()
