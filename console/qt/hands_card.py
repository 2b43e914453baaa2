# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asked for help, in the order they asked.

When the queue moves, another pupil may stand under the pointer: the new buttons are
deaf for a moment, and the focus follows its pupil or goes nowhere.
"""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.core.view import HandView, TileView
from console.qt.actions import Actions
from console.qt.buttons import Button
from console.qt.labels import IconLabel, PlainLabel, YieldingLabel, rule
from console.qt.phrases import waited
from console.qt.theme import Theme
from console.qt.words.words import Words

Hands = list[tuple[TileView, HandView]]


class HandsCard(QFrame):
    """One row per hand; on a covered wall only how many."""

    queue_changed = Signal()
    focus_lost = Signal()  # the button that had it is gone, and nothing took its place

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._theme, self._words, self._actions = theme, words, actions
        self._shown: tuple[object, ...] = ()
        self._times: list[tuple[PlainLabel, datetime]] = []
        self._title = PlainLabel(words.hands, "heading")
        self._count = PlainLabel("", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(15, 11, 15, 11)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(IconLabel(theme, "hand", 20, "accent"))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._column.addLayout(head)
        self._rows = QWidget()
        self._column.addWidget(self._rows)

    def show_hands(self, hands: Hands, now: datetime, *, covered: bool) -> None:
        """Show the queue; rows are made anew only when the queue changed."""
        key = (covered, *((t.pupil, t.name, h.place, h.offers_look) for t, h in hands))
        if key != self._shown:
            self._shown = key
            self._rebuild(hands, covered=covered)
        self.refresh(now)

    def refresh(self, now: datetime) -> None:
        """Let the waiting times run."""
        for label, since in self._times:
            label.setText(waited(since, now, self._words))

    def _rebuild(self, hands: Hands, *, covered: bool) -> None:
        self._times = []
        focused = self._focused()
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._head(len(hands), covered=covered)
        if covered or not hands:
            words = self._words
            text = words.hands_covered if hands else words.no_hands
            column.addWidget(PlainLabel(text, "small", wraps=True))
        else:
            self._fill(column, hands)
        self._column.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows = fresh
        self.queue_changed.emit()
        if focused:
            self._keep_focus(focused)

    def _focused(self) -> str:
        """Name the button that has the focus now, or nothing."""
        here: QWidget | None = self.window().focusWidget()
        if here is None or not self._rows.isAncestorOf(here):
            return ""
        return here.objectName()

    def _keep_focus(self, name: str) -> None:
        button = self._rows.findChild(Button, name)
        if button is None:
            self.focus_lost.emit()
        else:
            button.setFocus()

    def _head(self, count: int, *, covered: bool) -> None:
        words = self._words
        one = count == 1
        some = words.hands_count_one if one else words.hands_count.format(n=count)
        self._title.setText(some if covered and count else words.hands)
        self._count.setText("" if covered or not count else str(count))

    def _fill(self, column: QVBoxLayout, hands: Hands) -> None:
        for number, (tile, hand) in enumerate(hands):
            if number:
                column.addWidget(rule())
            column.addWidget(self._row(tile, hand, first=number == 0))

    def _row(self, tile: TileView, hand: HandView, *, first: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._who(tile, hand))
        does = QHBoxLayout()
        does.setContentsMargins(30, 0, 0, 0)
        words = self._words
        text = words.offers_screen if hand.offers_look else words.asks_you
        does.addWidget(PlainLabel(text, "small", wraps=True), 1)
        if hand.offers_look:
            kind = "main" if first else "plain"
            does.addWidget(self._button(words.go_look, "look", tile, kind))
        else:
            does.addWidget(self._button(words.seen, "seeHand", tile, "plain"))
        column.addLayout(does)
        return row

    def _who(self, tile: TileView, hand: HandView) -> QHBoxLayout:
        who = QHBoxLayout()
        place = PlainLabel(str(hand.place), "place")
        place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        time = PlainLabel("", "small")
        self._times.append((time, hand.since))
        who.addWidget(place)
        who.addWidget(YieldingLabel(tile.name, "strong"), 1)
        who.addWidget(time)
        return who

    def _button(self, text: str, action: str, tile: TileView, kind: str) -> Button:
        button = Button(self._theme, text, kind=kind)
        button.setObjectName(f"{action}:{tile.pupil}")
        button.setAccessibleName(f"{text}, {tile.name}")
        button.be_new()
        run = self._actions.run
        button.clicked.connect(lambda: run(action, {"pupil": tile.pupil}))
        return button
