# SPDX-License-Identifier: GPL-3.0-or-later
"""The line above the wall: what the teacher sees now, why, and how to stop."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from console.core.view import WallView
from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.icons import icon
from console.qt.labels import IconLabel, YieldingLabel
from console.qt.phrases import countdown, seconds_until
from console.qt.theme import Theme
from console.qt.words.words import Words

SEARCH_PX = 190
AROUND_PX = 56  # the mark and the edges
HEIGHT_PX = 38
SAID_BEFORE_S = 120  # of the end, after which the reason is stated again


class OverviewStrip(QFrame):
    """Says it in words, with Wijzig and Stop kleine beelden, and the search field."""

    searched = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._mark = IconLabel(theme, "eye-closed", 20, "accent")
        self._says = YieldingLabel("")
        self._change = Button(theme, words.strip_change, kind="link")
        self._stop = Button(theme, words.strip_stop, kind="link")
        self._show = Button(theme, words.strip_show, kind="link")
        bind(self._change, actions["showScreens"])
        bind(self._show, actions["showScreens"])
        bind(self._stop, actions["stopScreens"])
        self.search = SearchField(theme, words.search)
        self.search.textChanged.connect(self.searched)
        self.search.left.connect(self.left)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._says)
        for button in (self._change, self._stop, self._show):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.search)
        self.setFixedHeight(HEIGHT_PX)

    def fold(self, *, tiny: bool) -> None:
        """Let the sentence take two lines where the window is tiny."""
        self._says.setWordWrap(tiny)
        self._row.setStretchFactor(self._says, 100 if tiny else 0)

    def show_view(self, view: WallView, now: datetime, *, covered: bool) -> None:
        """Say what is seen in this view."""
        sees = view.overview_reason is not None
        rests = view.attention is not None and view.attention.pupil is None
        usual = not covered and not rests
        self._change.setVisible(usual and sees)
        self._stop.setVisible(not covered and sees)
        self._show.setVisible(usual and not sees)
        self.search.setVisible(not covered)
        self._mark.show_icon(*self._icon(sees=sees, rests=rests, covered=covered))
        self._says.setText(self._sentence(view, now, rests=rests, covered=covered))

    def _icon(self, *, sees: bool, rests: bool, covered: bool) -> tuple[str, str]:
        if covered:
            return "cover", "accent"
        return ("eye-half", "accent") if sees and not rests else ("eye-closed", "text2")

    def _sentence(
        self, view: WallView, now: datetime, *, rests: bool, covered: bool
    ) -> str:
        if covered:
            return self._words.strip_covered
        if view.overview_reason is None:
            return self._words.strip_nothing
        if rests:
            return self._words.strip_rest
        sees = self._words.strip_sees.format(reason=view.overview_reason)
        until = view.overview_until
        if until is None or seconds_until(until, now) > SAID_BEFORE_S:
            return sees
        left = countdown(until, now)
        return f"{sees} {self._words.strip_ends.format(left=left)}"


class SearchField(QLineEdit):
    """First letters; Esc empties it, Down or Enter goes to the tiles."""

    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("search")
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.ensurePolished()
        name_px = self.fontMetrics().horizontalAdvance(name) + AROUND_PX
        self.setFixedWidth(max(SEARCH_PX, name_px))
        self._mark = self.addAction(
            icon("search", theme.tokens.text2, 16),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        theme.changed.connect(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties first; only an empty field leaves Esc to the window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self._mark.setIcon(icon("search", self._theme.tokens.text2, 16))
