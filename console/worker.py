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

from console import roster
from console.browse import Finder
from console.core import acts
from console.core import events as e
from console.core.ports import Screen
from console.core.view import WallView
from console.desk import Desk
from console.site import Site
from protocol.messages.link import ByeCode

LOG = logging.getLogger(__name__)

PAPERS_EVERY_S: Final = 1.0
PUBLISHED_EVERY_S: Final = 3_600.0
PROBE_EVERY_S: Final = 30.0
TICK_AT_LEAST_S: Final = 1.0
SHORTEST_S: Final = 0.01  # so that nothing can turn without an end
LAST_WORDS_S: Final = 2.0
STOP_S: Final = 10.0
BROKEN: Final = "Inzage is gestopt door een fout. Sluit het venster en begin opnieuw."


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
        self._stopping: asyncio.Event | None = None
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="inzage-worker")
        self._thread.start()
        self._up.wait()

    def act(self, act: acts.TeacherAct) -> None:
        """Take one act of the teacher; returns at once, from any thread."""
        self._call(partial(self._act, act))

    def stop(self) -> None:
        """End every access and link, and the thread; returns when it has ended."""
        self._call(self._stop)
        self._thread.join(STOP_S)

    def _act(self, act: acts.TeacherAct) -> None:
        if self._desk is not None:
            self._desk.hear(e.TeacherActed(act))

    def _stop(self) -> None:
        if self._stopping is not None:
            self._stopping.set()

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
        self._stopping = asyncio.Event()
        desk = self._site.desk(self._screen)
        finder = self._site.finder(desk)
        self._desk = desk
        self._up.set()
        self._recall(desk)
        async with asyncio.TaskGroup() as group:
            running = [
                group.create_task(self._read_papers(desk)),
                group.create_task(self._read_published()),
                group.create_task(self._keep_time(desk)),
                group.create_task(self._probe(desk)),
                group.create_task(desk.decoder.run()),
                group.create_task(finder.run()),
            ]
            await self._stopping.wait()
            await self._say_goodbye(desk, finder)
            for task in running:
                task.cancel()

    async def _say_goodbye(self, desk: Desk, finder: Finder) -> None:
        """End the lesson in good order; nobody is waited for longer than 2 s."""
        desk.hear(e.TeacherActed(acts.EndLesson()))
        finder.stop()
        desk.end_all(ByeCode.CLOSING)
        try:
            async with asyncio.timeout(LAST_WORDS_S):
                await desk.empty()
        except TimeoutError:
            return

    async def _read_papers(self, desk: Desk) -> None:
        """Follow the timetable; each second is cheap and misses no bell."""
        known: e.PapersRead | None = None
        site = self._site
        while True:
            wall = site.clocks.wall()
            shelf = site.papers.shelf
            found = roster.read(shelf, site.teacher_id, site.settings.language, wall)
            if found != known:
                known = found
                desk.hear(found)
            desk.end_revoked(shelf.is_revoked)
            await asyncio.sleep(PAPERS_EVERY_S)

    async def _read_published(self) -> None:
        """Fetch what the office published, at the start and each hour."""
        folder = self._site.settings.published
        while folder is not None:
            wall = self._site.clocks.wall()
            self._site.papers.read_published(folder, wall)
            await asyncio.sleep(PUBLISHED_EVERY_S)

    async def _keep_time(self, desk: Desk) -> None:
        """Tick when something falls due, and at least each second for the eyes."""
        changed = asyncio.Event()
        desk.on_change(changed.set)
        while True:
            changed.clear()
            now = self._site.clocks.moment()
            due_s = desk.classroom.deadline(now)
            left_s = TICK_AT_LEAST_S if due_s is None else due_s - now.boot_s
            try:
                async with asyncio.timeout(
                    min(max(left_s, SHORTEST_S), TICK_AT_LEAST_S)
                ):
                    await changed.wait()
            except TimeoutError:
                desk.hear(e.Ticked())

    async def _probe(self, desk: Desk) -> None:
        while True:
            await asyncio.sleep(PROBE_EVERY_S)
            desk.probe_record()

    def _recall(self, desk: Desk) -> None:
        shares = self._site.recalled()
        if shares:
            desk.hear(e.SharesRecalled(shares))

    def _say_broken(self) -> None:
        """Take every picture away and say one sentence."""
        wall = self._site.clocks.wall()
        view = self._desk.shown if self._desk else None
        for tile in view.tiles if view else ():
            for large in (False, True):
                self._screen.drop(tile.pupil, large)
        empty = WallView(now=wall, demo=self._site.is_demo, slot=None)
        shown = replace(view, tiles=(), look=None) if view else empty
        self._screen.show(replace(shown, now=wall, trouble=BROKEN))
