# SPDX-License-Identifier: GPL-3.0-or-later
"""*Hand*: ask for help, and, if the pupil wants, let the teacher come and look."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from agent.session.pupil_state import PupilState
from agent.session.qt.page import Page, emptied
from agent.session.qt.style import button, frame, label, picture
from agent.session.qt.theme import Tokens
from protocol.messages.local import EyeState

NO_LESSON: Final = frozenset({EyeState.NO_LESSON, EyeState.TROUBLE})


class HandPage(Page):
    """Only the teacher sees the hand."""

    def __init__(self, state: PupilState, tokens: Tokens, factor: float) -> None:
        """Make the page."""
        super().__init__(state, tokens, factor)
        self._shown: object = None
        self.title.setText(state.say("hand.title"))
        self.lead.setText(state.say("hand.lead"))

    def refresh(self) -> None:
        """Show whether the hand is up."""
        state = self.state
        lesson = state.eye.state not in NO_LESSON
        shown = (state.hand_up, state.offered, lesson, state.teacher)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self.body)
        if not lesson:
            self.body.addWidget(label(state.say("hand.no_lesson"), "second"))
        elif state.hand_up:
            self._is_up()
        else:
            self._may_raise()
        self.body.addStretch(1)

    def _may_raise(self) -> None:
        say = self.state.say
        up = button(say("hand.up"), "handUp", "main", "hand", self.tokens.on_accent)
        up.clicked.connect(lambda: self.act.emit("hand", None))
        self.body.addWidget(up)
        self._offer()

    def _offer(self) -> None:
        """Offer "kom kijken": the pupil's own act is the consent."""
        say, px = self.state.say, self.px
        card = frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(14))
        row.addWidget(picture("eye-open", self.tokens.accent, px(22)))
        words = QVBoxLayout()
        words.setSpacing(1)
        teacher = say.teacher(self.state.teacher, first=True)
        words.addWidget(label(say("hand.offer", teacher=teacher), "strong"))
        words.addWidget(label(say("hand.offer.why"), "small"))
        row.addLayout(words, 1)
        offer = button(say("ja"), "handOffer", "choice")
        offer.setFixedSize(px(104), px(46))
        offer.clicked.connect(lambda: self.act.emit("hand_offer", None))
        row.addWidget(offer)
        self.body.addWidget(card)

    def _is_up(self) -> None:
        state, say, px = self.state, self.state.say, self.px
        soft = frame("soft")
        row = QHBoxLayout(soft)
        row.setContentsMargins(px(16), px(14), px(16), px(14))
        row.setSpacing(px(12))
        row.addWidget(picture("hand", self.tokens.accent, px(22)))
        teacher = say.teacher(state.teacher, first=True)
        words = say("hand.is_up", teacher=teacher)
        if state.offered:
            words = f"{words} {say('hand.offered')}"
        row.addWidget(label(words), 1)
        self.body.addWidget(soft)
        if not state.offered:
            self._offer()
        down = button(say("hand.down"), "handDown", "big")
        down.clicked.connect(lambda: self.act.emit("hand_clear", None))
        self.body.addWidget(down)
