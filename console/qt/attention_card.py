# SPDX-License-Identifier: GPL-3.0-or-later
"""Attention while it lasts: what was asked, how long still, and what is known of it."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from console.core.view import AttentionView, LockMark, WallView
from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.labels import IconLabel, PlainLabel
from console.qt.phrases import clock_text, countdown, share_done
from console.qt.progress_line import ProgressLine
from console.qt.theme import Theme
from console.qt.words.words import Words


class AttentionCard(QFrame):
    """Counts curtains, never pictures; says nothing a laptop did not confirm."""

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._words = words
        self._since: tuple[AttentionView, datetime] | None = None
        self._title = PlainLabel("", "heading")
        self._reason = PlainLabel("", "second", wraps=True)
        self._alone = PlainLabel("", "small", wraps=True)
        self._line = ProgressLine(theme, height_px=6, fill="ink")
        self._counts = {mark: PlainLabel("", "strong") for mark in self._names()}
        self._ends = PlainLabel("", "caption", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(15, 11, 15, 11)
        self._column.setSpacing(8)
        self._head(theme)
        for widget in (self._reason, self._alone, self._line):
            self._column.addWidget(widget)
        self._rows()
        stop = Button(theme, words.stop_now, icon_name="stop", kind="ink")
        self._column.addWidget(bind(stop, actions["endAttention"]))
        self._column.addWidget(self._ends)

    def _names(self) -> dict[LockMark, str]:
        words = self._words
        return {
            LockMark.SHOWN: words.shown_on,
            LockMark.REQUESTED: words.not_yet_shown,
            LockMark.NOT_SHOWN: words.not_shown_on,
        }

    def _head(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(IconLabel(theme, "attention", 20, "text"))
        head.addWidget(self._title, 1)
        self._column.addLayout(head)

    def _rows(self) -> None:
        for mark, name in self._names().items():
            row = QHBoxLayout()
            row.addWidget(PlainLabel(name), 1)
            row.addWidget(self._counts[mark])
            self._column.addLayout(row)

    def show_view(self, view: WallView, now: datetime) -> None:
        """Show the attention of a view, or hide."""
        asked = view.attention
        self.setVisible(asked is not None)
        if asked is None:
            self._since = None
            return
        self._reason.setText(f"“{asked.reason}”")
        alone = next((t.name for t in view.tiles if t.pupil == asked.pupil), "")
        self._alone.setText(self._words.attention_of_one.format(name=alone))
        self._alone.setVisible(bool(alone))
        for mark, label in self._counts.items():
            label.setText(str(sum(tile.lock is mark for tile in view.tiles)))
        self.refresh(asked, now)

    def refresh(self, asked: AttentionView, now: datetime) -> None:
        """Let the time run."""
        if self._since is None or self._since[0].until != asked.until:
            self._since = (asked, now)
        left = countdown(asked.until, now)
        self._title.setText(self._words.attention_left.format(left=left))
        self._line.show_share(1 - share_done(self._since[1], asked.until, now))
        self._ends.setText(
            self._words.stops_by_itself.format(time=clock_text(asked.until))
        )
