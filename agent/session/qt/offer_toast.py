# SPDX-License-Identifier: GPL-3.0-or-later
"""A quiet card in the corner for what was just shared. It opens nothing by itself."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent.session.pupil_state import PupilState
from agent.session.qt.offers import OfferCard
from agent.session.qt.page import emptied
from agent.session.qt.style import sheet
from agent.session.qt.theme import YOUNG_FACTOR, tokens
from protocol.messages.local import Band, Offer

TITLE: Final = "Inzage gedeeld"
WIDTH_PX: Final = 360
MARGIN_PX: Final = 24
MOST: Final = 3


class OfferToast(QWidget):
    """The newest offers, at most three; the rest stands in *Gekregen*."""

    act = Signal(str, object)

    def __init__(self, state: PupilState) -> None:
        """Make it empty."""
        super().__init__(
            None,
            Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.Tool,
        )
        self.setWindowTitle(TITLE)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._state = state
        self._fresh: list[Offer] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)

    def show_newest(self) -> None:
        """Add the newest offer to the corner."""
        if self._state.offers:
            self._fresh = [self._state.offers[0], *self._fresh][:MOST]
        self.refresh()

    def refresh(self) -> None:
        """Drop what was put away; hide when nothing is left."""
        known = {offer.id for offer in self._state.offers}
        kept = [offer for offer in self._fresh if offer.id in known]
        if kept == self._fresh and self._rows.count() == len(kept):
            return
        self._fresh = kept
        emptied(self._rows)
        if not kept:
            self.hide()
            return
        self._fill(kept)

    def _fill(self, kept: list[Offer]) -> None:
        say = self._state.say
        factor = YOUNG_FACTOR if say.band is Band.SIX_TO_NINE else 1.0
        colours = tokens()
        self.setStyleSheet(sheet(colours, factor))
        for offer in kept:
            card = OfferCard(offer, say, colours, factor, toast=True)
            card.act.connect(self._acted)
            self._rows.addWidget(card)
            card.show()  # or the layout counts it as nothing until later
        width = round(WIDTH_PX * factor)
        self.setFixedWidth(width)
        self._rows.activate()
        hint = self._rows.heightForWidth(width)
        self.setFixedHeight(hint if hint > 0 else self._rows.sizeHint().height())
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.move(
            room.right() - self.width() - MARGIN_PX,
            room.bottom() - self.height() - MARGIN_PX,
        )
        self.show()

    def _acted(self, act: str, offer: Offer) -> None:
        self._fresh = [one for one in self._fresh if one.id != offer.id]
        if act != "offer_later":
            self.act.emit(act, offer)
        self.refresh()
