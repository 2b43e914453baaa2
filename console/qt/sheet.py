# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of every small dialog: a heading, its contents, one error line, buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.qt.buttons import ENTER, Button
from console.qt.labels import PlainLabel
from console.qt.tab_order import order_tabs, stops
from console.qt.theme import Theme
from console.qt.words.words import Words

WIDTH_PX = 440
ERROR_PX = 20  # one line


class Sheet(QDialog):
    """A dialog over one window; Esc and Annuleer leave everything as it was."""

    def __init__(
        self, theme: Theme, words: Words, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.setWindowTitle(words.product)
        self.setMinimumWidth(WIDTH_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(12)
        heading = PlainLabel(title, "heading", wraps=True)
        self.column.addWidget(heading)
        self.setAccessibleName(heading.text())
        self.error = PlainLabel("", "error", wraps=True)
        keeps = self.error.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # a button stays under the pointer
        self.error.setSizePolicy(keeps)
        self.error.setMinimumHeight(ERROR_PX)
        self.error.hide()
        self.first_focus: QWidget | None = None

    def say_wrong(self, sentence: str) -> None:
        """Show what is wrong, or nothing, and let a screen reader find it."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if self.isVisible():
            self._fit()

    def end_with(self, *buttons: Button, cancel: bool = True) -> None:
        """Put the error line and the row of buttons below the contents."""
        self.column.addWidget(self.error)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        if cancel:
            leave = Button(self.theme, self.words.cancel)
            leave.clicked.connect(self.reject)
            row.addWidget(leave)
        for button in buttons:
            row.addWidget(button)
        self.column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl + Enter as the main button, wherever the focus is.

        A key held down since before the dialog opened answers nothing.
        """
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            for button in self.findChildren(Button):
                if button.isDefault():
                    button.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height the sentences need, and put the first focus where it helps.

        Without a place given no button has it, so that Enter chooses nothing.
        """
        self._fit()
        order_tabs(stops(self.column))
        (self.first_focus or self).setFocus()
        super().showEvent(event)

    def _fit(self) -> None:
        """Take the height the sentences need now, and give back what they needed."""
        width = max(WIDTH_PX, self.minimumSizeHint().width())
        self.resize(width, self.column.totalHeightForWidth(width))
