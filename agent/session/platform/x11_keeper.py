# SPDX-License-Identifier: GPL-3.0-or-later
"""Keep our own windows on top of an X desktop, without seeing a pixel of it.

The pill is override-redirect: managed and dock windows vanish behind a browser in
kiosk mode. Another program may still raise itself or unmap us; we answer at most ten
times a second, for an endless war helps nobody and the proof holds the pictures back.
Source: docs/spec/indicator.md, "On top".
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Final

import xcffib
import xcffib.xproto
from xcffib import xproto

from agent.session.platform.base import GrabError
from agent.session.platform.x11_sleep import X11Sleep

RAISES_PER_S: Final = 10
Clock = Callable[[], float]


class X11Keeper:
    """Listens to what happens to our windows only."""

    def __init__(self, name: str | None = None, clock: Clock | None = None) -> None:
        """Connect.

        Raises:
            GrabError: there is no X screen.
        """
        try:
            self._connection: Any = xcffib.connect(name)  # its types are half
        except xcffib.ConnectionException as error:
            raise GrabError("There is no X screen to connect to.") from error
        self._sleep = X11Sleep(self._connection)
        self._clock = clock or time.perf_counter
        self._covered: dict[int, bool] = {}
        self._raised: deque[float] = deque(maxlen=RAISES_PER_S)

    def fileno(self) -> int | None:
        """Give the connection."""
        return int(self._connection.get_file_descriptor())

    def watch(self, window: int) -> None:
        """Keep this window from now on."""
        mask = xproto.EventMask.VisibilityChange | xproto.EventMask.StructureNotify
        self._covered[window] = False
        self._connection.core.ChangeWindowAttributes(
            window, xproto.CW.EventMask, [mask]
        )
        self._connection.flush()

    def forget(self, window: int) -> None:
        """Keep it no longer."""
        self._covered.pop(window, None)

    def woke(self) -> None:
        """Raise what was covered, map what was unmapped."""
        again = False
        while (event := self._next()) is not None:
            again = self._heard(event) or again
        if again and self._may_raise():
            self.raise_all()

    def _next(self) -> object | None:
        """Give the next event; an error is about a window that is gone."""
        try:
            event: object | None = self._connection.poll_for_event()
        except xcffib.ConnectionException as error:
            raise GrabError("The X screen is gone.") from error
        except xcffib.XcffibException as error:
            return error
        return event

    def _heard(self, event: object) -> bool:
        """Note one event; say whether it calls for an answer."""
        window = getattr(event, "window", 0)
        if window not in self._covered:
            return False
        if isinstance(event, xproto.VisibilityNotifyEvent):
            hidden = event.state != xproto.Visibility.Unobscured
        elif isinstance(event, xproto.UnmapNotifyEvent):
            hidden = True
        else:
            return False
        self._covered[window] = bool(hidden)
        return bool(hidden)

    def _may_raise(self) -> bool:
        now = self._clock()
        full = len(self._raised) == RAISES_PER_S
        if full and now - self._raised[0] < 1.0:
            return False
        self._raised.append(now)
        return True

    def raise_all(self, below: Sequence[int] = ()) -> None:
        """Put every watched window on top, and these just under them."""
        core = self._connection.core
        for window in self._covered:
            core.MapWindow(window)  # Qt still believes that it is shown
            core.ConfigureWindow(
                window, xproto.ConfigWindow.StackMode, [xproto.StackMode.Above]
            )
        for window in below:
            core.MapWindow(window)
            for kept in list(self._covered)[:1]:
                mode = xproto.ConfigWindow.Sibling | xproto.ConfigWindow.StackMode
                core.ConfigureWindow(window, mode, [kept, xproto.StackMode.Below])
        self._connection.flush()

    def covered(self) -> bool:
        """Say whether a watched window is known to be hidden or covered."""
        return any(self._covered.values())

    def resting(self) -> bool:
        """Say whether the screen saver shows or the monitor sleeps.

        Raises:
            GrabError: the X screen is gone.
        """
        try:
            sleeps = self._sleep.sleeps()
        except xcffib.XcffibException as error:
            raise GrabError("The X screen is gone.") from error
        self.woke()  # the replies may have carried an event along unseen
        return sleeps

    def close(self) -> None:
        """Hang up."""
        self._connection.disconnect()
