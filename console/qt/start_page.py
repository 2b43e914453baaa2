# SPDX-License-Identifier: GPL-3.0-or-later
"""Before the lesson: the lesson the timetable says, and one click to start it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from console.core.view import SlotView
from console.core.view import WallView as View
from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.labels import IconLabel, PlainLabel, card
from console.qt.phrases import clock_text, date_text, greeting
from console.qt.theme import Theme
from console.qt.tile_painter import SIDE_PX as SIDE_OF_TILE_PX
from console.qt.wall_view import WallView
from console.qt.words.words import Words

SIDE_PX: Final = 320
NAMES_FROM_PX: Final = 520
READY_FROM_PX: Final = 340
_GROWS: Final = (QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)


class StartPage(QWidget):
    """Shows names at once from the class list; shows no screens."""

    def __init__(
        self, theme: Theme, words: Words, actions: Actions, wall: WallView
    ) -> None:
        super().__init__()
        self._words = words
        self.side = _Side(words)
        self._hello = PlainLabel("", "second")
        self._lesson = PlainLabel(words.please_wait, "display", wraps=True)
        self._line = PlainLabel("", "second", wraps=True)
        self.start = Button(theme, words.start_lesson, kind="main")
        self.start.setProperty("big", "true")
        self.start.setMinimumWidth(220)
        self.start.setDefault(True)
        bind(self.start, actions["startLesson"])
        self._enter = PlainLabel(words.enter, "smallstrong")
        self._after = PlainLabel(words.start_shows_nothing, "small", wraps=True)
        self._ready = _Ready(theme, words)
        self._wall, self._names = wall, PlainLabel(words.the_class, "strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        self._has_lesson, self._is_ready = False, False
        self._rest = QSpacerItem(0, 0, *_GROWS)
        self._main = self._fill()
        row.addLayout(self._main, 1)

    def _fill(self) -> QVBoxLayout:
        main = QVBoxLayout()
        main.setContentsMargins(48, 32, 48, 8)
        main.setSpacing(8)
        main.addWidget(self._hello)
        main.addWidget(self._lesson)
        main.addWidget(self._line)
        main.addSpacing(12)
        main.addLayout(self._start_row())
        main.addWidget(self._after)
        main.addSpacing(12)
        main.addWidget(self._ready)
        main.addSpacing(12)
        main.addWidget(self._names)
        wall = QVBoxLayout()
        wall.setContentsMargins(-SIDE_OF_TILE_PX, 0, -SIDE_OF_TILE_PX, 0)
        wall.addWidget(self._wall)
        main.addLayout(wall, 1000)
        main.addItem(self._rest)
        return main

    def _start_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.start)
        row.addWidget(self._enter)
        row.addStretch(1)
        return row

    def show_view(self, view: View) -> None:
        """Show the lesson of a view, or that there is none."""
        slot = view.slot
        self.side.show_view(view)
        for widget in (self.start, self._enter, self._after):
            widget.setVisible(slot is not None)
        self._has_lesson, self._is_ready = slot is not None, not view.trouble
        self._show_room()
        if slot is None:
            self._hello.setText("")
            self._lesson.setText(self._words.no_lesson)
            self._line.setText(self._words.no_lesson_more)
            return
        self._show_slot(view, slot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a low window has no room for; the start button stays."""
        super().resizeEvent(event)
        self._show_room()

    def _show_room(self) -> None:
        names = self._has_lesson and self.height() >= NAMES_FROM_PX
        self._wall.setVisible(names)
        self._names.setVisible(names)
        roomy = self.height() >= READY_FROM_PX
        self._ready.setVisible(self._has_lesson and self._is_ready and roomy)
        self._rest.changeSize(0, 0 if names else 1, *_GROWS)
        self._main.invalidate()

    def _show_slot(self, view: View, slot: SlotView) -> None:
        self._hello.setText(greeting(view.now, slot.teacher_name, self._words))
        self._lesson.setText(f"{slot.class_name} {slot.subject}".strip())
        words, held = self._words, view.held
        line = words.lesson_line.format(
            start=clock_text(slot.starts),
            end=clock_text(slot.ends),
            pupils=view.expected or len(view.tiles),
        )
        again = held is not None and slot.starts <= held[0] < slot.ends
        if held is not None and again:
            start, end = (clock_text(time) for time in held)
            line = f"{words.was_held.format(start=start, end=end)} {line}"
        self._line.setText(line)
        self.start.say(words.start_again if again else words.start_lesson)

    def fold(self, *, narrow: bool) -> None:
        """Leave the day's column out where the window is narrow."""
        self.side.setVisible(not narrow)


class _Side(QFrame):
    """The day, and the lesson of now in it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setProperty("bar", "side")
        self.setFixedWidth(SIDE_PX)
        self._words = words
        self._day = PlainLabel("", "title", wraps=True)
        self._now = card("soft")
        self._time = PlainLabel("", "strong")
        self._lesson = PlainLabel("", "strong", wraps=True)
        self._until = PlainLabel("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 20)
        column.setSpacing(8)
        column.addWidget(self._day)
        column.addWidget(PlainLabel(words.your_lesson_now, "small"))
        column.addSpacing(8)
        column.addWidget(self._now)
        column.addStretch(1)
        column.addWidget(PlainLabel(words.replacing, "small", wraps=True))
        self._fill_now()

    def _fill_now(self) -> None:
        row = QHBoxLayout(self._now)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(16)
        lesson = QVBoxLayout()
        lesson.setSpacing(2)
        lesson.addWidget(self._lesson)
        lesson.addWidget(self._until)
        row.addWidget(self._time, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lesson, 1)
        row.addWidget(PlainLabel(self._words.now, "small"))

    def show_view(self, view: View) -> None:
        """Show the day of a view."""
        self._day.setText(date_text(view.now, self._words))
        slot = view.slot
        self._now.setVisible(slot is not None)
        if slot is not None:
            self._time.setText(clock_text(slot.starts))
            self._lesson.setText(f"{slot.class_name} {slot.subject}".strip())
            self._until.setText(f"{clock_text(slot.starts)}–{clock_text(slot.ends)}")


class _Ready(QFrame):
    """Says that the school's papers and this program are in order."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel(theme, "check", 20, "accent"))
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(PlainLabel(words.all_ready, "strong"))
        text.addWidget(PlainLabel(words.all_ready_more, "small", wraps=True))
        row.addLayout(text, 1)
