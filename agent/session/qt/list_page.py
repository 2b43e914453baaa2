# SPDX-License-Identifier: GPL-3.0-or-later
"""*Lijst*: who looked, when, how long and why; newest first.

Source: docs/rights.md R-30.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from agent.session.pupil_state import PupilState
from agent.session.qt.page import Page, emptied
from agent.session.qt.style import button, frame, label, picture
from agent.session.qt.theme import Tokens
from protocol.messages.local import LogLine


class ListPage(Page):
    """The pupil's own list and its health."""

    def __init__(
        self,
        state: PupilState,
        tokens: Tokens,
        factor: float,
        now_s: Callable[[], int],
    ) -> None:
        """Take the wall clock, for "today"."""
        super().__init__(state, tokens, factor)
        self._now_s = now_s
        self._shown: object = None
        say = state.say
        self.title.setText(say("list.title"))
        self.lead.hide()
        self._since = label("", "small", wrap=False)
        self.head_row.addWidget(self._since, 0, Qt.AlignmentFlag.AlignBottom)
        self._take = button(say("list.take"), "listTake", "", "file", tokens.text)
        self._compare = button(
            say("list.compare"), "listCompare", "", "check", tokens.text
        )
        self._take.clicked.connect(lambda: self.act.emit("export", None))
        self._compare.clicked.connect(lambda: self.act.emit("compare", None))
        self._said = label("", "small")
        self.foot.addWidget(self._take)
        self.foot.addWidget(self._compare)
        self.foot.addWidget(self._said, 1)

    def say_below(self, words: str) -> None:
        """Say how taking the list along went."""
        self._said.setText(words)

    def refresh(self) -> None:
        """Build the list anew, when it changed."""
        state, say = self.state, self.state.say
        shown = (tuple(state.lines), state.page)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self.body)
        page = state.page
        if page is None:
            self.body.addWidget(label(say("list.wait"), "second"))
            self.body.addStretch(1)
            return
        if page.since_s:
            self._since.setText(say("list.since", when=say.date(page.since_s)))
        self._health()
        if not state.lines:
            self.body.addWidget(label(say("list.empty"), "second"))
        else:
            self._days()
        if page.more:
            more = button(say("list.more"), "listMore", "flat")
            more.clicked.connect(lambda: self.act.emit("more", None))
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def _health(self) -> None:
        page = self.state.page
        if page is None:
            return
        row = QHBoxLayout()
        row.setSpacing(self.px(10))
        name = "check" if page.healthy else "eye-note"
        row.addWidget(picture(name, self.tokens.accent, self.px(20)))
        words = " ".join(part for part in (page.health, page.agrees) if part)
        row.addWidget(label(words), 1)
        self.body.addLayout(row)

    def _days(self) -> None:
        """One card; a heading for each day."""
        card = frame("card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(1, 1, 1, self.px(4))
        rows.setSpacing(0)
        day = ""
        for line in self.state.lines:
            own = self.state.say.day(line.time_s, self._now_s())
            if own != day:
                day = own
                rows.addWidget(self._heading(day))
            else:
                rows.addWidget(frame("line"))
            rows.addLayout(self._line(line))
        self.body.addWidget(card)

    def _heading(self, words: str) -> QFrame:
        made = frame("sunken")
        row = QHBoxLayout(made)
        row.setContentsMargins(self.px(16), self.px(6), self.px(16), self.px(6))
        row.addWidget(label(words, "caption"))
        return made

    def _line(self, line: LogLine) -> QHBoxLayout:
        say = self.state.say
        row = QHBoxLayout()
        row.setContentsMargins(self.px(16), self.px(10), self.px(16), self.px(10))
        row.setSpacing(self.px(12))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(line.sentence))
        if not line.proven:
            words.addWidget(label(say("list.unproven"), "small"))
        row.addLayout(words, 1)
        when = label(say.clock(line.time_s), "second", wrap=False)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        return row
