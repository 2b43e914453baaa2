# SPDX-License-Identifier: GPL-3.0-or-later
"""What runs while a console is open: papers, time, decoder and finder, side by side."""

import asyncio
from typing import Final

from console import roster
from console.browse import Finder
from console.core import acts
from console.core import events as e
from console.desk import Desk
from console.ledger.keeping import drop_old
from console.site import Site
from protocol.messages.link import ByeCode

PAPERS_EVERY_S: Final = 1.0
PUBLISHED_EVERY_S: Final = 3_600.0
KEEPING_EVERY_S: Final = 3_600.0
PROBE_EVERY_S: Final = 30.0
TICK_AT_LEAST_S: Final = 1.0
SHORTEST_S: Final = 0.01  # so that nothing can turn without an end
LAST_WORDS_S: Final = 2.0


async def serve(
    site: Site,
    desk: Desk,
    finder: Finder,
    acted: asyncio.Queue[acts.TeacherAct],
    stopping: asyncio.Event,
) -> None:
    """Run everything until asked to stop, and say goodbye.

    Whatever raises in here ends all of it: a console that goes on half is worse.
    """
    shares = site.recalled()
    if shares:
        desk.hear(e.SharesRecalled(shares))
    async with asyncio.TaskGroup() as group:
        running = [
            group.create_task(_read_papers(site, desk)),
            group.create_task(_read_published(site)),
            group.create_task(_keep_record(site)),
            group.create_task(_hear_acts(acted, desk)),
            group.create_task(_keep_time(site, desk)),
            group.create_task(_probe(desk)),
            group.create_task(desk.decoder.run()),
            group.create_task(finder.run()),
        ]
        await stopping.wait()
        await _say_goodbye(desk, finder)
        for task in running:
            task.cancel()


async def _say_goodbye(desk: Desk, finder: Finder) -> None:
    """End the lesson in good order; nobody is waited for longer than 2 s."""
    desk.hear(e.TeacherActed(acts.EndLesson()))
    finder.stop()
    desk.end_all(ByeCode.CLOSING)
    try:
        async with asyncio.timeout(LAST_WORDS_S):
            await desk.empty()
    except TimeoutError:
        return


async def _read_papers(site: Site, desk: Desk) -> None:
    """Follow the timetable; each second is cheap and misses no bell."""
    known: e.PapersRead | None = None
    language = site.settings.language
    while True:
        shelf = site.papers.shelf
        found = roster.read(shelf, site.teacher_id, language, site.clocks.wall())
        if found != known:
            known = found
            desk.hear(found)
        desk.end_revoked(shelf.is_revoked)
        await asyncio.sleep(PAPERS_EVERY_S)


async def _read_published(site: Site) -> None:
    """Fetch what the office published, at the start and each hour."""
    folder = site.settings.published
    while folder is not None:
        papers, wall = site.papers, site.clocks.wall()
        papers.take_published(await asyncio.to_thread(papers.fetch, folder), wall)
        await asyncio.sleep(PUBLISHED_EVERY_S)


async def _keep_record(site: Site) -> None:
    """Delete what is past its keeping, at the start and each hour."""
    while True:
        newest = site.papers.shelf.newest_issued
        drop_old(site.record, newest, site.clocks.wall())
        site.papers.tidy(site.clocks.wall())
        await asyncio.sleep(KEEPING_EVERY_S)


async def _hear_acts(acted: asyncio.Queue[acts.TeacherAct], desk: Desk) -> None:
    """Do what the teacher did in the window, one act at a time."""
    while True:
        desk.hear(e.TeacherActed(await acted.get()))


async def _keep_time(site: Site, desk: Desk) -> None:
    """Tick when something falls due, and at least each second for the eyes."""
    changed = asyncio.Event()
    desk.on_change(changed.set)
    while True:
        changed.clear()
        now = site.clocks.moment()
        due_s = desk.classroom.deadline(now)
        left_s = TICK_AT_LEAST_S if due_s is None else due_s - now.boot_s
        wait_s = min(max(left_s, SHORTEST_S), TICK_AT_LEAST_S)
        try:
            async with asyncio.timeout(wait_s):
                await changed.wait()
        except TimeoutError:
            desk.hear(e.Ticked())


async def _probe(desk: Desk) -> None:
    """Try a record that failed again, now and then."""
    while True:
        await asyncio.sleep(PROBE_EVERY_S)
        desk.probe_record()
