# SPDX-License-Identifier: GPL-3.0-or-later
"""One plain sentence when something does not work, the same for the whole class."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from console.qt.labels import IconLabel, PlainLabel
from console.qt.theme import Theme


class TroubleBar(QFrame):
    """No red, no sound; it stays as long as the trouble does."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("bar", "trouble")
        self._says = PlainLabel("", "strong", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, "eye-note", 20, "text"))
        row.addWidget(self._says, 1)
        self.hide()

    def show_trouble(self, sentence: str) -> None:
        """Show a sentence, or nothing."""
        self._says.setText(sentence)
        self.setVisible(bool(sentence))
