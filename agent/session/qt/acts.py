# SPDX-License-Identifier: GPL-3.0-or-later
"""Turn what the pupil does into words for the daemon; a no stops the pictures first.

Order of a no: door shut, said, kept on disk. Source: docs/spec/indicator.md, "A click".
"""

from collections.abc import Callable

from msgspec import Struct

from agent.session.choice import choice, notice_sha256, order
from agent.session.clicks import Clicks
from agent.session.pupil_state import PupilState
from agent.session.qt.looking import Looking
from protocol.messages.local import (
    Answer,
    Choice,
    ChoiceAnswer,
    Click,
    ClickKind,
    LogAskLocal,
    Looks,
    Notice,
    OfferGone,
    OrderKind,
    ReadAsk,
)

Send = Callable[[Struct], None]
Sign = Callable[[bytes], bytes]
LINES_ASKED = 50
PAGE = "page"
NAMES = {Looks.OVERVIEW: "overview", Looks.VIEW: "view", Looks.SHOW: "show"}


class Acts:
    """The pupil's hand."""

    def __init__(
        self,
        state: PupilState,
        clicks: Clicks,
        looking: Looking,
        send: Send,
        sign: Sign,
        now_s: Callable[[], int],
    ) -> None:
        """Take what a click needs."""
        self._state, self._clicks, self._looking = state, clicks, looking
        self._send, self._sign, self._now_s = send, sign, now_s
        self.by_script = False

    def click(self, kind: ClickKind, access: bytes | None = None) -> None:
        """Say one click."""
        self._send(self._clicks.numbered(Click(0, kind, access)))

    def stop(self) -> None:
        """Withdraw what is open now; one click, from the oogje."""
        access = self._looking.access or self._state.eye.access
        self._looking.veto(access)
        self._looking.stop()
        self.click(ClickKind.STOP, access)

    def nee(self) -> None:
        """Veto the look that was announced."""
        access = self._state.eye.access
        self._looking.veto(access)
        self.click(ClickKind.NEE, access)

    def pause(self) -> None:
        """Be private until the bell."""
        self._looking.stop()
        self.click(ClickKind.PAUSE)

    def choose(
        self, purpose: Looks, answer: ChoiceAnswer, notice: Notice, *, by_switch: bool
    ) -> None:
        """Say a choice, signed with the pupil's own key."""
        grabbed = self._looking.purpose
        if answer is not ChoiceAnswer.YES and grabbed is purpose:
            self._looking.stop()
        draft = Choice(
            self._clicks.next_number(),
            purpose,
            answer,
            by_switch,
            self.by_script,
            notice_sha256(notice.text),
            self._state.say.lang,
            b"",
            bytes(64),
        )
        made = choice(draft, self._sign, chosen_s=self._now_s())
        self._send(self._clicks.numbered(made))

    def switch(self, purpose: Looks, *, on: bool) -> None:
        """Turn a switch of "Mijn keuzes"; on needs a text that was shown."""
        notice = self.notice(purpose)
        if on and notice is None:
            return
        answer = ChoiceAnswer.YES if on else ChoiceAnswer.NO
        self.choose(purpose, answer, notice or Notice("", "", ""), by_switch=True)
        self._expect(purpose, on=on)

    def _expect(self, purpose: Looks, *, on: bool) -> None:
        """Show a no at once; a yes shows when the daemon has it."""
        choices = self._state.choices
        if on or choices is None:
            return
        switches = tuple(
            type(switch)(switch.purpose, False, switch.possible)
            if switch.purpose is purpose
            else switch
            for switch in choices.switches
        )
        self._state.choices = type(choices)(
            switches, choices.paused, choices.agreements
        )

    def notice(self, purpose: Looks) -> Notice | None:
        """Give the text that a choice for this purpose rests on."""
        held = self._state.welcomed.notices if self._state.welcomed else ()
        by_id = {notice.id: notice for notice in held}
        return by_id.get(NAMES[purpose]) or by_id.get(PAGE)

    def page(self) -> str:
        """Give the school's whole text."""
        held = self._state.welcomed.notices if self._state.welcomed else ()
        return next((notice.text for notice in held if notice.id == PAGE), "")

    def hand(self, *, offer: bool) -> None:
        """Raise the hand, with or without "kom kijken"."""
        self._state.hand_up, self._state.offered = True, offer
        self.click(ClickKind.HAND_OFFER if offer else ClickKind.HAND)

    def hand_down(self) -> None:
        """Put the hand down; an offer goes with it."""
        self._state.hand_up = self._state.offered = False
        self.click(ClickKind.HAND_CLEAR)

    def answer(self, access: bytes, *, yes: bool) -> None:
        """Answer a show."""
        if not yes:
            self._looking.veto(access)
        self._send(Answer(access, yes))

    def ask_list(self, *, older: bool) -> None:
        """Ask for lines of the pupil's own list."""
        lines = self._state.lines
        before = lines[-1].seq if older and lines else 0
        self._send(LogAskLocal(before, LINES_ASKED))

    def renew_list(self) -> None:
        """Ask how the open list is now, and how the teacher's copy compares."""
        self._send(ReadAsk())

    def take_along(self) -> None:
        """Order the whole list as a pack."""
        self._send(order(OrderKind.EXPORT, 0, self._sign))

    def erase(self) -> None:
        """Order the words of the whole list gone, here and with the teachers."""
        self._send(order(OrderKind.ERASE, 0, self._sign))

    def hold(self) -> None:
        """Order the whole list kept for a year."""
        self._send(order(OrderKind.HOLD, 0, self._sign))

    def put_away(self, offer_id: bytes) -> None:
        """Put an offer away."""
        self._state.drop_offer(offer_id)
        self._send(OfferGone(offer_id))
