# SPDX-License-Identifier: GPL-3.0-or-later
"""*Afspraken*: what the school decided, and everything the pupil is told."""

from PySide6.QtWidgets import QVBoxLayout

from agent.session.pupil_state import PupilState
from agent.session.qt.page import Page, emptied
from agent.session.qt.style import frame, label
from agent.session.qt.theme import Tokens


class AgreementsPage(Page):
    """Plain text only: nothing of the school is ever markup here."""

    def __init__(self, state: PupilState, tokens: Tokens, factor: float) -> None:
        """Make the page."""
        super().__init__(state, tokens, factor)
        self._shown: object = None
        self.title.setText(state.say("agreements.title"))
        self.lead.hide()

    def refresh(self) -> None:
        """Build the texts anew, when they changed."""
        state, say = self.state, self.state.say
        agreements = state.choices.agreements if state.choices else ""
        shown = (agreements, state.welcomed)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self.body)
        for block in (agreements or say("agreements.none")).split("\n\n"):
            self._card(block)
        notices = state.welcomed.notices if state.welcomed else ()
        if notices:
            self.body.addWidget(label(say("agreements.notice"), "heading"))
        for notice in notices:
            self._card(notice.text)
        self.body.addStretch(1)

    def _card(self, words: str) -> None:
        card = frame("card")
        rows = QVBoxLayout(card)
        margin = self.px(20)
        rows.setContentsMargins(margin, self.px(16), margin, self.px(16))
        rows.setSpacing(self.px(8))
        for paragraph in words.splitlines():
            if paragraph.strip():
                asks = paragraph.rstrip().endswith("?")
                rows.addWidget(label(paragraph.strip(), "strong" if asks else ""))
        self.body.addWidget(card)
