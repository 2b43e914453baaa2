# SPDX-License-Identifier: GPL-3.0-or-later
"""A quiet card for what was just shared. It opens nothing by itself.

It stands in a corner of the screen where it covers neither the oogje nor *Mijn inzage*.
While the pupil looks at *Mijn inzage*, it stands inside it, below the page: so the
oogje, [Stop] and *Nu* stay in sight on a small screen too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent.session.pupil_state import PupilState
from agent.session.qt.free_place import free_corner
from agent.session.qt.native import round_off
from agent.session.qt.offers import Form, OfferCard
from agent.session.qt.page import emptied
from agent.session.qt.style import sheet
from agent.session.qt.theme import YOUNG_FACTOR, tokens
from protocol.messages.local import Band, Offer

TITLE: Final = "Inzage gedeeld"
WIDTH_PX: Final = 360
CARD_RADIUS_PX: Final = 13  # one more than the card has, or a pixel shows of ours
MOST: Final = 3
MOST_INSIDE: Final = 1  # the page needs the room
ALONE: Final = (
    Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.Tool
)
NO_LIMIT: Final = 16_777_215


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the card must leave in sight, asked each time it is placed."""

    inside: Callable[[], QVBoxLayout | None]  # of the window the pupil looks at
    kept: Callable[[], Sequence[QRect]]  # on the screen, the most important first


class OfferToast(QWidget):
    """The newest offers; the rest stands in *Gekregen*."""

    act = Signal(str, object)

    def __init__(self, state: PupilState, around: Surroundings) -> None:
        """Make it empty."""
        super().__init__(None, ALONE)
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._state, self._around = state, around
        self._fresh: list[Offer] = []
        self._shown: tuple[list[Offer], QVBoxLayout | None] = ([], None)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(12)

    def show_newest(self) -> None:
        """Add the newest offer."""
        if self._state.offers:
            self._fresh = [self._state.offers[0], *self._fresh][:MOST]
        self.refresh()

    def refresh(self) -> None:
        """Drop what was put away; hide when nothing is left."""
        known = {offer.id for offer in self._state.offers}
        kept = [offer for offer in self._fresh if offer.id in known]
        self._fresh = kept
        self.place()

    def place(self) -> None:
        """Stand where it covers nothing that must stay in sight."""
        inside = self._around.inside()
        offers = self._fresh if inside is None else self._fresh[:MOST_INSIDE]
        if (offers, inside) != self._shown:  # or a click could lose its button
            self._shown = (list(offers), inside)
            emptied(self._rows)
            self._fill(offers, Form.TOAST if inside is None else Form.INSIDE)
        if not offers:
            self.hide()
            return
        if inside is None:
            self._stand_alone()
        else:
            self._stand_inside(inside)
        self.show()

    def _fill(self, offers: Sequence[Offer], form: Form) -> None:
        say, colours = self._state.say, tokens()
        self.setStyleSheet(sheet(colours, self._factor))
        for offer in offers:
            card = OfferCard(offer, say, colours, self._factor, form)
            card.act.connect(self._acted)
            self._rows.addWidget(card)
            card.show()  # or the layout counts it as nothing until later

    def _stand_inside(self, inside: QVBoxLayout) -> None:
        self.clearMask()
        self.setMinimumSize(0, 0)
        self.setMaximumSize(NO_LIMIT, NO_LIMIT)
        side, below = round(32 * self._factor), round(16 * self._factor)
        self._rows.setContentsMargins(side, 0, side, below)  # as a page has
        inside.addWidget(self)

    def _stand_alone(self) -> None:
        if self.parentWidget() is not None:
            self.setParent(None, ALONE)
        self._rows.setContentsMargins(0, 0, 0, 0)
        width = round(WIDTH_PX * self._factor)
        self.setFixedWidth(width)
        self._rows.activate()
        hint = self._rows.heightForWidth(width)
        self.setFixedHeight(hint if hint > 0 else self._rows.sizeHint().height())
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.move(free_corner(room, self.size(), self._around.kept()))
        self._rows.activate()
        found = self.findChildren(OfferCard)
        cards = [card.geometry() for card in found if not card.isHidden()]
        round_off(self, CARD_RADIUS_PX * self._factor, cards)

    @property
    def _factor(self) -> float:
        young = self._state.say.band is Band.SIX_TO_NINE
        return YOUNG_FACTOR if young else 1.0

    def _acted(self, act: str, offer: Offer) -> None:
        self._fresh = [one for one in self._fresh if one.id != offer.id]
        if act != "offer_later":
            self.act.emit(act, offer)
        self.place()
