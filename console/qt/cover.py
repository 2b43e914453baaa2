# SPDX-License-Identifier: GPL-3.0-or-later
"""The cover: names only until the teacher says nobody else sees this screen.

It starts on, and comes back whenever a screen is added or the screens are laid out
anew: a beamer may be one. Source: docs/rights.md R-68.
"""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.labels import IconLabel, PlainLabel
from console.qt.theme import Theme
from console.qt.words.words import Words

ROOMY_PX: Final = 300


class CoverCard(QFrame):
    """Lies over the covered wall and asks the one question."""

    def __init__(
        self, theme: Theme, words: Words, actions: Actions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("popover", "true")
        self.setAccessibleName(words.covered_title)
        self.open = Button(theme, words.only_i_see, icon_name="eye-half", kind="main")
        self.open.setObjectName("onlyISee")
        bind(self.open, actions["uncover"])
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.open)
        row.addWidget(PlainLabel(words.or_space, "second", wraps=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(14)
        mark = IconLabel(theme, "cover", 36, "accent")
        more = PlainLabel(words.covered_more, "small", wraps=True)
        self._extras = (mark, more)
        column.addWidget(mark)
        column.addWidget(PlainLabel(words.covered_title, "title"))
        column.addWidget(PlainLabel(words.covered_question, "second", wraps=True))
        column.addLayout(row)
        column.addWidget(more)

    def centre(self) -> None:
        """Stay in the middle of the wall, no wider than it."""
        parent = self._over
        width = min(500, parent.width() - 16)
        for extra in self._extras:
            extra.setVisible(parent.height() >= ROOMY_PX)
        height = min(max(self.sizeHint().height(), self.heightForWidth(width)), 400)
        left, top = (parent.width() - width) // 2, (parent.height() - height) // 2
        self.setGeometry(left, max(0, top), width, height)


class ScreenGuard(QObject):
    """Tells when a screen was added or the screens were laid out anew."""

    may_be_seen = Signal()

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        for screen in app.screens():
            self._watch(screen)
        app.screenAdded.connect(self.screen_added)

    def screen_added(self, screen: QScreen) -> None:
        """Take a new screen as one that others can see."""
        self._watch(screen)
        self.may_be_seen.emit()

    def _watch(self, screen: QScreen) -> None:
        screen.virtualGeometryChanged.connect(self.may_be_seen)
