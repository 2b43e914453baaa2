# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar above the wall: which lesson, until when, and what the teacher can do."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.core.view import SlotView, WallView
from console.qt.actions import Actions
from console.qt.attention_button import AttentionButton
from console.qt.bar_form import BarNeeds, Line, choose_form
from console.qt.buttons import Button, bind
from console.qt.labels import PlainLabel, YieldingLabel
from console.qt.phrases import clock_text, countdown, minutes_left, share_done
from console.qt.progress_line import ProgressLine
from console.qt.theme import Theme
from console.qt.usual import Usual
from console.qt.words.words import Words

SIDE_PX: Final = 24
TINY_SIDE_PX: Final = 10
APART_PX: Final = 8


class LessonBar(QFrame):
    """Class, teacher, time left; Bedek, Schermen, Delen, Aandacht, Stop de les."""

    share_wanted = Signal()
    more_wanted = Signal()
    drawer_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self.setProperty("bar", "top")
        self._words, self._actions, self._covered = words, actions, True
        self._drawer, self._tiny = False, False
        self._lines = dict.fromkeys(Line, "")
        self._lesson = YieldingLabel("", "heading")
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
        self.hands = Button(theme, "", icon_name="hand")
        self.cover = Button(theme, words.cover, icon_name="cover")
        self.screens = Button(theme, words.screens, icon_name="screen", opens=True)
        self.share = Button(theme, words.share, icon_name="share", opens=True)
        self.split = AttentionButton(theme, words)
        self.attention, self.other = self.split.ask, self.split.other
        self.end = Button(theme, words.end_lesson, icon_name="stop")
        self.more = Button(theme, words.more, icon_name="down")
        bind(self.screens, self._actions["showScreens"])
        bind(self.end, self._actions["endLesson"])
        bind(self.other, self._actions["attentionMenu"])
        self.cover.clicked.connect(self._turn_cover)
        self.attention.clicked.connect(self._turn_attention)
        self.share.clicked.connect(self.share_wanted)
        self.more.clicked.connect(self.more_wanted)
        self.hands.clicked.connect(self.drawer_wanted)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(APART_PX)
        for label in (self._lesson, self._line, self.demo):
            row.addWidget(label)
        row.addStretch(1)
        for part in (self.hands, *self._always(), self.end, self.more):
            row.addWidget(part)
        return row

    def _always(self) -> tuple[QWidget, ...]:
        return self.cover, self.screens, self.share, self.split

    def show_view(
        self, view: WallView, slot: SlotView, usual: Usual | None, *, covered: bool
    ) -> None:
        """Show the lesson of a view."""
        self._lesson.setText(f"{slot.class_name} {slot.subject}".strip())
        self.demo.setVisible(view.demo and not self._tiny)
        words = self._words
        if covered != self._covered:
            self.cover.be_new()  # a double click may not cover and uncover
            self._covered = covered
        self.cover.say(words.uncover if covered else words.cover)
        self.cover.wear("plain", "eye-half" if covered else "cover")
        up = sum(tile.hand is not None for tile in view.tiles)
        self.hands.say(str(up))
        self.hands.setAccessibleName(f"{words.hands_short}: {up}")
        if view.attention is None:
            self.split.show_usual(usual)
        self.refresh(view, slot, view.now)

    def refresh(self, view: WallView, slot: SlotView, now: datetime) -> None:
        """Let the time run."""
        words, end = self._words, clock_text(slot.ends)
        left = minutes_left(slot.ends, now, words)
        self._lines = {
            Line.NOTHING: "",
            Line.LEFT: left,
            Line.TIMES: words.bar_times.format(end=end, left=left),
            Line.WHOLE: words.bar_line.format(
                teacher=slot.teacher_name, end=end, left=left
            ),
        }
        self._progress.show_share(share_done(slot.starts, slot.ends, now))
        asked = view.attention
        if asked is not None:
            self.split.show_running(asked.reason, countdown(asked.until, now))
        self._fit()

    def fold(self, *, drawer: bool, snug: bool, tiny: bool) -> None:
        """Know whether the panel is a drawer, and how much each pixel counts."""
        self._drawer, self._tiny = drawer, tiny
        side = TINY_SIDE_PX if tiny else SIDE_PX
        self._buttons.setContentsMargins(side, 12, side, 12)
        self.split.fold(tight=tiny)
        if self.property("snug") != snug:
            self.setProperty("snug", snug)
            for button in self.findChildren(Button):
                button.style().unpolish(button)
                button.style().polish(button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the fullest form there is room for."""
        form = choose_form(self._needs())
        self._lesson.setVisible(form.lesson_most_px > 0 and not self._tiny)
        self._line.setText(self._lines[form.line])
        self._line.setVisible(form.line > Line.NOTHING)
        self.hands.setVisible(self._drawer and form.hands)
        self.end.setVisible(form.end)
        self.more.setVisible(form.more)

    def _needs(self) -> BarNeeds:
        margins = self._buttons.contentsMargins()
        measure = self._line.fontMetrics().horizontalAdvance
        always = [part.sizeHint().width() for part in self._always()]
        if self.demo.isVisibleTo(self):
            always.append(self.demo.sizeHint().width())
        return BarNeeds(
            room_px=self.width() - margins.left() - margins.right(),
            lesson_px=0 if self._tiny else self._lesson.sizeHint().width(),
            lines_px={line: measure(text) for line, text in self._lines.items()},
            always_px=sum(always) + APART_PX * (len(always) - 1),
            hands_px=self.hands.sizeHint().width() if self._drawer else 0,
            end_px=self.end.sizeHint().width(),
            more_px=self.more.sizeHint().width(),
            apart_px=APART_PX,
        )

    def _turn_cover(self) -> None:
        self._actions.run("uncover" if self._covered else "cover")

    def _turn_attention(self) -> None:
        ends = self._actions["endAttention"].isEnabled()
        self._actions.run("endAttention" if ends else "attention")
