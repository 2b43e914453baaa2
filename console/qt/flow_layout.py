# SPDX-License-Identifier: GPL-3.0-or-later
"""Lay chips out in lines, as words are: a new line where one no longer fits."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

SPACE_PX = 8


class FlowLayout(QLayout):
    """Left to right, then down; `fills` gives those of one line its whole width."""

    def __init__(self, parent: QWidget, *, fills: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._fills = fills
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Count the items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give one item, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow flow is a high one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high the flow is at this width."""
        return self._flow(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._flow(rect, place=True)

    def sizeHint(self) -> QSize:
        """Say the least that works."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Say the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def expandingDirections(self) -> Qt.Orientation:
        """Say that more room is not needed."""
        return Qt.Orientation(0)

    def _flow(self, rect: QRect, *, place: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            high = max(item.sizeHint().height() for item in line)
            if place:
                self._place(line, QRect(rect.x(), y, rect.width(), high))
            y += high + SPACE_PX
        return max(0, y - SPACE_PX - rect.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        """Break the items that are shown into lines."""
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            wide = item.sizeHint().width()
            if item.isEmpty():
                continue
            if not lines or wide > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= wide + SPACE_PX
        return lines

    def _place(self, line: list[QLayoutItem], where: QRect) -> None:
        x, share = where.x(), (where.width() + SPACE_PX) // len(line) - SPACE_PX
        for item in line:
            size = item.sizeHint()
            # where one is longer than its share, none is stretched
            fits = all(other.sizeHint().width() <= share for other in line)
            wide = share if self._fills and fits else size.width()
            item.setGeometry(QRect(QPoint(x, where.y()), QSize(wide, size.height())))
            x += wide + SPACE_PX
