# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker: one thread with an asyncio loop, between the window and the network.

The window never waits for it but once, at the end. Whatever breaks in here ends the
links, and with them every access: the laptops need no word of ours for that.
"""

import asyncio
import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from console.core import acts
from console.core.ports import Screen
from console.core.view import WallView
from console.core.words import words
from console.desk import Desk
from console.serving import serve
from console.site import Site

LOG = logging.getLogger(__name__)

STOP_S: Final = 10.0


class ConsoleWorker:
    """Runs the console's network side until stop()."""

    def __init__(self, site: Site, screen: Screen) -> None:
        """Start the thread.

        Args:
            site: keys, papers, record and clocks, opened already.
            screen: the window; may be called from this thread.
        """
        self._site = site
        self._screen = screen
        self._loop: asyncio.AbstractEventLoop | None = None
        self._desk: Desk | None = None
        self._stopping = asyncio.Event()
        self._acts: asyncio.Queue[acts.TeacherAct] = asyncio.Queue()
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="inzage-worker")
        self._thread.start()
        self._up.wait()

    def act(self, act: acts.TeacherAct) -> None:
        """Take one act of the teacher; returns at once, from any thread."""
        self._call(partial(self._acts.put_nowait, act))

    def stop(self) -> None:
        """End every access and link, and the thread; returns when it has ended."""
        self._call(self._stopping.set)
        self._thread.join(STOP_S)

    def _call(self, what: Callable[[], None]) -> None:
        loop = self._loop
        if loop is None or loop.is_closed():
            return
        try:
            loop.call_soon_threadsafe(what)
        except RuntimeError:  # it closed between the question and the call
            return

    def _run(self) -> None:
        try:
            asyncio.run(self._main())
        except Exception:
            LOG.exception("The worker ended")
            self._say_broken()
        finally:
            self._up.set()
            self._site.close()

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._desk = self._site.desk(self._screen)
        finder = self._site.finder(self._desk)
        self._up.set()
        await serve(self._site, self._desk, finder, self._acts, self._stopping)

    def _say_broken(self) -> None:
        """Take every picture away and say one sentence."""
        wall = self._site.clocks.wall()
        view = self._desk.shown if self._desk else None
        for tile in view.tiles if view else ():
            for large in (False, True):
                self._screen.drop(tile.pupil, large)
        empty = WallView(now=wall, demo=self._site.is_demo, slot=None)
        broken = words(self._site.settings.language).broken
        shown = replace(view, tiles=(), look=None) if view else empty
        self._screen.show(replace(shown, now=wall, trouble=broken))
