# SPDX-License-Identifier: GPL-3.0-or-later
"""From a click to an act: open the chooser where one is needed, tell the worker."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from consent.purpose import VIEW_S
from console.core.acts import (
    AskAttention,
    EndAttention,
    EndLesson,
    LookAt,
    ReadLog,
    SeeHand,
    SendLink,
    SendMessage,
    ShowScreens,
    StartLesson,
    StopLooking,
    StopScreens,
)
from console.core.ports import Worker
from console.qt.actions import Actions, Args, take_args
from console.qt.args import number_of, pupils_of, text_of
from console.qt.attention_popover import AttentionPopover
from console.qt.link_dialog import LinkDialog
from console.qt.memory import (
    LAST_ATTENTION_MINUTES,
    LAST_ATTENTION_REASON,
    LAST_LOOK_REASON,
    LAST_REASON,
    Memory,
)
from console.qt.message_dialog import MessageDialog
from console.qt.reason_dialog import ReasonDialog, Why
from console.qt.theme import Theme
from console.qt.usual import USUAL_MINUTES, Usual, usual_attention
from console.qt.window_state import WindowState
from console.qt.words.words import Words

HELP_CODES: Final = ("help", "hulp")


class Deeds(QObject):
    """Carries out the actions of the window."""

    log_opened = Signal()
    cover_wanted = Signal(bool)

    def __init__(
        self,
        worker: Worker,
        actions: Actions,
        state: WindowState,
        memory: Memory,
        theme: Theme,
        words: Words,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._worker, self._actions, self._state = worker, actions, state
        self._memory, self._theme, self._words = memory, theme, words
        self._window = window
        # under which a card opens: for the class, and for one pupil
        self.anchors: tuple[QWidget, QWidget] = (window, window)
        for name, deed in self._table().items():
            self._connect(name, deed)

    def _table(self) -> dict[str, Callable[[Args], None]]:
        return {
            "startLesson": lambda _: self._worker.act(StartLesson()),
            "endLesson": lambda _: self._worker.act(EndLesson()),
            "stopScreens": lambda _: self._worker.act(StopScreens()),
            "stopLooking": self._stop_looking,
            "endAttention": lambda _: self._worker.act(EndAttention()),
            "cover": lambda _: self.cover_wanted.emit(True),
            "uncover": lambda _: self.cover_wanted.emit(False),
            "showScreens": self._show_screens,
            "look": self._look,
            "attention": self._attention,
            "attentionMenu": lambda _: self._open_attention(None),
            "message": self._message,
            "link": self._link,
            "seeHand": self._see_hand,
            "log": self._log,
        }

    def _connect(self, name: str, deed: Callable[[Args], None]) -> None:
        action = self._actions[name]
        action.triggered.connect(lambda: deed(take_args(action) or {}))

    # screens

    def _show_screens(self, args: Args) -> None:
        pupils = pupils_of(args, self._state)
        if pupils is None:
            return
        code = text_of(args, "reason_code")
        if code:
            self._worker.act(ShowScreens(code, text_of(args, "reason"), pupils))
            return
        chosen = () if self._state.covered else self._state.chosen
        dialog = self._reasons(self._words.why_screens, LAST_REASON)
        dialog.offer_scope(self._who(chosen) if chosen else "")
        dialog.picked.connect(lambda why: self._show_picked(chosen, why))
        dialog.open()

    def _show_picked(self, chosen: tuple[str, ...], why: Why) -> None:
        """Ask what the button said, whoever is chosen by now."""
        self._memory.remember(LAST_REASON, why.code)
        pupils = () if why.whole_class else chosen
        self._worker.act(ShowScreens(why.code, why.reason, pupils))

    def _look(self, args: Args) -> None:
        pupil = self._one(args)
        tile = self._state.tile(pupil) if pupil else None
        if tile is None or pupil is None:
            return
        code = text_of(args, "reason_code")
        if not code and tile.hand is not None and tile.hand.offers_look:
            code = self._help_code()
        if code:
            seconds = number_of(args, "seconds", VIEW_S)
            self._look_at(LookAt(pupil, code, text_of(args, "reason"), seconds))
            return
        self._ask_why_look(pupil, tile.name)

    def _one(self, args: Args) -> str | None:
        """Find the one pupil meant; several are nobody."""
        pupils = pupils_of(args, self._state) if args else self._state.chosen
        return pupils[0] if pupils is not None and len(pupils) == 1 else None

    def _ask_why_look(self, pupil: str, name: str) -> None:
        title = self._words.why_look.format(name=name)
        dialog = self._reasons(title, LAST_LOOK_REASON)
        dialog.offer_look()
        dialog.picked.connect(lambda why: self._look_picked(pupil, why))
        dialog.open()

    def _look_picked(self, pupil: str, why: Why) -> None:
        self._memory.remember(LAST_LOOK_REASON, why.code)
        self._look_at(LookAt(pupil, why.code, why.reason))

    def _look_at(self, act: LookAt) -> None:
        self._state.look.asked()
        self._worker.act(act)

    def _stop_looking(self, _args: Args) -> None:
        self._state.look.asked()
        self._worker.act(StopLooking())

    def _help_code(self) -> str:
        """Find the reason that fits a pupil's own offer: one click is enough."""
        codes = [r.code for r in self._state.view.reasons] if self._state.view else []
        for code in (*HELP_CODES, self._memory.recall(LAST_LOOK_REASON)):
            if code in codes:
                return code
        return ""

    def _reasons(self, title: str, last_key: str) -> ReasonDialog:
        reasons = self._state.view.reasons if self._state.view else ()
        last = self._memory.recall(last_key)
        return ReasonDialog(
            self._theme, self._words, title, reasons, last, self._window
        )

    # attention

    def usual(self) -> Usual | None:
        """Say what one click on Aandacht asks now."""
        reasons = self._state.view.attention_reasons if self._state.view else ()
        return usual_attention(reasons, self._memory)

    def _attention(self, args: Args) -> None:
        pupils = pupils_of(args, self._state)
        if pupils is None:
            return
        alone, code = next(iter(pupils), None), text_of(args, "reason_code")
        usual = self.usual()
        if code:
            seconds = number_of(args, "seconds", USUAL_MINUTES * 60)
            self._worker.act(AskAttention(code, seconds, alone))
        elif alone is not None or usual is None:
            self._open_attention(alone)
        else:
            self._worker.act(AskAttention(usual.reason.code, 60 * usual.minutes))

    def _open_attention(self, alone: str | None) -> None:
        tile = self._state.tile(alone) if alone else None
        popover = AttentionPopover(
            self._theme,
            self._words,
            self._state.view.attention_reasons if self._state.view else (),
            self.usual(),
            tile.name if tile else "",
            self._window,
        )
        popover.picked.connect(lambda *picked: self._attention_picked(alone, *picked))
        of_class, of_one = self.anchors
        is_there = alone is not None and of_one.isVisible()
        popover.open_under(of_one if is_there else of_class)

    def _attention_picked(self, alone: str | None, code: str, seconds: int) -> None:
        if alone is None:
            self._memory.remember(LAST_ATTENTION_REASON, code)
            self._memory.remember(LAST_ATTENTION_MINUTES, str(seconds // 60))
        self._worker.act(AskAttention(code, seconds, alone))

    # sharing

    def _message(self, args: Args) -> None:
        pupils = self._whom(args)
        if pupils is None:
            return
        text = text_of(args, "text")
        if text:
            self._worker.act(SendMessage(text, pupils))
            return
        dialog = MessageDialog(
            self._theme, self._words, self._who(pupils), self._window
        )
        dialog.sent.connect(lambda sent: self._worker.act(SendMessage(sent, pupils)))
        dialog.open()

    def _link(self, args: Args) -> None:
        pupils = self._whom(args)
        if pupils is None:
            return
        url, title = text_of(args, "url"), text_of(args, "title")
        if url and title:
            self._worker.act(SendLink(url, title, pupils))
            return
        dialog = LinkDialog(self._theme, self._words, self._who(pupils), self._window)
        if url:
            dialog.start_with(url)
        dialog.sent.connect(lambda u, t: self._worker.act(SendLink(u, t, pupils)))
        dialog.open()

    def _whom(self, args: Args) -> tuple[str, ...] | None:
        """By a key alone it is for who is chosen, as the card under Delen says."""
        if args or self._state.covered:
            return pupils_of(args, self._state)
        return self._state.chosen

    def _who(self, pupils: tuple[str, ...]) -> str:
        tile = self._state.tile(pupils[0]) if len(pupils) == 1 else None
        if tile is not None:
            return tile.name
        if pupils:
            return self._words.chosen_pupils.format(n=len(pupils))
        return self._words.whole_class_name

    # the rest

    def _see_hand(self, args: Args) -> None:
        for pupil in pupils_of(args, self._state) or ():
            self._worker.act(SeeHand(pupil))

    def _log(self, _args: Args) -> None:
        self._worker.act(ReadLog())
        self.log_opened.emit()
