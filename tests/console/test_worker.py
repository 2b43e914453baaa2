# SPDX-License-Identifier: GPL-3.0-or-later
"""The worker's thread: acts go in from any thread, and it ends when asked."""

import asyncio
from pathlib import Path

import pytest

from console.core import acts
from console.core.words import NL
from console.worker import ConsoleWorker
from tests.console.site import demo_school, make_site
from tests.fakes.wall_screen import FakeScreen


async def test_acts_go_in_and_the_thread_ends(tmp_path: Path) -> None:
    screen = FakeScreen()
    worker = ConsoleWorker(make_site(demo_school(1), tmp_path / "c"), screen)
    await screen.until(lambda s: s.view.slot is not None)
    worker.act(acts.StartLesson())
    await screen.until(lambda s: s.view.slot and s.view.slot.started)
    await asyncio.to_thread(worker.stop)
    assert not worker._thread.is_alive()  # noqa: SLF001
    worker.act(acts.StartLesson())  # nobody listens any more
    worker.stop()


async def test_R69_a_worker_that_breaks_takes_every_picture_away(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    school = demo_school(1)
    site = make_site(school, tmp_path / "c")
    screen = FakeScreen()
    worker = ConsoleWorker(site, screen)
    await screen.until(lambda s: s.view.tiles)
    worker.act("no act at all")  # type: ignore[arg-type]
    await screen.until(lambda s: s.view.trouble == NL.broken)
    pupil = school.pupils[0].id
    assert {(pupil, False), (pupil, True)} <= set(screen.drops)
    assert screen.view.tiles == ()
    await asyncio.to_thread(worker.stop)
    assert "ended" in caplog.text
    caplog.clear()
