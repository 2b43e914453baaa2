# SPDX-License-Identifier: GPL-3.0-or-later
"""What a pupil may have done with the whole list: wipe its words, or keep it a year.

Two steps each, for neither can be taken back; Nee and Ja have one size, Nee first.
Source: docs/spec/indicator.md, "Mijn inzage"; docs/rights.md R-34, R-35.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from agent.session.qt.page import emptied
from agent.session.qt.style import button, frame, label
from agent.session.words.say import Say

ANSWER_WIDTH: Final = 150


class ListOrder(StrEnum):
    """What may be ordered; its value is the act, and begins its words."""

    ERASE = "erase"
    HOLD = "hold"


TOLD: Final = {
    ListOrder.ERASE: ("erase.goes", "erase.stays", "erase.not_yet", "erase.first"),
    ListOrder.HOLD: ("hold.why", "hold.means", "hold.end"),
}


class ListOrders(QWidget):
    """The two orders, and the question whether it is meant."""

    ordered = Signal(str)
    closed = Signal()

    def __init__(
        self,
        say: Say,
        px: Callable[[float], int],
        kept_until_s: int,
        *,
        may_erase: bool,
    ) -> None:
        """Show both; what cannot be done now is not asked, and it says why.

        Args:
            say: the pupil's words.
            px: gives a size for this pupil.
            kept_until_s: a HOLD lasts until then; 0 is none.
            may_erase: a line is old enough.
        """
        super().__init__()
        self._may_erase = may_erase
        self._say, self._px, self._kept_until_s = say, px, kept_until_s
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(12))
        self._offer()

    def _offer(self) -> None:
        emptied(self._rows)
        back = button(self._say("orders.back"), "ordersBack", "flat")
        back.clicked.connect(self.closed)
        self._rows.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        for order in ListOrder:
            self._rows.addWidget(self._card(order))

    def _card(self, order: ListOrder) -> QFrame:
        say = self._say
        card, rows = self._empty_card()
        rows.addWidget(label(say(f"{order}.head"), "strong"))
        stopped = self._stopped(order)
        if stopped:
            rows.addWidget(label(stopped))
        for key in TOLD[order]:
            rows.addWidget(label(say(key), "small"))
        do = button(say(f"{order}.do"), f"list{order.capitalize()}")
        do.setEnabled(not stopped)
        do.setVisible(not stopped)
        do.clicked.connect(lambda: self._ask(order))
        rows.addWidget(do, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _stopped(self, order: ListOrder) -> str:
        """Say why this cannot be ordered now; nothing when it can."""
        say = self._say
        if self._kept_until_s > 0:
            return say(f"{order}.kept", when=say.long_date(self._kept_until_s))
        if order is ListOrder.ERASE and not self._may_erase:
            return say("erase.nothing")
        return ""

    def _ask(self, order: ListOrder) -> None:
        """Ask once more; the first focus is on Nee."""
        emptied(self._rows)
        card, rows = self._empty_card()
        rows.addWidget(label(self._say(f"{order}.sure"), "strong"))
        answers = QHBoxLayout()
        answers.setSpacing(self._px(8))
        name = f"list{order.capitalize()}"
        no = button(self._say("nee"), f"{name}No", "big")
        yes = button(self._say(f"{order}.yes"), f"{name}Yes", "big")
        no.clicked.connect(self._offer)
        yes.clicked.connect(lambda: self.ordered.emit(order.value))
        for one in (no, yes):
            one.setFixedWidth(self._px(ANSWER_WIDTH))
            answers.addWidget(one)
        answers.addStretch(1)
        rows.addLayout(answers)
        self._rows.addWidget(card)
        no.setFocus()

    def _empty_card(self) -> tuple[QFrame, QVBoxLayout]:
        card = frame("card")
        rows = QVBoxLayout(card)
        side, edge = self._px(16), self._px(14)
        rows.setContentsMargins(side, edge, side, edge)
        rows.setSpacing(self._px(8))
        return card, rows
