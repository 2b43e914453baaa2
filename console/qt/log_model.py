# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's own record as rows, newest first, in the words the pupils read."""

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from console.core.view import LogLine, LogView
from console.qt.phrases import clock_text
from console.qt.plain_text import clean
from console.qt.words.words import Words

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class LogModel(QAbstractListModel):
    """Rows of the lines that hold the letters searched for."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._all: tuple[LogLine, ...] = ()
        self._lines: list[LogLine] = []
        self._letters = ""

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for one line."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(line)
        return None

    def show(self, view: LogView) -> None:
        """Take a new record over."""
        self._all = tuple(sorted(view.lines, key=lambda line: line.at, reverse=True))
        self._filter()

    def search(self, letters: str) -> None:
        """Keep the lines that hold these letters."""
        self._letters = letters.strip().casefold()
        self._filter()

    def _filter(self) -> None:
        self.beginResetModel()
        self._lines = [line for line in self._all if self._matches(line)]
        self.endResetModel()

    def _matches(self, line: LogLine) -> bool:
        return self._letters in f"{line.pupil_name} {line.sentence}".casefold()

    def _spoken(self, line: LogLine) -> str:
        words = self._words
        proof = words.confirmed if line.confirmed else words.not_confirmed
        if line.confirmed is None:
            proof = ""
        parts = (clock_text(line.at), line.pupil_name, line.sentence, proof)
        return ", ".join(clean(part) for part in parts if part)
