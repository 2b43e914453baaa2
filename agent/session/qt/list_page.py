# SPDX-License-Identifier: GPL-3.0-or-later
"""*Lijst*: who looked, when, how long and why; newest first.

Source: docs/rights.md R-30, R-34, R-35.
"""

from collections.abc import Callable
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agent.session.pupil_state import PupilState
from agent.session.qt.list_orders import ListOrders
from agent.session.qt.page import Page, emptied
from agent.session.qt.style import button, frame, label, picture
from agent.session.qt.theme import Tokens
from protocol.messages.local import EyeState, LineState, LogLine

MARKS: Final = {
    LineState.WAITING: "list.unproven",
    LineState.OWN: "list.own",
    LineState.GIVEN: "list.given",
}


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
        self._ordering = False
        self._place = 0  # where the list was scrolled to, while it is built anew
        self.area.verticalScrollBar().rangeChanged.connect(self._scroll_again)
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
        self._said = label("")
        self._said.hide()
        self.above_foot.addWidget(self._said)
        self.foot.addWidget(self._take)
        self.foot.addWidget(self._compare)
        self.foot.addStretch(1)

    def say_below(self, words: str) -> None:
        """Say how an order about the list went, over the whole width."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def refresh(self) -> None:
        """Build the list anew, when it changed."""
        state = self.state
        kept = state.page.kept_until_s if state.page is not None else 0
        shown: object = (tuple(state.lines), state.page)
        if self._ordering:  # a question that stands may not be taken away
            shown = (kept, state.may_erase(self._now_s()))
        if shown == self._shown:
            return
        self._shown = shown
        self._place, name = self.area.verticalScrollBar().value(), self._focused()
        emptied(self.body)
        if self._ordering:
            self._orders(kept)
        else:
            self._list()
        self.body.addStretch(1)
        self._focus_again(name)

    def _focused(self) -> str:
        """Name what has the keyboard inside the list."""
        held: QWidget | None = self.window().focusWidget()
        inner = self.area.widget()
        if held is None or inner is None or not inner.isAncestorOf(held):
            return ""
        return held.objectName()

    def _focus_again(self, name: str) -> None:
        found = self.findChildren(QPushButton, name) if name else []
        for again in found[-1:]:  # the one just made; the old one still has to go
            again.show()  # what is hidden takes no keyboard
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _scroll_again(self, _least: int, most: int) -> None:
        """Keep the pupil where the pupil was: the list was built anew."""
        if 0 < self._place <= most:
            self.area.verticalScrollBar().setValue(self._place)
            self._place = 0

    def _list(self) -> None:
        page, say = self.state.page, self.state.say
        if page is None:
            self.body.addWidget(label(say("list.wait"), "second"))
            return
        if page.since_s:
            self._since.setText(say("list.since", when=say.date(page.since_s)))
        self._health()
        self._notes()
        if not self.state.lines:
            self.body.addWidget(label(say("list.empty"), "second"))
        else:
            self._days()
        if page.more:
            more = button(say("list.more"), "listMore", "flat")
            more.clicked.connect(lambda: self.act.emit("more", None))
            self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _health(self) -> None:
        page, say = self.state.page, self.state.say
        if page is None:
            return
        row = QHBoxLayout()
        row.setSpacing(self.px(10))
        name = "check" if page.healthy else "eye-note"
        row.addWidget(picture(name, self.tokens.accent, self.px(20)))
        parts = [page.health, page.agrees]
        if page.agrees and self.state.unconfirmed():
            parts.append(say("compare.but"))
        words = " ".join(part for part in parts if part)
        row.addWidget(label(words), 1)
        orders = button(say("list.orders"), "listOrders", "flat")
        orders.clicked.connect(lambda: self._order(ordering=True))
        row.addWidget(orders, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _notes(self) -> None:
        """Say what the DPO asks, what a mark means where one is shown, and a HOLD."""
        page, say = self.state.page, self.state.say
        if page is not None and page.asked:
            self.body.addWidget(label(page.asked))
        if self.state.unconfirmed():
            self.body.addWidget(label(say("list.unproven.why"), "small"))
        if page is not None and page.kept_until_s:
            until = say.long_date(page.kept_until_s)
            self.body.addWidget(label(say("list.kept", when=until), "small"))

    def _orders(self, kept_until_s: int) -> None:
        may_erase = self.state.may_erase(self._now_s())
        made = ListOrders(self.state.say, self.px, kept_until_s, may_erase=may_erase)
        made.closed.connect(self._back)
        made.ordered.connect(self._ordered)
        self.body.addWidget(made)

    def _back(self) -> None:
        self._order(ordering=False)
        self.act.emit("renew", None)

    def _ordered(self, act: str) -> None:
        self._order(ordering=False)
        self.act.emit(act, None)

    def _order(self, *, ordering: bool) -> None:
        self._ordering = ordering
        self.say_below("")
        self.refresh()

    def _days(self) -> None:
        """One card; a heading for each day, one row for erased lines side by side."""
        card = frame("card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(1, 1, 1, self.px(4))
        rows.setSpacing(0)
        day = ""
        for erased, lines in groupby(self.state.lines, lambda line: not line.time_s):
            if erased:
                rows.addWidget(frame("line"))
                rows.addLayout(self._erased(len(list(lines))))
                continue
            for line in lines:
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
        row = self._row()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(line.sentence))
        if line.state in MARKS:
            mark = label(say(MARKS[line.state], who=line.who), "small")
            if line.state is LineState.WAITING:
                mark.setToolTip(say("list.unproven.why"))
            words.addWidget(mark)
        row.addLayout(words, 1)
        when = label(say.clock(line.time_s), "second", wrap=False)
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _erased(self, count: int) -> QHBoxLayout:
        key = "list.erased.one" if count == 1 else "list.erased"
        row = self._row()
        row.addWidget(label(self.state.say(key, n=count), "second"), 1)
        return row

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(self.px(16), self.px(10), self.px(16), self.px(10))
        row.setSpacing(self.px(12))
        return row


def compared(state: PupilState) -> str:
    """Say how the teacher's list compares, as far as it is known."""
    page, say = state.page, state.say
    if page is None or not page.agrees:
        no_lesson = state.eye.state in {EyeState.NO_LESSON, EyeState.TROUBLE}
        parts = [say("compare.nobody" if no_lesson else "compare.not_yet")]
    else:
        parts = [page.agrees] + [say("compare.but")] * state.unconfirmed()
    return " ".join((*parts, say("compare.when")))
