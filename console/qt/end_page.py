# SPDX-License-Identifier: GPL-3.0-or-later
"""After the lesson: a summary for this teacher alone, kept nowhere, naming nobody."""

import re
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.view import SlotView
from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.labels import IconLabel, PlainLabel, card
from console.qt.phrases import clock_text
from console.qt.theme import Theme
from console.qt.words.words import Words

PAGE_PX: Final = 1_080
_FIGURE: Final = re.compile(r"(\d+(?: min| s| sec)?) (.+)", re.DOTALL)


def figures(summary: str) -> list[tuple[str, str]]:
    """Split a summary such as "4 min meegekeken, 3 handen" into figures and words."""
    parts = [part.strip(" .") for part in re.split(r"[,\n·]", summary)]
    found = [_FIGURE.fullmatch(part) for part in parts if part]
    if not all(found):
        return []
    return [(m.group(1), m.group(2)) for m in found if m is not None]


class EndPage(QWidget):
    """Says that nobody looks any more, and where the lesson went."""

    closed = Signal()

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self._words = words
        self._lesson = PlainLabel("", "display", wraps=True)
        self._figures = QWidget()
        self._text = PlainLabel("", wraps=True)
        self.close_it = Button(theme, words.close, kind="main")
        self.close_it.setObjectName("closeSummary")
        self.close_it.clicked.connect(self.closed)
        self.again = Button(theme, words.start_again)
        self.again.setObjectName("startAgain")
        start = actions["startLesson"]
        bind(self.again, start)
        self.again.hide()
        start.changed.connect(lambda: self.again.setVisible(start.isEnabled()))
        self._logged = Button(theme, words.what_is_logged, icon_name="log")
        bind(self._logged, actions["log"])
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(PlainLabel(words.end_title, "second"))
        column.addWidget(self._lesson)
        column.addSpacing(4)
        column.addWidget(self._card())
        column.addLayout(_said(theme, words.end_logged))
        column.addStretch(1)
        column.addLayout(self._buttons())
        self._frame(column)

    def _frame(self, column: QVBoxLayout) -> None:
        inner = QWidget()
        inner.setMaximumWidth(PAGE_PX)
        inner.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(48, 40, 48, 24)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)

    def _card(self) -> QWidget:
        frame = card()
        self._inside = QVBoxLayout(frame)
        self._inside.setContentsMargins(20, 16, 20, 20)
        self._inside.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self._words.end_where, "heading"), 1)
        head.addWidget(PlainLabel(self._words.end_private, "small"))
        self._inside.addLayout(head)
        self._inside.addWidget(self._figures)
        self._inside.addWidget(self._text)
        return frame

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.close_it)
        row.addWidget(self.again)
        row.addWidget(self._logged)
        row.addStretch(1)
        return row

    def show_summary(
        self,
        summary: str,
        slot: SlotView | None,
        held: tuple[datetime, datetime] | None,
    ) -> None:
        """Show the summary of the lesson that ended, and when it really was."""
        if slot is not None:
            lesson = f"{slot.class_name} {slot.subject}".strip()
            starts, ends = held or (slot.starts, slot.ends)
            times = f"{clock_text(starts)}–{clock_text(ends)}"
            self._lesson.setText(f"{lesson} · {times}")
        split = figures(summary)
        self._text.setText(summary)
        self._text.setVisible(not split)
        fresh = QWidget()
        row = QHBoxLayout(fresh)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(48)
        for figure, what in split:
            row.addLayout(_figure(figure, what))
        row.addStretch(1)
        self._inside.replaceWidget(self._figures, fresh)
        self._figures.deleteLater()
        self._figures = fresh

    def forget(self) -> None:
        """Let the summary go."""
        self.show_summary("", None, None)
        self._lesson.setText("")


def _figure(figure: str, what: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(PlainLabel(figure, "display"))
    column.addWidget(PlainLabel(what, "strong"))
    return column


def _said(theme: Theme, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(IconLabel(theme, "log", 20, "accent"))
    row.addWidget(PlainLabel(text, "second", wraps=True), 1)
    return row
