# SPDX-License-Identifier: GPL-3.0-or-later
"""What is logged: every line of this lesson, as the pupils read it."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from console.core.view import LogLine, LogView
from console.qt.buttons import Button
from console.qt.icons import icon_pixmap
from console.qt.labels import IconLabel, PlainLabel, card, rule
from console.qt.log_model import LINE_ROLE, LogModel
from console.qt.overview_strip import SearchField
from console.qt.phrases import clock_text
from console.qt.plain_text import clean
from console.qt.theme import Theme
from console.qt.words.words import Words

ROW_PX: Final = 56
SIDE_PX: Final = 320


class LogPage(QWidget):
    """The lines, and beside them how pupils read them and the list's health."""

    closed = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        super().__init__()
        self._words = words
        self.model = LogModel(words, self)
        self._line = PlainLabel("", "small")
        self._empty = PlainLabel(words.log_empty, "second", wraps=True)
        self._health = PlainLabel("", "small", wraps=True)
        self.list = _list(theme, self.model, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 24)
        column.setSpacing(16)
        column.addLayout(self._head(theme))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._lines(), 1)
        self.side = self._side(theme)
        beside = QVBoxLayout()
        beside.addWidget(self.side)
        beside.addStretch(1)
        row.addLayout(beside)
        column.addLayout(row, 1)

    def _head(self, theme: Theme) -> QHBoxLayout:
        words = self._words
        title = QVBoxLayout()
        title.setSpacing(2)
        title.addWidget(PlainLabel(words.log_title, "title"))
        title.addWidget(self._line)
        self.search = SearchField(theme, words.log_search)
        self.search.textChanged.connect(self.model.search)
        self.search.left.connect(self.list.setFocus)
        back = Button(theme, words.back_to_wall, icon_name="screen")
        back.setObjectName("leaveLog")
        back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(title, 1)
        head.addWidget(self.search)
        head.addWidget(back)
        return head

    def _lines(self) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 8, 8, 8)
        self._empty.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        return frame

    def _side(self, theme: Theme) -> QWidget:
        words = self._words
        frame = card()
        frame.setFixedWidth(SIDE_PX)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(words.log_same_title, "heading"))
        column.addWidget(PlainLabel(words.log_same, "small", wraps=True))
        column.addWidget(rule())
        health = PlainLabel(words.log_health, "strong")
        kept = PlainLabel(words.log_kept, "small", wraps=True)
        column.addLayout(_fact(theme, "check", health, self._health))
        column.addLayout(
            _fact(theme, "clock", PlainLabel(words.log_kept_title, "strong"), kept)
        )
        return frame

    def show_log(self, view: LogView, lesson: str) -> None:
        """Show the record."""
        self.model.show(view)
        count = len(view.lines)
        words = self._words
        one = count == 1
        line = (words.log_line_one if one else words.log_line).format(
            lesson=lesson, n=count
        )
        self._line.setText(line)
        self._empty.setVisible(not count)
        self.list.setVisible(bool(count))
        self._health.setText(view.health)

    def fold(self, *, narrow: bool) -> None:
        """Leave the side card out where the window is narrow."""
        self.side.setVisible(not narrow)


def _list(theme: Theme, model: LogModel, words: Words) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setProperty("lines", "true")
    view.setItemDelegate(_LinePainter(theme, words, view))
    view.setAccessibleName(words.log_name)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    theme.changed.connect(view.viewport().update)
    return view


def _fact(
    theme: Theme, icon_name: str, title: PlainLabel, text: PlainLabel
) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title)
    words.addWidget(text)
    row = QHBoxLayout()
    row.setSpacing(12)
    mark = IconLabel(theme, icon_name, 20, "accent")
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


class _LinePainter(QStyledItemDelegate):
    """Paints a line: time, who, the sentence, and whether the laptop proved it."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words

    def sizeHint(
        self,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """Give every line the same height."""
        return QSize(240, ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one line."""
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        self._texts(painter, rect, line)
        self._proof(painter, rect, line)
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _texts(self, painter: QPainter, rect: QRect, line: LogLine) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        time = QRect(rect.left() + 12, rect.top(), 52, rect.height())
        self._pen(painter, "text2", 14, strong=True)
        painter.drawText(time, middle, clock_text(line.at))
        room = rect.adjusted(76, 8, -190, -8)
        upper = QRect(room.left(), room.top(), room.width(), 20)
        lower = QRect(room.left(), upper.bottom() + 1, room.width(), 18)
        name = clean(line.pupil_name, 60) or self._words.the_class
        self._pen(painter, "text", 14, strong=True)
        painter.drawText(upper, middle, _cut(painter, name, upper.width()))
        self._pen(painter, "text2", 13, strong=False)
        sentence = _cut(painter, clean(line.sentence), lower.width())
        painter.drawText(lower, middle, sentence)

    def _proof(self, painter: QPainter, rect: QRect, line: LogLine) -> None:
        if line.confirmed is None:
            return
        words = self._words
        name, text = ("clock", words.not_confirmed)
        if line.confirmed:
            name, text = ("check", words.confirmed)
        token = "accent" if line.confirmed else "text2"
        color = getattr(self._theme.tokens, token)
        scale = painter.device().devicePixelRatioF()
        left = rect.right() - 178
        top = rect.center().y() - 8
        painter.drawPixmap(left, top, icon_pixmap(name, color, 16, scale))
        self._pen(painter, "text2", 13, strong=False)
        where = QRect(left + 22, rect.top(), 156, rect.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, text)

    def _pen(
        self, painter: QPainter, token: str, size_px: int, *, strong: bool
    ) -> None:
        font = QFont(painter.font())
        font.setPixelSize(size_px)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))


def _cut(painter: QPainter, text: str, room_px: int) -> str:
    """End a text in … where there is no room."""
    end = Qt.TextElideMode.ElideRight
    return painter.fontMetrics().elidedText(text, end, room_px)
