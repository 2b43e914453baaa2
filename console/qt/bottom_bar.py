# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar below: who is connected, and that pupils can read it all back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider

from console.core.view import WallView
from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.labels import IconLabel, PlainLabel, YieldingLabel
from console.qt.theme import Theme
from console.qt.words.words import Words

STEPS = 12


class BottomBar(QFrame):
    """Never counts pictures: that would count who said no."""

    zoomed = Signal(int)

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self.setProperty("bar", "bottom")
        self._words = words
        self._tiny, self._in_lesson, self._demo = False, False, False
        self.demo = PlainLabel(words.demo, "demo")
        self.demo.hide()
        self._connected = PlainLabel(words.no_lesson_running, "smallstrong")
        self._size_word = PlainLabel(words.size, "small")
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(0, STEPS)
        self._size.setFixedWidth(110)
        self._size.setAccessibleName(words.size)
        self._size.valueChanged.connect(self.zoomed)
        self._reads = YieldingLabel(words.pupils_will_read, "small")
        look_up = Button(theme, words.look_up, kind="link")
        look_up.setAccessibleName(words.what_is_logged)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.demo)
        row.addWidget(self._connected)
        row.addSpacing(14)
        row.addWidget(self._size_word)
        row.addWidget(self._size)
        row.addStretch(1)
        row.addWidget(IconLabel(theme, "log", 16, "text2"))
        row.addWidget(self._reads)
        row.addWidget(bind(look_up, actions["log"]))

    def fold(self, *, tiny: bool) -> None:
        """Leave the size out where the window is tiny."""
        self._tiny = tiny
        self._show_parts()

    def _show_parts(self) -> None:
        self.demo.setVisible(self._demo and (self._tiny or not self._in_lesson))
        self._size.setVisible(self._in_lesson and not self._tiny)
        self._size_word.setVisible(self._in_lesson and not self._tiny)

    def show_view(self, view: WallView | None, *, in_lesson: bool) -> None:
        """Show who is connected, in a lesson."""
        words = self._words
        self._in_lesson = in_lesson
        self._demo = view is not None and view.demo
        self._show_parts()
        over = view is not None and view.held is not None
        now = in_lesson or over
        self._reads.setText(words.pupils_read if now else words.pupils_will_read)
        if view is None or not in_lesson:
            none = words.lesson_over if over else words.no_lesson_running
            self._connected.setText(none)
            return
        some = words.connected_of if view.expected else words.connected
        self._connected.setText(some.format(n=view.connected, all=view.expected))
