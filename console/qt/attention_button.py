# SPDX-License-Identifier: GPL-3.0-or-later
"""Aandacht: one click asks what stands on it, the arrow beside it opens the choice."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from console.qt.buttons import Button
from console.qt.icons import icon_pixmap
from console.qt.theme import Theme
from console.qt.tokens import CAPTION_PX, SMALL_PX
from console.qt.usual import Usual
from console.qt.words.words import Words

ICON_PX: Final = 18
SIDE_PX: Final = 12
GAP_PX: Final = 8
APART_PX: Final = 2
REASON_PX: Final = 240
TIGHT_REASON_PX: Final = 72
ROUNDING_PX: Final = 2  # what is painted may be a fraction wider than is measured
LONGEST_LEFT: Final = "10:00"


class AttentionButton(QWidget):
    """As wide asking as counting down, so that nothing beside it moves."""

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._words = words
        self.ask = TwoLines(theme, words.attention)
        self.other = Button(theme, "▾", kind="arrow")
        self.other.setAccessibleName(words.attention_other)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(APART_PX)
        row.addWidget(self.ask, 1)
        row.addWidget(self.other)
        self._tight = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the width of the longest of its words."""
        words, other = self._words, self.other.sizeHint().width() + APART_PX
        asks = self.ask.width_of(words.attention_now.format(n=10), self._tight)
        stops = words.attention_off.format(left=LONGEST_LEFT)
        counts = self.ask.width_of(stops, self._tight) - other
        return QSize(max(asks, counts) + other, self.ask.sizeHint().height())

    def fold(self, *, tight: bool) -> None:
        """Give the reason less room."""
        self._tight = tight
        self.updateGeometry()

    def show_usual(self, usual: Usual | None) -> None:
        """Show what one click asks."""
        words = self._words
        if usual is None:
            self._turn("plain", words.attention, "")
            return
        text = words.attention_now.format(n=usual.minutes)
        self._turn("plain", text, usual.reason.words)

    def show_running(self, reason: str, left: str) -> None:
        """Show what runs, and that a click ends it."""
        self._turn("ink", self._words.attention_off.format(left=left), reason)

    def _turn(self, kind: str, text: str, reason: str) -> None:
        if kind != self.ask.property("kind"):
            self.ask.be_new()  # a double click may not ask and end
        self.ask.wear(kind, "attention")
        if self.ask.say_two(text, reason):
            self.updateGeometry()
        self.other.setVisible(kind == "plain")


class TwoLines(Button):
    """A button with a small second line, cut with … where there is no room."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, icon_name="attention")
        self._first, self._second = text, ""

    def say_two(self, first: str, second: str) -> bool:
        """Change both lines; a screen reader hears both whole; say if they changed."""
        if (first, second) == (self._first, self._second):
            return False
        self._first, self._second = first, second
        self.say(first)
        self.setAccessibleName(f"{first}: {second}" if second else first)
        self.update()
        return True

    def width_of(self, first: str, tight: bool) -> int:
        """Say how wide it is with this first line."""
        most = TIGHT_REASON_PX if tight else REASON_PX
        second = QFontMetrics(_font(self.font(), CAPTION_PX)).horizontalAdvance
        text = QFontMetrics(_bold(self.font())).horizontalAdvance(first)
        wide = max(text, min(second(self._second), most)) + ROUNDING_PX
        return wide + ICON_PX + GAP_PX + 2 * SIDE_PX

    def minimumSizeHint(self) -> QSize:
        """Give way; the widget around it knows the width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon and both lines over the usual ground."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room = self.rect().adjusted(SIDE_PX, 0, -SIDE_PX, 0)
        color = self._color("text", "on_ink")
        scale = self.devicePixelRatioF()
        top = room.center().y() - ICON_PX // 2
        painter.drawPixmap(
            room.left(), top, icon_pixmap("attention", color, ICON_PX, scale)
        )
        self._lines(painter, room.adjusted(ICON_PX + GAP_PX, 0, 0, 0))

    def _lines(self, painter: QStylePainter, room: QRect) -> None:
        bold, small = _bold(self.font()), _font(self.font(), CAPTION_PX)
        heights = [QFontMetrics(font).height() for font in (bold, small)]
        top = room.top() + (room.height() - sum(heights)) // 2
        lines = [(self._first, bold, "text"), (self._second, small, "text2")]
        if not self._second:
            lines, top = lines[:1], room.top() + (room.height() - heights[0]) // 2
        for (text, font, token), height in zip(lines, heights, strict=False):
            painter.setFont(font)
            painter.setPen(QColor(self._color(token, "on_ink")))
            end = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, end, room.width())
            where = QRect(room.left(), top, room.width(), height)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)
            top += height

    def _color(self, plain: str, ink: str) -> str:
        token = ink if self.property("kind") == "ink" else plain
        color: str = getattr(self.theme.tokens, token if self.isEnabled() else "text3")
        return color


def _font(font: QFont, size_px: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(size_px)
    made.setWeight(QFont.Weight.Normal)
    return made


def _bold(font: QFont) -> QFont:
    made = _font(font, SMALL_PX)
    made.setWeight(QFont.Weight.DemiBold)
    return made
