# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen pupil: picture, what you do there now, and what you can do."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.core.view import LookView, TileView
from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.flow_layout import FlowLayout
from console.qt.held_picture import HeldPicture
from console.qt.labels import IconLabel, PlainLabel, YieldingLabel, rule
from console.qt.phrases import countdown
from console.qt.picture_box import PictureBox
from console.qt.theme import Theme
from console.qt.words.words import Words


class PupilCard(QFrame):
    """One pupil, or several chosen together."""

    closed = Signal()
    open_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, actions: Actions) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setProperty("snug", "true")
        self._words, self._actions = words, actions
        self._pupils: tuple[str, ...] = ()
        self._name = YieldingLabel("", "title")
        self.picture = PictureBox(theme)
        self._mark = IconLabel(theme, "eye-open", 20, "accent")
        self._says = PlainLabel("", "accent", wraps=True)
        self._why = PlainLabel("", "small", wraps=True)
        self._make_buttons(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 11, 15, 11)
        column.setSpacing(8)
        column.addLayout(self._head(theme))
        column.addWidget(self.picture)
        column.addLayout(self._status())
        column.addWidget(self._why)
        column.addWidget(_side_by_side(self.look, self.open, self.stop, self.screens))
        column.addWidget(rule())
        column.addWidget(_side_by_side(self.message, self.attention, self.link))
        column.addWidget(rule())
        column.addWidget(self._logged, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_buttons(self, theme: Theme) -> None:
        words = self._words
        self.look = Button(theme, words.look_large, icon_name="eye-open")
        self.look.clicked.connect(self._look)
        self.open = Button(theme, words.open_large, icon_name="screen")
        self.open.clicked.connect(self.open_wanted)
        self.stop = Button(theme, words.stop_looking, icon_name="stop")
        bind(self.stop, self._actions["stopLooking"])
        self.screens = Button(theme, words.screens, icon_name="screen")
        bind(self.screens, self._actions["showScreens"])
        self.message = self._for_these(theme, words.message, "message")
        self.link = self._for_these(theme, words.link, "link")
        self.attention = self._for_these(theme, words.attention, "attention")
        self._logged = Button(theme, words.what_is_logged, icon_name="log", kind="link")
        bind(self._logged, self._actions["log"])

    def _for_these(self, theme: Theme, text: str, name: str) -> Button:
        button = Button(theme, text, icon_name=name)
        action = self._actions[name]
        run = self._actions.run
        button.clicked.connect(lambda: run(name, {"pupils": self._pupils}))
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _head(self, theme: Theme) -> QHBoxLayout:
        head = QHBoxLayout()
        close = Button(theme, self._words.close, icon_name="close", kind="icon")
        close.clicked.connect(self.closed)
        head.addWidget(self._name, 1)
        head.addWidget(close)
        return head

    def _status(self) -> QHBoxLayout:
        status = QHBoxLayout()
        status.addWidget(self._mark)
        status.addWidget(self._says, 1)
        return status

    def show_several(self, pupils: tuple[str, ...]) -> None:
        """Show what can be done for several at once."""
        self._pupils = pupils
        self._name.setText(self._words.chosen_many.format(n=len(pupils)))
        self._show_parts(one=False, looked=False, says="", why="")

    def show_pupil(
        self,
        tile: TileView,
        held: HeldPicture | None,
        look: LookView | None,
        now: datetime,
        *,
        refused: bool,
    ) -> None:
        """Show one pupil."""
        self._pupils = (tile.pupil,)
        self._name.setText(tile.name)
        self.picture.show_held(held, tile.name)
        mine = look if look is not None and look.pupil == tile.pupil else None
        says, why = self._look_words(mine, tile.name, now)
        if refused and mine is None:
            says = self._words.look_no_picture
        self._show_parts(one=True, looked=mine is not None, says=says, why=why)

    def _look_words(
        self, look: LookView | None, name: str, now: datetime
    ) -> tuple[str, str]:
        if look is None:
            return "", ""
        words, first = self._words, name.split(" ", maxsplit=1)[0]
        if look.until is None:
            return words.you_asked, words.notice_first.format(
                reason=look.reason, name=first
            )
        left = words.you_look.format(left=countdown(look.until, now))
        return left, words.why_sees.format(reason=look.reason, name=first)

    def _show_parts(self, *, one: bool, looked: bool, says: str, why: str) -> None:
        self._mark.show_icon("eye-open" if looked else "eye-closed", "accent")
        self._says.setText(says)
        self._why.setText(why)
        for widget, text in ((self._mark, says), (self._says, says), (self._why, why)):
            widget.setVisible(bool(text))
        self.picture.setVisible(one)
        self.attention.setVisible(one)
        self.look.setVisible(one and not looked)
        self.open.setVisible(looked)
        self.stop.setVisible(looked)
        self.screens.setVisible(not one)
        self.look.setEnabled(self._actions["look"].isEnabled())

    def _look(self) -> None:
        self._actions.run("look", {"pupils": self._pupils})


def _side_by_side(*buttons: Button) -> QWidget:
    """Put buttons in lines: two beside each other where their words fit."""
    holder = QWidget()
    flow = FlowLayout(holder, fills=True)
    for button in buttons:
        flow.addWidget(button)
    return holder
