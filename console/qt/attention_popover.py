# SPDX-License-Identifier: GPL-3.0-or-later
"""Ask for attention: how long, then why; the click on a reason asks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from console.core.view import Choice
from console.qt.buttons import Button
from console.qt.flow_layout import FlowLayout
from console.qt.labels import rule
from console.qt.popover import Popover
from console.qt.theme import Theme
from console.qt.usual import ALONE_MINUTES, CLASS_MINUTES, USUAL_MINUTES, Usual
from console.qt.words.words import Words

CARD_PX: Final = 420


class AttentionPopover(Popover):
    """Minutes as chips, reasons as rows."""

    picked = Signal(str, int)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        reasons: Sequence[Choice],
        usual: Usual | None,
        name: str,
        parent: QWidget,
    ) -> None:
        title = words.attention_title_one if name else words.attention_title
        super().__init__(theme, title.format(name=name), parent)
        self.setObjectName("attentionPopover")
        self.setMinimumWidth(CARD_PX)
        self.add_text(words.attention_more, "caption")
        self._group = QButtonGroup(self)
        minutes = usual.minutes if usual and not name else USUAL_MINUTES
        self._add_minutes(words, ALONE_MINUTES if name else CLASS_MINUTES, minutes)
        self.column.addWidget(rule())
        if not reasons:
            self.add_text(words.no_reasons, "error")
        for reason in reasons:
            self._add_reason(reason, first=usual is not None and reason == usual.reason)

    def _add_minutes(self, words: Words, choices: Sequence[int], usual: int) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        for minutes in choices:
            text = words.minutes.format(n=minutes)
            chip = Button(self.theme, text, kind="chip")
            chip.setCheckable(True)
            chip.setChecked(minutes == usual)
            self._group.addButton(chip, minutes)
            row.addWidget(chip)
        around = QHBoxLayout()
        around.setContentsMargins(12, 4, 12, 8)
        around.addWidget(holder)
        self.column.addLayout(around)

    def _add_reason(self, reason: Choice, *, first: bool) -> None:
        row = self.add_row(
            reason.words, "", "attention", lambda: self._pick(reason.code)
        )
        if first:
            row.setFocus()

    def _pick(self, code: str) -> None:
        self.picked.emit(code, 60 * max(1, self._group.checkedId()))
