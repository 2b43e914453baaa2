# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop for tests: drawn like the synthetic one, waking us like X does."""

import contextlib
import socket
from collections.abc import Callable, Sequence

from agent.session.platform.base import GrabError, Pixels, Plan, Rect
from agent.session.platform.synthetic import Synthetic
from agent.session.platform.whole import WholeShot
from tests.fakes.clock import FakeClock


class FakeKeeper:
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.kept: list[int] = []
        self.raised: list[tuple[int, ...]] = []
        self.is_covered = False
        self.rests = False
        self.asked = 0
        self.closed = False
        self.waking, self._waker = socket.socketpair()
        self.woken = 0

    def fileno(self) -> int | None:
        return self.waking.fileno()

    def wake(self) -> None:
        """Let something happen to a window."""
        self._waker.send(b".")

    def watch(self, window: int) -> None:
        self.kept.append(window)

    def forget(self, window: int) -> None:
        self.kept.remove(window)

    def woke(self) -> None:
        self.waking.recv(64)
        self.woken += 1

    def raise_all(self, below: Sequence[int] = ()) -> None:
        self.raised.append(tuple(below))

    def covered(self) -> bool:
        return self.is_covered

    def resting(self) -> bool:
        self.asked += 1
        return self.rests

    def close(self) -> None:
        self.closed = True
        self.waking.close()
        self._waker.close()


class FakeGrabber:
    """An open door; its owner lets the screen change."""

    def __init__(self, screen: "FakeScreen", plans: Sequence[Plan]) -> None:
        self._screen = screen
        self._inner = screen.desktop.open(plans)
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)  # noqa: FBT003 -- its only form
        self._armed = True
        self._queued = False
        self._rects: list[Rect] = []
        self.shots = 0
        self.closed = False
        self.while_asked: Callable[[], None] = lambda: None

    def damage(self, rect: Rect, *, unseen: bool = False) -> None:
        """Let a part of the screen change; unseen: the socket does not turn readable.

        As with X: one event, and no other until somebody has looked.
        """
        self._rects.append(rect)
        if self._armed:
            self._armed, self._queued = False, True
            if not unseen:
                self._writing.send(b".")

    def fileno(self) -> int | None:
        return self._reading.fileno()

    def woke(self) -> bool:
        self._fail()
        with contextlib.suppress(BlockingIOError):
            self._reading.recv(4096)
        hit, self._queued = self._queued, False
        return hit

    def changed(self) -> Sequence[Rect]:
        self._fail()
        rects, self._rects = self._rects, []
        self._armed = True
        then, self.while_asked = self.while_asked, lambda: None
        then()
        return rects

    def shoot(self) -> Sequence[WholeShot]:
        self._fail()
        self.shots += 1
        shots = self._inner.shoot()
        assert all(isinstance(shot, WholeShot) for shot in shots)
        return [shot for shot in shots if isinstance(shot, WholeShot)]

    def _fail(self) -> None:
        if self._screen.gone:
            raise GrabError("The screen is gone.")

    def close(self) -> None:
        self.closed = True
        self._reading.close()
        self._writing.close()


class FakeScreen:
    """The desktop: what is open on it, and what is broken."""

    number = 1

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.desktop = Synthetic(self.clock)
        self.grabbers: list[FakeGrabber] = []
        self.gone = False
        self.shut = False  # refuse to open
        self.own_keeper = FakeKeeper()

    @property
    def open_doors(self) -> int:
        """Count the grabbers that are open."""
        return sum(not grabber.closed for grabber in self.grabbers)

    @property
    def grabber(self) -> FakeGrabber:
        """Give the newest grabber."""
        return self.grabbers[-1]

    def open(self, plans: Sequence[Plan]) -> FakeGrabber:
        if self.shut:
            raise GrabError("No grabbing today.")
        self.grabbers.append(FakeGrabber(self, plans))
        return self.grabber

    def keeper(self) -> FakeKeeper:
        return self.own_keeper

    def read_back(self, rects: Sequence[Rect]) -> Sequence[bytes]:
        if self.gone:
            raise GrabError("The screen is gone.")
        return self.desktop.read_back(rects)

    def present(self, name: str, rect: Rect, pixels: Pixels | None) -> None:
        self.desktop.present(name, rect, pixels)
