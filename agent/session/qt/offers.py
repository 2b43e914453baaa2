# SPDX-License-Identifier: GPL-3.0-or-later
"""What was shared: shown plainly, opened by the pupil alone, and opening tells nobody.

Also the one place here that writes a file: the pack a pupil takes along.
"""

from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileDevice, QIODevice, QSaveFile, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from agent.session.pupil_state import PupilState
from agent.session.qt.page import Page, emptied
from agent.session.qt.style import button, label, picture
from agent.session.qt.theme import Tokens
from agent.session.words.say import Say
from protocol.messages.local import Offer, OfferKind

ICONS: Final = {
    OfferKind.MESSAGE: "message",
    OfferKind.LINK: "link",
    OfferKind.FILE: "file",
    OfferKind.HAND_IN: "handin",
}
KEYS: Final = {
    OfferKind.MESSAGE: "offer.message",
    OfferKind.LINK: "offer.link",
    OfferKind.FILE: "offer.file",
    OfferKind.HAND_IN: "offer.hand_in",
}
_OWN: Final = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


def openable(offer: Offer) -> QUrl | None:
    """Give the address of a link, if it is one that may be opened at all."""
    if offer.kind is not OfferKind.LINK:
        return None
    url = QUrl(offer.url, QUrl.ParsingMode.StrictMode)
    plain = (
        url.isValid()
        and bool(offer.host)
        and url.scheme() == "https"
        and not url.userInfo()
    )
    same = url.host(QUrl.ComponentFormattingOption.FullyEncoded) == offer.host
    return url if plain and same and url.port() == -1 else None


def open_offer(offer: Offer) -> bool:
    """Open a link in the pupil's own browser."""
    url = openable(offer)
    return url is not None and QDesktopServices.openUrl(url)


def save_pack(place: Path, data: bytes) -> bool:
    """Write the list where the pupil chose, for them alone; whole or not at all."""
    file = QSaveFile(str(place))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        return False
    file.setPermissions(_OWN)
    file.write(data)
    return bool(file.commit())


class Form(StrEnum):
    """How a card looks where it stands."""

    LISTED = "listed"  # in *Gekregen*
    TOAST = "toast"  # alone in a corner: it only goes away, and the offer stays
    INSIDE = "inside"  # the same, low, below a page


class OfferCard(QFrame):
    """One thing that lies ready."""

    act = Signal(str, object)

    def __init__(
        self,
        offer: Offer,
        say: Say,
        t: Tokens,
        factor: float,
        form: Form = Form.LISTED,
    ) -> None:
        """Make the card."""
        super().__init__()
        self.setProperty("part", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._say, self._offer, self._form = say, offer, form

        def px(size: float) -> int:
            return round(size * factor)

        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(16), px(14), px(16), px(14))
        rows.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(
            picture(ICONS[offer.kind], t.accent, px(22)),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        words = QVBoxLayout()
        words.setSpacing(1)
        teacher = say.teacher(offer.teacher)
        words.addWidget(label(say(KEYS[offer.kind], teacher=teacher), "small"))
        main = offer.host if offer.kind is OfferKind.LINK else offer.text
        words.addWidget(label(main, "strong"))
        if offer.kind is OfferKind.LINK:
            words.addWidget(label(offer.text, "second"))
        if self._is_read_at_once:
            words.addWidget(label(say("offer.stays"), "small"))
        head.addLayout(words, 1)
        rows.addLayout(head)
        if form is Form.INSIDE:
            head.addLayout(self._buttons(px(8)))
        else:
            rows.addLayout(self._buttons(px(8)))

    @property
    def _is_read_at_once(self) -> bool:
        """Say whether seeing this card is all there is to do about it."""
        passes = self._form is not Form.LISTED
        return passes and self._offer.kind is OfferKind.MESSAGE

    def _buttons(self, gap: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(gap)
        names = [("offer_away", "offerAway", "offer.away")]
        if openable(self._offer) is not None:
            names.insert(0, ("offer_open", "offerOpen", "offer.open"))
        if self._is_read_at_once:
            names[-1] = ("offer_later", "offerRead", "offer.read")
        elif self._form is not Form.LISTED:
            names[-1] = ("offer_later", "offerLater", "offer.later")
        for act, name, key in names:
            made = button(self._say(key), name, "big")
            made.clicked.connect(lambda _=False, act=act: self._say_act(act))
            row.addWidget(made, 1)
        return row

    def _say_act(self, act: str) -> None:
        self.act.emit(act, self._offer)


class OffersPage(Page):
    """*Gekregen*: all that was shared this week, newest first."""

    def __init__(self, state: PupilState, tokens: Tokens, factor: float) -> None:
        """Make the page."""
        super().__init__(state, tokens, factor)
        self._shown: object = None
        self.title.setText(state.say("offers.title"))
        self.lead.setText(state.say("offers.lead"))

    def refresh(self) -> None:
        """Build the cards anew, when they changed."""
        shown = tuple(self.state.offers)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self.body)
        if not shown:
            self.body.addWidget(label(self.state.say("offers.none"), "second"))
        for offer in shown:
            card = OfferCard(offer, self.state.say, self.tokens, self._factor)
            card.act.connect(self.act)
            self.body.addWidget(card)
        self.body.addStretch(1)
