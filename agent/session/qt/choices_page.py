# SPDX-License-Identifier: GPL-3.0-or-later
"""*Mijn keuzes*: one switch per purpose, no and yes of equal weight. R-12, R-13."""

from typing import Final

from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from agent.session.pupil_state import PupilState
from agent.session.qt import icons
from agent.session.qt.page import Page, emptied
from agent.session.qt.style import button, frame, label, picture
from agent.session.qt.theme import Tokens
from protocol.messages.local import Band, Looks, Switch

BUTTON_WIDTH: Final = 104
BUTTON_HEIGHT: Final = 46
ROWS: Final = {
    Looks.OVERVIEW: ("overview", "eye-half"),
    Looks.VIEW: ("view", "eye-open"),
    Looks.SHOW: ("show", "pupils"),
}


class ChoicesPage(Page):
    """Every choice can be changed at any time; it works at once."""

    def __init__(self, state: PupilState, tokens: Tokens, factor: float) -> None:
        """Make the page."""
        super().__init__(state, tokens, factor)
        self._shown: object = None
        say = state.say
        self.title.setText(say("choices.title"))
        self.lead.setText(say("choices.lead"))
        if state.say.band is Band.TEN_AND_UP:
            self.foot.addWidget(label(say("choices.parents"), "small"))

    def refresh(self) -> None:
        """Build the switches anew, when they changed."""
        choices, say = self.state.choices, self.state.say
        if choices == self._shown and choices is not None:
            return
        self._shown = choices
        emptied(self.body)
        if choices is None:
            self.body.addWidget(label(say("choices.wait"), "second"))
        else:
            card = frame("card")
            rows = QVBoxLayout(card)
            rows.setContentsMargins(1, 1, 1, 1)
            rows.setSpacing(0)
            for number, switch in enumerate(choices.switches):
                if number:
                    rows.addWidget(frame("line"))
                rows.addLayout(self._row(switch))
            self.body.addWidget(card)
            self.body.addWidget(self._free())
        self.body.addStretch(1)

    def _row(self, switch: Switch) -> QHBoxLayout:
        say, px = self.state.say, self.px
        key, icon = ROWS[switch.purpose]
        row = QHBoxLayout()
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(14))
        row.addWidget(picture(icon, self.tokens.accent, px(22)))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(say(f"choices.{key}"), "strong"))
        words.addWidget(label(say(f"choices.{key}.why"), "small"))
        if not switch.possible:
            words.addWidget(label(say("choices.impossible"), "small"))
        row.addLayout(words, 1)
        for one in self._pair(switch, key):
            row.addWidget(one)
        return row

    def _pair(self, switch: Switch, key: str) -> tuple[QPushButton, QPushButton]:
        """Make Nee and Ja, the same in every way but the word."""
        say = self.state.say
        pair = (
            button(say("nee"), f"choice{key.capitalize()}No", "choice"),
            button(say("ja"), f"choice{key.capitalize()}Yes", "choice"),
        )
        group = QButtonGroup(self)
        for yes, one in enumerate(pair):
            one.setCheckable(True)
            group.addButton(one)
            chosen = switch.on == bool(yes)
            one.setChecked(chosen)
            if chosen:
                one.setIcon(icons.icon("check", self.tokens.text))
                one.setText(f" {one.text()}")
            one.setAccessibleName(f"{say(f'choices.{key}')}: {one.text().strip()}")
            wanted = (switch.purpose, bool(yes))
            one.clicked.connect(
                lambda _=False, wanted=wanted: self.act.emit("choice", wanted)
            )
        for one in pair:  # the tick may not make the chosen one larger
            one.setFixedSize(self.px(BUTTON_WIDTH), self.px(BUTTON_HEIGHT))
        pair[1].setEnabled(switch.possible or switch.on)
        return pair

    def _free(self) -> QFrame:
        made = frame("soft")
        row = QHBoxLayout(made)
        row.setContentsMargins(self.px(16), self.px(12), self.px(16), self.px(12))
        row.setSpacing(self.px(12))
        row.addWidget(picture("check", self.tokens.accent, self.px(20)))
        row.addWidget(label(self.state.say("choices.free")), 1)
        return made
