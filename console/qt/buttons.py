# SPDX-License-Identifier: GPL-3.0-or-later
"""The one maker of buttons: a word always, an icon beside it, one look per kind.

Enter presses a button that has the focus, as Space does. A key that is held down
presses nothing, and a button that just came where another stood is deaf for a moment:
who was quicker than the window meant the other one.
"""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from console.qt.deaf import Deaf
from console.qt.icons import icon
from console.qt.plain_text import clean
from console.qt.theme import Theme

_ICON_TOKEN = {"main": "on_accent", "ink": "on_ink", "link": "accent", "icon": "accent"}
LONGEST_CHARS = 120
ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PRESSES: Final = ENTER | {Qt.Key.Key_Space, Qt.Key.Key_Select}


class Button(QPushButton):
    """A button; `kind` is plain, main, ink, link, icon, row or chip."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon_name: str = "",
        kind: str = "plain",
        opens: bool = False,
    ) -> None:
        super().__init__()
        self.theme, self._icon_name, self._kind = theme, icon_name, kind
        self._deaf = Deaf()
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setIconSize(QSize(18, 18))
        self.say(text, opens=opens)
        theme.changed.connect(self._dress)
        self.toggled.connect(self._dress)
        self._dress()

    def say(self, text: str, *, opens: bool = False) -> None:
        """Change the word; an ampersand is one, not a shortcut."""
        harmless = clean(text, LONGEST_CHARS)
        if self._kind == "icon":
            self.setAccessibleName(harmless)
            return
        gap = " " if self._icon_name else ""
        shown = gap + harmless.replace("&", "&&") + ("  ▾" if opens else "")
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(harmless)

    def wear(self, kind: str, icon_name: str) -> None:
        """Change the look."""
        if (kind, icon_name) == (self._kind, self._icon_name):
            return
        self._kind, self._icon_name = kind, icon_name
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()

    def be_new(self) -> None:
        """Be deaf for a moment: what stood here until now was something else."""
        self._deaf.begin()

    @property
    def is_new(self) -> bool:
        """Say whether a click or key would still be one too quick."""
        return self._deaf.lasts

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a click go by that came too quick."""
        if not self.is_new:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too, once for each time the key goes down."""
        if self.is_new and event.key() in _PRESSES:
            return
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def _dress(self) -> None:
        name = "check" if self.isChecked() else self._icon_name
        if not name:
            self.setIcon(QIcon())
            return
        token = _ICON_TOKEN.get(self._kind, "text")
        self.setIcon(icon(name, getattr(self.theme.tokens, token), 18))


def bind(button: QPushButton, action: QAction) -> QPushButton:
    """Let a button stand for an action: a click triggers it, both are able together."""

    def follow() -> None:
        button.setEnabled(action.isEnabled())

    button.clicked.connect(action.trigger)
    action.changed.connect(follow)
    follow()
    return button
