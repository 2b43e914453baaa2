# SPDX-License-Identifier: GPL-3.0-or-later
"""One page of *Mijn inzage*: a fixed heading row, the rest in a scroll area."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from agent.session.pupil_state import PupilState
from agent.session.qt.style import label
from agent.session.qt.theme import Tokens


class Page(QWidget):
    """The frame of a page; each page fills `body` and `head_row`."""

    act = Signal(str, object)  # what the pupil did, about what

    def __init__(self, state: PupilState, tokens: Tokens, factor: float) -> None:
        """Make an empty page."""
        super().__init__()
        self.setObjectName("page")
        self.state, self.tokens, self._factor = state, tokens, factor
        rows = QVBoxLayout(self)
        rows.setContentsMargins(self.px(32), self.px(24), self.px(32), self.px(20))
        rows.setSpacing(self.px(12))
        self.head_row = QHBoxLayout()
        self.head_row.setSpacing(self.px(8))
        titles = QVBoxLayout()
        titles.setSpacing(2)
        self.title, self.lead = label("", "title"), label("", "second")
        titles.addWidget(self.title)
        titles.addWidget(self.lead)
        self.head_row.addLayout(titles, 1)
        rows.addLayout(self.head_row)
        self.area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, self.px(4), 0)
        self.body.setSpacing(self.px(12))
        area.setWidget(inner)
        rows.addWidget(area, 1)
        self.above_foot = QVBoxLayout()
        rows.addLayout(self.above_foot)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(self.px(10))
        rows.addLayout(self.foot)

    def px(self, size: float) -> int:
        """Give a size for this pupil."""
        return round(size * self._factor)

    def refresh(self) -> None:
        """Show the state as it is now; each page has its own way."""

    def spoken(self) -> str:
        """Give what "Lees voor" reads of this page."""
        texts = [
            shown.text()
            for shown in self.findChildren(QLabel)
            if shown.isVisible() and shown.text()
        ]
        return ". ".join(text.rstrip(".") for text in texts)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if inner is not None:
            emptied(inner)
            inner.deleteLater()
