# SPDX-License-Identifier: GPL-3.0-or-later
"""Make pictures while, and only while, the daemon holds a Grab out.

One thread for Qt, capture, proof and withdrawal, so that no picture overtakes a no.
Every monitor is proven before any picture of any of them is made.
Source: docs/spec/pixels.md; docs/rights.md R-02, R-27.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image
from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication

from agent.session.outbox import Outbox
from agent.session.overview import overview
from agent.session.pace import AT_LEAST_EACH_S, Pace
from agent.session.platform.base import Grabber, GrabError, Plan, Platform, Shot, plan
from agent.session.qt.indicator import Indicator
from agent.session.rest import ASK_EACH_S, Rest
from agent.session.view_picture import view_picture
from consent.purpose import (
    OVERVIEW_GAP_S,
    OVERVIEW_WIDTH_PX,
    VIEW_GAP_S,
    VIEW_WIDTH_PX,
)
from protocol.messages.local import Frame, FrameSent, Grab, Looks

RELOOK_S: Final = 0.5  # how often a busy screen is asked whether it is still busy
PAINT_S: Final = 0.04  # from our paint to the screen: another connection, a compositor
NONCE_S: Final = 30.0
RETRY_S: Final = (0.05, 0.05, 0.5)
TOLD_AFTER: Final = 3  # failed proofs until the daemon hears of it
Clock = Callable[[], float]
DrawMark = Callable[[str, int], Image.Image]


@dataclass(frozen=True, slots=True)
class Sent:
    """The last picture that the teacher got, for the page *Nu*."""

    frame: Frame
    purpose: Looks


class Looking(QObject):
    """The one place that opens the door to the screens."""

    lost = Signal()  # the proof failed three times
    gone = Signal()  # the screens themselves are gone
    mirrored = Signal()  # another picture reached the teacher

    def __init__(
        self,
        platform: Platform,
        indicator: Indicator,
        rest: Rest,
        clock: Clock,
        send: Callable[[Frame], None],
        draw_mark: DrawMark,
    ) -> None:
        """Start with the door shut."""
        super().__init__()
        self._platform, self._indicator, self._clock = platform, indicator, clock
        self._rest = rest
        self._send, self._draw_mark = send, draw_mark
        self._grab: Grab | None = None
        self._grabber: Grabber | None = None
        self._plans: list[Plan] = []
        self._notifier: QSocketNotifier | None = None
        self._pace = Pace(1.0, settles=True)
        self._look_at: float | None = None
        self._retry_at: float | None = None
        self._failures = 0
        self._outbox = Outbox()
        self._vetoed: set[bytes] = set()
        self._overview_at: float | None = None
        self.last_sent: Sent | None = None
        self.proof_ok = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def access(self) -> bytes | None:
        """The access whose pictures are being made."""
        return self._grab.access if self._grab else None

    @property
    def purpose(self) -> Looks | None:
        """What the pictures being made are for."""
        return self._grab.purpose if self._grab else None

    @property
    def is_open(self) -> bool:
        """Say whether the door to the screens is open."""
        return self._grabber is not None

    def resting(self) -> bool:
        """Say whether the screen is off or locked, as far as we know."""
        return self._rest.lately(watched=self.is_open)

    def start(self, grab: Grab) -> None:
        """Obey a Grab, unless the pupil vetoed this access."""
        if grab.access in self._vetoed:
            return
        self.stop()
        small = grab.purpose is Looks.OVERVIEW
        ceiling = OVERVIEW_WIDTH_PX if small else VIEW_WIDTH_PX
        self._plans = [
            plan(area, min(grab.width_px, ceiling), by_text_size=small)
            for area in self._indicator.areas()
        ]
        try:
            self._open()
        except GrabError:
            self._fail()
            return
        self._grab = grab
        gap_s = max(grab.min_gap_ms / 1000, OVERVIEW_GAP_S if small else VIEW_GAP_S)
        self._pace = Pace(gap_s, settles=small)
        now = self._clock()
        self._pace.begin(now, self._overview_at if small else None)
        if self._grabber is not None and self._grabber.fileno() is None:
            self._look_at = now + self._poll_s()
        self._plan_next()

    def _open(self) -> None:
        self._grabber = self._platform.open(self._plans)
        number = self._grabber.fileno()
        if number is not None:
            self._notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._woken)

    def stop(self, access: bytes | None = None) -> None:
        """Shut the door; with an access, only when it is that one."""
        if access is not None and access != self.access:
            return
        self._timer.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
        if self._grabber is not None:
            self._grabber.close()
        self._grab = self._grabber = self._notifier = None
        self._look_at = self._retry_at = None
        self._failures = 0
        self._outbox.clear()

    def veto(self, access: bytes | None) -> None:
        """Refuse this access for good, whatever comes later."""
        if access is not None:
            self._vetoed.add(access)
            self.stop(access)

    def is_vetoed(self, access: bytes | None) -> bool:
        """Say whether the pupil said no to this access."""
        return access in self._vetoed

    def sent(self, answer: FrameSent) -> None:
        """Note that the teacher has the picture, or that it was dropped."""
        frame = self._outbox.answered(answer)
        if frame is None:
            return
        now = self._clock()
        if answer.sent:
            self._arrived(frame, now)
        else:
            self._pace.changed(now)
        self._send_next(now)
        self._plan_next()

    def _arrived(self, frame: Frame, now: float) -> None:
        purpose = self._grab.purpose if self._grab else Looks.OVERVIEW
        if purpose is Looks.OVERVIEW:
            self._overview_at = now
        self.last_sent = Sent(frame, purpose)
        self.mirrored.emit()

    def prove_once(self) -> bool:
        """Prove the pills without making a picture; the door shuts at once."""
        if self._grabber is not None:
            return self.proof_ok
        plans = [plan(a, 16, by_text_size=True) for a in self._indicator.areas()]
        try:
            grabber = self._platform.open(plans)
        except GrabError:
            self.proof_ok = False
            return False
        try:
            self._plans = plans
            self.proof_ok = not self._unproven(grabber.shoot())
        except GrabError:
            self.proof_ok = False
        finally:
            grabber.close()
        if self.proof_ok:
            self.proof_at = self._clock()
        return self.proof_ok

    def forget(self) -> None:
        """Forget the last picture: nobody looks any more."""
        self.last_sent = None
        self.mirrored.emit()

    def _poll_s(self) -> float:
        return max(self._pace.gap_s, RELOOK_S) if self._pace.settles else VIEW_GAP_S

    def _woken(self) -> None:
        """Note that X says the screen changed; look soon, not at each px."""
        if self._grabber is None:
            return
        try:
            self._drain(self._grabber)
        except GrabError:
            self._die()
            return
        self._plan_next()

    def _drain(self, grabber: Grabber) -> None:
        """Hear every queued event.

        Reading any reply may have queued one without the socket turning readable, and
        the next comes only after we have looked: one event missed is a blind session.
        """
        if grabber.woke() and self._look_at is None:
            wait_s = RELOOK_S if self._pace.settles else 0.0
            self._look_at = self._clock() + wait_s

    def _plan_next(self) -> None:
        """Set the one timer to what is due first."""
        if self._grab is None or self._pace.in_flight:
            self._timer.stop()
            return
        due = [self._look_at, self._retry_at]
        if self._retry_at is None:
            due.append(self._pace.due())
        times = [at for at in due if at is not None]
        if not times:
            self._timer.stop()
            return
        wait_s = max(0.0, min(times) - self._clock())
        self._timer.start(math.ceil(wait_s * 1000))

    def _tick(self) -> None:
        if self._grab is None or self._grabber is None or self._pace.in_flight:
            return
        try:
            self._work(self._grabber, self._clock())
            if self._grabber is not None:
                self._drain(self._grabber)
        except GrabError:
            self._die()
            return
        self._plan_next()

    def _work(self, grabber: Grabber, now: float) -> None:
        if self._look_at is not None and now >= self._look_at:
            self._look(grabber, now)
        due = self._retry_at if self._retry_at is not None else self._pace.due()
        if due is None or now < due or not self._ready(now):
            return
        if self._rest.now():
            self._retry_at = now + ASK_EACH_S  # unless the daemon shuts the door
            return
        if self._still_moving(grabber, now):
            return
        self._retry_at = None
        self._shoot(grabber, now)

    def _look(self, grabber: Grabber, now: float) -> None:
        """Ask what changed; a change inside our own pill is none."""
        self._look_at = None
        if grabber.fileno() is None:
            self._look_at = now + self._poll_s()
        if self._foreign(grabber):
            self._pace.changed(now)

    def _foreign(self, grabber: Grabber) -> bool:
        own = self._indicator.rects()
        return not all(
            any(pill.holds(rect) for pill in own) for rect in grabber.changed()
        )

    def _ready(self, now: float) -> bool:
        """Wait for our own paint to be on screen; renew old cells just before."""
        if now - self._indicator.nonce_at > NONCE_S and not self._failures:
            self._indicator.fresh_nonce()
        until = self._indicator.painted_at + PAINT_S
        if now < until:
            self._retry_at = until
            return False
        return True

    def _still_moving(self, grabber: Grabber, now: float) -> bool:
        """Take the damage before the picture; a screen that moves is not settled."""
        if grabber.fileno() is None:
            return False
        moving = self._foreign(grabber)
        since = self._pace.dirty_since
        patient = since is not None and now - since < AT_LEAST_EACH_S
        first = self._outbox.is_first
        if moving and self._pace.settles and patient and not first:
            self._pace.changed(now)
            self._retry_at = None
            return True
        return False

    def _shoot(self, grabber: Grabber, now: float) -> None:
        shots = grabber.shoot()
        if self._unproven(shots):
            self._fail()
            return
        self._failures = 0
        self.proof_ok = True
        self._pace.shot(now)
        self._outbox.put(self._frames(shots, now))
        self._send_next(now)

    def _unproven(self, shots: Sequence[Shot]) -> str:
        """Give "" when every monitor shows its pill, else why the first does not."""
        rects = self._indicator.rects()
        if len(rects) != len(shots):
            return "screens changed"
        for number, shot in enumerate(shots):
            wanted = self._indicator.expected(number, self._plans[number].divisor)
            why = wanted.check(shot.cut(rects[number]))
            if why:
                return why
        return ""

    def _fail(self) -> None:
        """Put the pill back and try again; the third time the daemon is told."""
        self._failures += 1
        self._indicator.raise_all()
        wait_s = RETRY_S[min(self._failures, len(RETRY_S)) - 1]
        self._retry_at = self._clock() + wait_s
        if self._failures == TOLD_AFTER or self._grabber is None:
            self.proof_ok = False
            self.lost.emit()

    def _die(self) -> None:
        self.stop()
        self.proof_ok = False
        self.gone.emit()

    def _frames(self, shots: Sequence[Shot], now: float) -> list[Frame]:
        grab = self._grab
        if grab is None:
            return []
        chosen = range(len(shots))
        if grab.purpose is not Looks.OVERVIEW:
            chosen = range(*_one(self._screen_in_use(), len(shots)))
        return [self._frame(grab, number, shots[number], now) for number in chosen]

    def _frame(self, grab: Grab, number: int, shot: Shot, now: float) -> Frame:
        planned, tile = self._plans[number], shot.tile()
        if grab.purpose is Looks.OVERVIEW:
            pill = self._indicator.rects()[number]
            data = overview(tile, planned, pill, grab.quality)
        else:
            mark = self._draw_mark(grab.mark, planned.tile_width_px)
            data = view_picture(tile, mark, grab.quality)
        width, height = planned.tile_width_px, planned.tile_height_px
        taken_ms = int(now * 1000)
        return Frame(grab.access, 0, number, width, height, taken_ms, data)

    def _screen_in_use(self) -> int:
        screen = QGuiApplication.screenAt(QCursor.pos())
        screens = QGuiApplication.screens()
        return screens.index(screen) if screen in screens else 0

    def _send_next(self, now: float) -> None:
        """Send the next picture of this instant; one that grew old is taken anew."""
        more = self._outbox.is_waiting
        frame = self._outbox.take(now)
        self._pace.in_flight = frame is not None
        if frame is not None:
            self._send(frame)
        elif more:
            self._pace.changed(now)


def _one(wanted: int, count: int) -> tuple[int, int]:
    """Give a range of one monitor."""
    first = min(wanted, count - 1)
    return first, first + 1
