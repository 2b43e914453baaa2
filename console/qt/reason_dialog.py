# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose why: a closed list from the charter, nothing chosen but the last one used.

The scope is chosen by the button: the whole class is its own, explicit click.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from console.core.view import Choice
from console.qt.buttons import ENTER, Button
from console.qt.flow_layout import FlowLayout
from console.qt.labels import PlainLabel
from console.qt.limits import one_line
from console.qt.sheet import Sheet
from console.qt.theme import Theme
from console.qt.words.words import Words
from protocol.constants import REASON_CHARS

ARROWS: Final = frozenset(
    {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up}
)


@dataclass(frozen=True, slots=True)
class Why:
    """What the teacher chose."""

    code: str
    reason: str
    whole_class: bool


class ReasonDialog(Sheet):
    """Asks for one reason and, with several pupils in play, for the scope."""

    picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        title: str,
        reasons: Sequence[Choice],
        last: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, title, parent)
        self.setObjectName("reasonDialog")
        self.column.addWidget(PlainLabel(words.why_hint, "small", wraps=True))
        self._group = QButtonGroup(self)
        self._codes: dict[int, str] = {}
        self._has_last = False
        self._add_chips(reasons, last)
        self.more = QLineEdit()
        self.more.setMaxLength(REASON_CHARS)
        self.more.setPlaceholderText(words.reason_more)
        self.more.setAccessibleName(words.reason_more)
        self.column.addWidget(self.more)

    def offer_scope(self, chosen: str) -> None:
        """End with one button per scope; `chosen` names who is, or nobody."""
        everyone = Button(self.theme, self.words.whole_class, icon_name="pupils")
        everyone.setObjectName("wholeClass")
        everyone.clicked.connect(lambda: self._pick(whole_class=True))
        buttons = [everyone]
        if chosen:
            some = Button(self.theme, self.words.chosen_only.format(who=chosen))
            some.setObjectName("chosenOnly")
            some.clicked.connect(lambda: self._pick(whole_class=False))
            buttons.insert(0, some)
        self.end_with(*buttons)

    def offer_look(self) -> None:
        """End with the one button that asks to look."""
        look = Button(
            self.theme, self.words.ask_to_look, icon_name="eye-open", kind="main"
        )
        look.setObjectName("askToLook")
        look.setDefault(True)
        look.clicked.connect(lambda: self._pick(whole_class=False))
        if self._has_last:
            look.be_new()  # the key that opened this may not answer it
            self.first_focus = look
        self.end_with(look)

    def _add_chips(self, reasons: Sequence[Choice], last: str) -> None:
        if not reasons:
            self.say_wrong(self.words.no_reasons)
        holder = QWidget()
        flow = FlowLayout(holder)
        for number, reason in enumerate(reasons):
            chip = _Chip(self.theme, reason.words, kind="chip")
            chip.setCheckable(True)
            chip.setChecked(reason.code == last)
            chip.clicked.connect(lambda: self.say_wrong(""))
            self._group.addButton(chip, number)
            self._codes[number] = reason.code
            flow.addWidget(chip)
            if reason.code == last:
                self.first_focus = chip
            self._has_last = self._has_last or reason.code == last
        self.column.addWidget(holder)

    def _pick(self, *, whole_class: bool) -> None:
        code = self._codes.get(self._group.checkedId())
        if code is None:
            self.say_wrong(
                self.words.pick_reason if self._codes else self.words.no_reasons
            )
            return
        self.picked.emit(Why(code, one_line(self.more.text()), whole_class))
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first reason with an arrow: until then none looks chosen."""
        chips = self._group.buttons()
        if event.key() in ARROWS and self.hasFocus() and chips:
            chips[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class _Chip(Button):
    """A reason; Enter chooses it, and once more goes on with the main button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the dialog where there is nothing more to choose."""
        if event.key() in ENTER and self.isChecked():
            event.ignore()
        else:
            super().keyPressEvent(event)
