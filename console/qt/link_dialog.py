# SPDX-License-Identifier: GPL-3.0-or-later
"""Offer a link: https only, and the site's name shown as the pupil will read it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from console.qt.buttons import Button
from console.qt.labels import PlainLabel
from console.qt.limits import completed, host_of, link_error, one_line, url_error
from console.qt.sheet import Sheet
from console.qt.theme import Theme
from console.qt.words.words import Words
from protocol.constants import TITLE_CHARS


class LinkDialog(Sheet):
    """Sends an address and a title."""

    sent = Signal(str, str)

    def __init__(
        self, theme: Theme, words: Words, who: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, words, words.link_title.format(who=who), parent)
        self.setObjectName("linkDialog")
        self.url = self._field(words.link_field, "linkUrl")
        self.goes = PlainLabel("", "caption")
        self.column.addWidget(self.goes)
        self.title = self._field(words.link_name, "linkTitle")
        self.title.setMaxLength(TITLE_CHARS)
        self.url.textChanged.connect(self._show_host)
        send = Button(theme, words.send, icon_name="link", kind="main")
        send.setObjectName("send")
        send.setDefault(True)
        send.clicked.connect(self._send)
        self.first_focus = self.url
        self.end_with(send)
        self._show_host()

    def start_with(self, url: str) -> None:
        """Fill the address in, as when it was dropped on the window."""
        self.url.setText(url)
        self.first_focus = self.title

    def _field(self, name: str, object_name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(object_name)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        self.column.addWidget(field)
        return field

    def _show_host(self) -> None:
        url = completed(self.url.text())
        good = not url_error(url, self.words)
        host = host_of(url) if good else "…"
        self.goes.setText(self.words.link_goes_to.format(host=host))
        self.say_wrong("")

    def _send(self) -> None:
        url, title = completed(self.url.text()), one_line(self.title.text())
        wrong = link_error(url, title, self.words)
        self.say_wrong(wrong)
        if not wrong:
            self.sent.emit(url, title)
            self.accept()
