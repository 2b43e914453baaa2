# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask the passphrase of the teacher's key, once per opening; kept nowhere here."""

from PySide6.QtWidgets import QLineEdit

from console.qt.buttons import Button
from console.qt.labels import PlainLabel
from console.qt.sheet import Sheet
from console.qt.theme import Theme
from console.qt.words.words import Words


class PassphraseDialog(Sheet):
    """One field and Open."""

    def __init__(self, theme: Theme, words: Words, *, wrong: bool = False) -> None:
        super().__init__(theme, words, words.key_title)
        self.setObjectName("passphraseDialog")
        self.column.addWidget(PlainLabel(words.key_text, "second", wraps=True))
        self.field = QLineEdit()
        self.field.setObjectName("passphrase")
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(words.key_field)
        self.field.setAccessibleName(words.key_field)
        self.column.addWidget(self.field)
        self.typed = ""
        self.opens = Button(theme, words.key_open, kind="main")
        self.opens.setObjectName("open")
        self.opens.setDefault(True)
        self.opens.clicked.connect(self._take)
        self.end_with(self.opens)
        self.say_wrong(words.key_wrong if wrong else "")
        self.first_focus = self.field

    def _take(self) -> None:
        if not self.field.text():
            self.say_wrong(self.words.error_empty)
            return
        self.typed = self.field.text()
        self.field.clear()
        self.accept()
