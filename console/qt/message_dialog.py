# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a short message: plain words, counted while you type.

A message is one line, so Enter sends it, with Ctrl or without.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from console.qt.buttons import ENTER, Button
from console.qt.labels import PlainLabel
from console.qt.limits import message_error, one_line
from console.qt.sheet import Sheet
from console.qt.theme import Theme
from console.qt.words.words import Words
from protocol.constants import MESSAGE_CHARS


class MessageDialog(Sheet):
    """Sends a text of at most 280 characters."""

    sent = Signal(str)

    def __init__(
        self, theme: Theme, words: Words, who: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, words.message_title.format(who=who), parent)
        self.setObjectName("messageDialog")
        self.field = MessageField()
        self.field.setObjectName("messageText")
        self.field.setAccessibleName(words.message_field)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(112)
        self._left = PlainLabel("", "caption")
        self.column.addWidget(self.field)
        below = QHBoxLayout()
        below.addWidget(PlainLabel(words.enter_sends, "caption"), 1)
        below.addWidget(self._left)
        self.column.addLayout(below)
        self.field.textChanged.connect(self._count)
        send = Button(theme, words.send, icon_name="message", kind="main")
        send.setObjectName("send")
        send.setDefault(True)
        send.clicked.connect(self._send)
        self.field.entered.connect(self._send)
        self.first_focus = self.field
        self.end_with(send)
        self._count()

    def _count(self) -> None:
        text = one_line(self.field.toPlainText())
        left = MESSAGE_CHARS - len(text)
        self._left.setText(self.words.characters_left.format(n=max(0, left)))
        self.say_wrong(message_error(text, self.words) if left < 0 else "")

    def _send(self) -> None:
        text = one_line(self.field.toPlainText())
        wrong = message_error(text, self.words)
        self.say_wrong(wrong)
        if not wrong:
            self.sent.emit(text)
            self.accept()


class MessageField(QPlainTextEdit):
    """Wraps what is long; Enter says that it is done."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as the end, once for each time it goes down."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.entered.emit()
