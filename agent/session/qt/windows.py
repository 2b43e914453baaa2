# SPDX-License-Identifier: GPL-3.0-or-later
"""The windows that come and go: Mijn inzage, the question, the show ask."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QRect, QStandardPaths, Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QVBoxLayout

from agent.session.platform.base import Platform
from agent.session.pupil_state import PupilState
from agent.session.qt.acts import Acts
from agent.session.qt.consent_dialog import ConsentDialog
from agent.session.qt.indicator import Indicator
from agent.session.qt.ledger_window import InzageWindow, Sources
from agent.session.qt.list_page import ListPage, compared
from agent.session.qt.native import to_top
from agent.session.qt.offer_toast import OfferToast, Surroundings
from agent.session.qt.offers import open_offer, save_pack
from agent.session.qt.preview import preview
from agent.session.qt.show_ask import ShowAsk
from protocol.messages.local import (
    Ask,
    ChoiceAnswer,
    ClickKind,
    Looks,
    Offer,
    OrderDone,
    OrderKind,
    Question,
)

PACK_BYTES: Final = 256 * 1_048_576  # more than any list; a runaway daemon stops here
PACK_NAME: Final = "mijn-inzage.zip"


class Windows(QObject):
    """Opens, refreshes and closes them."""

    acted = Signal()  # the state changed by the pupil's hand

    def __init__(
        self,
        state: PupilState,
        acts: Acts,
        platform: Platform,
        indicator: Indicator,
        sources: Sources,
        clock: Callable[[], float],
    ) -> None:
        """Open nothing yet."""
        super().__init__()
        self._state, self._acts = state, acts
        self._platform, self._indicator = platform, indicator
        self._sources, self._clock = sources, clock
        self._inzage: InzageWindow | None = None
        self._question: ConsentDialog | None = None
        self._show: ShowAsk | None = None
        self._pack = bytearray()
        self._comparing = False
        around = Surroundings(self._inside, self._kept_in_sight)
        self._toast = OfferToast(state, around)
        self._toast.act.connect(self._acted)

    def open_inzage(self, tab: str = "now") -> None:
        """Open *Mijn inzage*; it is made at the first click."""
        if self._inzage is None:
            self._inzage = InzageWindow(self._state, self._sources)
            self._inzage.act.connect(self._acted)
            self._inzage.tab_opened.connect(self._tab)
            self._inzage.looked_at.connect(self._toast.place)
            self._inzage.looked_at.connect(self.renew_list)
        self._inzage.open_tab(tab)
        self._inzage.bring()
        self._toast.place()

    def rebuild(self) -> None:
        """Make *Mijn inzage* anew: other words, another palette."""
        if self._inzage is not None:
            shown = self._inzage.isVisible()
            self._inzage.hide()
            self._inzage.deleteLater()
            self._inzage = None
            if shown:
                self.open_inzage()

    def _inside(self) -> QVBoxLayout | None:
        """Give the place for a card in *Mijn inzage*, while the pupil looks at it."""
        top = self._inzage
        if top is None or not top.isVisible() or top.isMinimized():
            return None
        return top.below if top.isActiveWindow() else None

    def _kept_in_sight(self) -> list[QRect]:
        """Give what a card may not cover: the oogje, then *Mijn inzage*."""
        pills = [pill.frameGeometry() for pill in self._indicator.pills()]
        top = self._inzage
        shown = top is not None and top.isVisible() and not top.isMinimized()
        return [*pills, top.frameGeometry()] if top is not None and shown else pills

    def announce(self) -> None:
        """Show that something was shared, without taking the keyboard."""
        self._toast.show_newest()
        self.refresh()

    def refresh(self) -> None:
        """Show the state as it is now."""
        self._toast.refresh()
        if self._inzage is not None and self._inzage.isVisible():
            self._inzage.refresh()

    def renew_list(self) -> None:
        """Ask what came since, while the pupil has the list open; it is no new line."""
        top = self._inzage
        open_now = top is not None and top.isVisible() and not top.isMinimized()
        if open_now and top is not None and top.shows("list") and self._state.page:
            self._acts.renew_list()

    def list_came(self) -> None:
        """Show the list as it is now, and answer who asked how it compares."""
        if self._comparing:
            self._comparing = False
            self._say_below(compared(self._state))
        self.refresh()

    def _compare(self) -> None:
        self._comparing = True
        self._say_below(self._state.say("compare.asking"))
        self._acts.renew_list()

    def ask(self, question: Question) -> None:
        """Ask the pupil; an older question goes."""
        self.close_question()
        small = question.purpose is Looks.OVERVIEW
        sample = (
            preview(self._platform, self._indicator, question.purpose)
            if small
            else None
        )
        page = self._acts.page()
        asking = ConsentDialog(question, self._state.say, page, sample)
        asking.answered.connect(self._answered)
        asking.undone.connect(lambda _: self._acts.click(ClickKind.UNDO))
        asking.destroyed.connect(self._question_gone)
        self._question = asking
        asking.show()
        to_top(asking)
        self._indicator.raise_all()

    def _answered(self, question: Question, answer: ChoiceAnswer) -> None:
        notice = question.notice
        self._acts.choose(question.purpose, answer, notice, by_switch=False)

    def _question_gone(self) -> None:
        self._question = None

    def close_question(self) -> None:
        """Take an open question away; whoever asked counts it as later."""
        if self._question is not None:
            self._question.withdraw()
            self._question = None

    def ask_show(self, ask: Ask) -> None:
        """Ask whether this screen may go on the board."""
        self.close_show()
        picture = preview(self._platform, self._indicator, Looks.SHOW)
        self._show = ShowAsk(ask, self._state.say, picture, self._clock)
        self._show.answered.connect(self._show_answered)
        self._show.show()
        to_top(self._show)
        self._indicator.raise_all()

    def _show_answered(self, access: bytes, yes: bool) -> None:
        self._show = None  # it closes and goes by itself
        self._acts.answer(access, yes=yes)

    def close_show(self, access: bytes | None = None) -> None:
        """Take the show ask away."""
        show = self._show
        if show is not None and access in {None, show.ask.access}:
            self._show = None
            show.withdraw()

    def close_all(self) -> None:
        """Take every ask away: the daemon is gone."""
        self._toast.hide()
        self.close_question()
        self.close_show()

    def _tab(self, key: str) -> None:
        if key == "list":
            self._acts.ask_list(older=False)

    def _acted(self, act: str, about: object) -> None:
        """Do what a page's button asks."""
        simple = {
            "stop": self._acts.stop,
            "pause": self._acts.pause,
            "resume": lambda: self._acts.click(ClickKind.RESUME),
            "hand": lambda: self._acts.hand(offer=False),
            "hand_offer": lambda: self._acts.hand(offer=True),
            "hand_clear": self._acts.hand_down,
            "compare": self._compare,
            "renew": self.renew_list,
            "more": lambda: self._acts.ask_list(older=True),
            "export": self._take_along,
            "erase": self._acts.erase,
            "hold": self._acts.hold,
        }
        if act in simple:
            simple[act]()
        elif isinstance(about, Offer):
            self._offer(act, about)
        elif isinstance(about, tuple):
            self._acts.switch(about[0], on=about[1])
        self.acted.emit()
        self.refresh()

    def _offer(self, act: str, offer: Offer) -> None:
        if act == "offer_open":
            open_offer(offer)
        else:
            self._acts.put_away(offer.id)

    def _take_along(self) -> None:
        self._pack.clear()
        self._acts.take_along()

    def order_done(self, done: OrderDone) -> None:
        """Say how an order went; show the list as it is now."""
        if done.ok and done.kind is OrderKind.EXPORT:
            self._collect(done)
            return
        self._say_below(done.sentence)
        if done.ok:
            self._state.forget_list()
            self._acts.ask_list(older=False)

    def _collect(self, done: OrderDone) -> None:
        """Put the pack's parts together; after the last, ask where it may lie."""
        if done.offset != len(self._pack) or len(self._pack) > PACK_BYTES:
            self._pack.clear()
            self._say_below(self._state.say("list.not_taken"))
            return
        self._pack += done.data
        if done.last and self._pack:
            self._save(bytes(self._pack))
            self._pack.clear()

    def _save(self, data: bytes) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        first = str(Path(QStandardPaths.writableLocation(place)) / PACK_NAME)
        dialog = QFileDialog(self._inzage, self._state.say("list.take"), first)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(first)
        dialog.fileSelected.connect(lambda chosen: self._saved(chosen, data))
        dialog.open()
        _name_save_button(dialog)

    def _saved(self, chosen: str, data: bytes) -> None:
        say = self._state.say
        good = save_pack(Path(chosen), data)
        words = say("list.taken", place=chosen) if good else say("list.not_taken")
        self._say_below(words)

    def _say_below(self, words: str) -> None:
        page = self._inzage.pages["list"] if self._inzage is not None else None
        if isinstance(page, ListPage):
            page.say_below(words)


def _name_save_button(dialog: QFileDialog) -> None:
    """Name the button that tests and scripts find; the system's own dialog has none."""
    box = dialog.findChild(QDialogButtonBox)
    if isinstance(box, QDialogButtonBox):
        save = box.button(QDialogButtonBox.StandardButton.Save)
        save.setObjectName("listSave")
