# SPDX-License-Identifier: GPL-3.0-or-later
"""Give each of the daemon's words to the part that acts on it.

The session decides nothing that widens: it shows, grabs while it holds a Grab, and
lets every doubt end with the door shut. Source: docs/spec/local.md.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from msgspec import Struct, structs
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from agent.session.clicks import Clicks
from agent.session.eye import UNKNOWN, Press, face
from agent.session.pupil_state import PupilState
from agent.session.qt.acts import Acts
from agent.session.qt.bridge import Bridge
from agent.session.qt.curtain_keeper import CurtainKeeper
from agent.session.qt.indicator import Indicator
from agent.session.qt.looking import Looking
from agent.session.qt.windows import Windows
from agent.session.words.say import Say
from protocol import constants as c
from protocol.messages import local
from protocol.messages.local import Band, ClickKind, EyeState, Looks

COUNTS: Final = frozenset({EyeState.NOTICE, EyeState.VIEW, EyeState.SHOW})
QUIET: Final = frozenset({EyeState.NO_LESSON, EyeState.LESSON, EyeState.PAUSED})
IN_A_LESSON: Final = frozenset(EyeState) - {EyeState.NO_LESSON, EyeState.TROUBLE}
LOOKING: Final = frozenset({EyeState.OVERVIEW, EyeState.VIEW, EyeState.SHOW})
PROVE_MS: Final = 80  # after a new face: our paint must have arrived
PROVE_AGAIN_MS: Final = 400
PROVE_TRIES: Final = 10
BEATS_PER_ALIVE: Final = 2
BEATS_PER_LIST: Final = 5  # of an open list: what became of lines since
PRESS_CLICKS: Final = {Press.RESUME: ClickKind.RESUME}
KIND_NAMES: Final = {Looks.OVERVIEW: "overview", Looks.VIEW: "view", Looks.SHOW: "show"}


@dataclass(frozen=True, slots=True)
class Parts:
    """What the conductor conducts."""

    state: PupilState
    bridge: Bridge
    indicator: Indicator
    looking: Looking
    curtain: CurtainKeeper
    windows: Windows
    acts: Acts
    clicks: Clicks


class Conductor(QObject):
    """One session, from the first Here to the last goodbye."""

    refused = Signal(str)
    welcomed = Signal()
    happened = Signal(str)  # for a demonstration's script

    def __init__(
        self,
        parts: Parts,
        pupil_pub: bytes,
        platform_number: int,
        clock: Callable[[], float],
        now_s: Callable[[], int],
    ) -> None:
        """Join the parts."""
        super().__init__()
        self._parts, self._clock, self._now_s = parts, clock, now_s
        self._pupil_pub, self._platform_number = pupil_pub, platform_number
        self._handlers: dict[type, Callable[..., None]] = {
            local.Welcomed: self._welcomed,
            local.Refused: self._refused,
            local.Eye: self._eye,
            local.Grab: self._grab,
            local.GrabStop: lambda m: parts.looking.stop(m.access),
            local.FrameSent: parts.looking.sent,
            local.Question: self._question,
            local.Ask: self._ask,
            local.ClickKept: lambda m: parts.clicks.kept(m.n),
            local.CurtainUp: self._curtain_up,
            local.CurtainRenew: parts.curtain.renew,
            local.CurtainDown: parts.curtain.down,
            local.Offer: self._offer,
            local.Offers: self._offers,
            local.OfferGone: self._offer_gone,
            local.LogPage: self._log_page,
            local.OrderDone: parts.windows.order_done,
            local.Choices: self._choices,
        }
        self._second = QTimer(self)
        self._second.setTimerType(Qt.TimerType.PreciseTimer)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.show_eye)
        self._prove = QTimer(self)
        self._prove.setSingleShot(True)
        self._prove.timeout.connect(self._prove_quietly)
        self._proofs_left = 0
        self._told: tuple[EyeState, bytes | None] = (EyeState.TROUBLE, None)
        self._told_sight = (False, False)
        self._connect()

    def _connect(self) -> None:
        parts = self._parts
        parts.bridge.opened.connect(self._opened)
        parts.bridge.heard.connect(self._heard)
        parts.bridge.closed.connect(self._closed)
        parts.indicator.pressed.connect(self._pressed)
        parts.indicator.opened.connect(parts.windows.open_inzage)
        parts.looking.lost.connect(lambda: self.alive(0))
        parts.looking.mirrored.connect(parts.windows.refresh)
        parts.curtain.changed.connect(self._curtain_changed)
        parts.curtain.help_wanted.connect(self._help)
        parts.windows.acted.connect(self._acted)

    def end(self) -> None:
        """Wait for nothing more."""
        self._second.stop()
        self._prove.stop()

    # -- to the daemon

    def beat(self, count: int) -> None:
        """Say each second time that all is as it was, and at once when it is not."""
        if count % BEATS_PER_ALIVE == 0 or self._sight() != self._told_sight:
            self.alive(count)
        if count % BEATS_PER_LIST == 0:
            self._parts.windows.renew_list()

    def alive(self, tick: int) -> None:
        """Say that the one thread turns, and whether the pill is seen."""
        self._told_sight = proven, resting = self._sight()
        self._parts.bridge.send(local.Alive(tick, proven, resting))

    def _sight(self) -> tuple[bool, bool]:
        """Say whether the pill is proven and seen, and whether the screen rests."""
        looking = self._parts.looking
        proven = looking.proof_ok and not self._parts.indicator.covered()
        return proven, looking.resting()

    def _opened(self) -> None:
        """Say who we are, and before all else the nos that may not be on disk there."""
        self._parts.bridge.send(self._here())
        for said in self._parts.clicks.first():
            self._parts.bridge.send(said)

    def _here(self) -> local.Here:
        screens = tuple(
            local.Screen(
                area.id,
                max(0, area.rect.x_px),
                max(0, area.rect.y_px),
                area.rect.width_px,
                area.rect.height_px,
                min(500, max(50, round(area.scale * 100))),
            )
            for area in self._parts.indicator.areas()
        )
        return local.Here(
            c.VERSION, os.getpid(), screens, self._platform_number, self._pupil_pub
        )

    # -- from the daemon

    def _heard(self, message: Struct) -> None:
        handler = self._handlers.get(type(message))
        if handler is None:
            self._parts.bridge.hang_up()  # a word that only we may say
            return
        handler(message)

    def _closed(self) -> None:
        """Shut the door, lower the curtain, and say that nobody looks."""
        parts = self._parts
        parts.looking.stop()
        parts.looking.forget()
        parts.curtain.lower()
        parts.windows.close_all()
        parts.state.hand_up = parts.state.offered = False
        self._set_eye(UNKNOWN)
        parts.windows.refresh()

    def _welcomed(self, welcome: local.Welcomed) -> None:
        state = self._parts.state
        before = state.say
        state.welcomed = welcome
        state.say = Say(welcome.lang, welcome.band)
        self._parts.clicks.welcomed(welcome.clicks_kept)
        if state.say != before:
            self._parts.windows.rebuild()
        self.welcomed.emit()
        self._prove_soon()
        self.show_eye()
        self.happened.emit("welcomed")

    def _refused(self, refusal: local.Refused) -> None:
        self._parts.bridge.hang_up()
        self.refused.emit(refusal.sentence)

    def _eye(self, eye: local.Eye) -> None:
        old = self._parts.state.eye
        self._set_eye(eye)
        if eye.state in QUIET:
            self._parts.looking.forget()
            if old.access is not None:
                self._parts.windows.close_show(old.access)
        if (eye.state, eye.access) != self._told:  # not what we showed by ourselves
            self.happened.emit(f"eye:{eye.state.name.lower()}")
            self._parts.windows.renew_list()
        self._told = (eye.state, eye.access)
        if eye.state is EyeState.NO_LESSON and old.state in IN_A_LESSON:
            self.happened.emit("lesson:over")
        self._parts.windows.refresh()

    def _set_eye(self, eye: local.Eye) -> None:
        state = self._parts.state
        same = (eye.state, eye.access) == (state.eye.state, state.eye.access)
        if eye.state is EyeState.LESSON:
            state.lesson = eye
        elif eye.state is EyeState.NO_LESSON:
            state.lesson = None
            state.hand_up = state.offered = False
        state.eye = eye
        state.eye_until = self._clock() + eye.left_ms / 1000
        if not same or eye.left_ms / 1000 > state.eye_whole_s:
            state.eye_whole_s = eye.left_ms / 1000
        if not same:
            self._prove_soon()
        if eye.state in COUNTS:
            self._second.start()
        else:
            self._second.stop()
        self.show_eye()

    def show_eye(self) -> None:
        """Paint the oogje as it must look at this second."""
        state = self._parts.state
        shown = face(
            state.eye,
            state.say,
            now_s=self._now_s(),
            left_s=max(0.0, state.eye_until - self._clock()),
            whole_s=state.eye_whole_s,
            demo=state.demo,
        )
        young = state.say.band is Band.SIX_TO_NINE
        hint = state.say("eye.hint")
        self._parts.indicator.show_face(shown, young=young, hint=hint)

    def _prove_soon(self) -> None:
        self._proofs_left = PROVE_TRIES
        self._prove.start(PROVE_MS)

    def _prove_quietly(self) -> None:
        """Prove the new face once, so that the daemon knows before it must decide."""
        looking = self._parts.looking
        if looking.is_open or self._parts.curtain.is_up:
            return
        before = looking.proof_ok
        if not looking.prove_once() and self._proofs_left > 0:
            self._proofs_left -= 1
            self._parts.indicator.raise_all()
            self._prove.start(PROVE_AGAIN_MS)
        if looking.proof_ok != before:
            self.alive(0)

    def _grab(self, grab: local.Grab) -> None:
        if not self._parts.curtain.is_up:
            self._parts.looking.start(grab)

    def _question(self, question: local.Question) -> None:
        self._parts.windows.ask(question)
        self.happened.emit(f"question:{KIND_NAMES[question.purpose]}")

    def _ask(self, ask: local.Ask) -> None:
        """Ask for a show; a view's [Nee] stands on the oogje itself."""
        if ask.purpose is Looks.SHOW:
            self._parts.windows.ask_show(ask)
        self.happened.emit(f"ask:{KIND_NAMES[ask.purpose]}")

    def _curtain_up(self, asked: local.CurtainUp) -> None:
        parts = self._parts
        parts.looking.stop()
        parts.windows.close_question()
        parts.curtain.up(asked, parts.state.say, demo=parts.state.demo)

    def _curtain_changed(self, curtain: local.Curtain) -> None:
        self._parts.bridge.send(curtain)
        self.happened.emit(f"curtain:{curtain.state.name.lower()}")
        if not self._parts.curtain.is_up:
            self._prove_soon()

    def _offer(self, offer: local.Offer) -> None:
        """Show what was shared; a window comes up, nothing opens."""
        self._parts.state.add_offer(offer)
        self._parts.windows.announce()
        self.happened.emit(f"offer:{offer.kind.name.lower()}")

    def _offers(self, offers: local.Offers) -> None:
        self._parts.state.offers = list(offers.offers)
        self._parts.windows.refresh()

    def _offer_gone(self, gone: local.OfferGone) -> None:
        self._parts.state.drop_offer(gone.id)
        self._parts.windows.refresh()

    def _log_page(self, page: local.LogPage) -> None:
        self._parts.state.add_page(page)
        self._parts.windows.list_came()

    def _choices(self, choices: local.Choices) -> None:
        self._parts.state.choices = choices
        self._parts.windows.refresh()

    # -- from the pupil

    def _pressed(self, press: Press) -> None:
        acts = self._parts.acts
        if press is Press.STOP:
            acts.stop()
        elif press is Press.NEE:
            acts.nee()
        else:
            acts.click(PRESS_CLICKS[press])
        self._acted()

    def _help(self) -> None:
        """Lower was done; say it, and put the hand up."""
        self._parts.state.hand_up = True
        self._parts.acts.click(ClickKind.HELP_NOW)
        self._parts.windows.refresh()

    def _acted(self) -> None:
        """Show at once that nobody looks, when the pupil just said so."""
        state = self._parts.state
        if state.eye.state not in LOOKING | {EyeState.NOTICE}:
            return
        if not self._parts.looking.is_vetoed(state.eye.access):
            return
        self._parts.looking.forget()
        if state.lesson is not None:
            self._set_eye(structs.replace(state.lesson, left_ms=0))
        else:
            quiet = structs.replace(
                state.eye, state=EyeState.LESSON, why="", left_ms=0, access=None
            )
            self._set_eye(quiet)
        self._parts.windows.refresh()
