# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar above the wall: which lesson, until when, and what the teacher can do."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from console.core.view import SlotView, WallView
from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.labels import PlainLabel
from console.qt.phrases import clock_text, countdown, minutes_left, share_done
from console.qt.progress_line import ProgressLine
from console.qt.theme import Theme
from console.qt.words.words import Words

SIDE_PX: Final = 24
TINY_SIDE_PX: Final = 10


class LessonBar(QFrame):
    """Class, teacher, time left; Bedek, Schermen, Delen, Aandacht, Stop de les."""

    share_wanted = Signal()
    more_wanted = Signal()
    drawer_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self.setProperty("bar", "top")
        self._words, self._actions, self._covered = words, actions, True
        self._lesson = PlainLabel("", "heading")
        self._line = PlainLabel("", "second")
        self.demo = PlainLabel(words.demo, "demo")
        self._make_buttons(theme)
        self._progress = ProgressLine(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._buttons = self._row()
        column.addLayout(self._buttons)
        column.addWidget(self._progress)

    def _make_buttons(self, theme: Theme) -> None:
        words = self._words
        self.hands = Button(theme, words.hands_short, icon_name="hand")
        self.cover = Button(theme, words.cover, icon_name="cover")
        self.screens = Button(theme, words.screens, icon_name="screen", opens=True)
        self.share = Button(theme, words.share, icon_name="share", opens=True)
        self.attention = Button(
            theme, words.attention, icon_name="attention", opens=True
        )
        self.end = Button(theme, words.end_lesson, icon_name="stop")
        self.more = Button(theme, words.more, icon_name="down")
        bind(self.screens, self._actions["showScreens"])
        bind(self.end, self._actions["endLesson"])
        self.cover.clicked.connect(self._turn_cover)
        self.attention.clicked.connect(self._turn_attention)
        self.share.clicked.connect(self.share_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.hands.clicked.connect(self.drawer_wanted)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for label in (self._lesson, self._line, self.demo):
            row.addWidget(label)
        row.addStretch(1)
        for button in (self.hands, self.cover, self.screens, self.share):
            row.addWidget(button)
        for button in (self.attention, self.end, self.more):
            row.addWidget(button)
        return row

    def show_view(self, view: WallView, slot: SlotView, *, covered: bool) -> None:
        """Show the lesson of a view."""
        self._lesson.setText(f"{slot.class_name} {slot.subject}".strip())
        self.demo.setVisible(view.demo and self._lesson.isVisibleTo(self))
        words, self._covered = self._words, covered
        self.cover.say(words.uncover if covered else words.cover)
        self.cover.wear("plain", "eye-half" if covered else "cover")
        up = sum(tile.hand is not None for tile in view.tiles)
        self.hands.say(f"{words.hands_short} {up}" if up else words.hands_short)
        self.refresh(view, slot, view.now)

    def refresh(self, view: WallView, slot: SlotView, now: datetime) -> None:
        """Let the time run."""
        left = minutes_left(slot.ends, now, self._words)
        self._line.setText(
            self._words.bar_line.format(
                teacher=slot.teacher_name, end=clock_text(slot.ends), left=left
            )
        )
        self._progress.show_share(share_done(slot.starts, slot.ends, now))
        asked = view.attention
        if asked is None:
            self.attention.say(self._words.attention, opens=True)
            self.attention.wear("plain", "attention")
            return
        left = countdown(asked.until, now)
        self.attention.say(self._words.attention_off.format(left=left))
        self.attention.wear("ink", "attention")

    def fold(self, *, drawer: bool, more: bool, tiny: bool) -> None:
        """Keep what fits: the panel becomes a drawer, then the rest a menu."""
        self.hands.setVisible(drawer and not tiny)
        self._lesson.setVisible(not tiny)
        side = TINY_SIDE_PX if tiny else SIDE_PX
        self._buttons.setContentsMargins(side, 12, side, 12)
        if self.property("tiny") != tiny:
            self.setProperty("tiny", tiny)
            self._polish()
        self.more.setVisible(more)
        self.end.setVisible(not more)
        self._line.setVisible(not more)

    def _polish(self) -> None:
        for button in (self.cover, self.screens, self.share, self.attention, self.more):
            button.style().unpolish(button)
            button.style().polish(button)

    def _turn_cover(self) -> None:
        self._actions.run("uncover" if self._covered else "cover")

    def _turn_attention(self) -> None:
        ends = self._actions["endAttention"].isEnabled()
        self._actions.run("endAttention" if ends else "attention")
