# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell in one process: it starts, serves, looks around and ends in good order."""

import asyncio
import contextlib
import os
import sqlite3
import subprocess
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path

import pytest

from agent.core import events as e
from agent.daemon.daemon import Clocks, Daemon, Options
from agent.daemon.identity import Enrolled, load
from agent.daemon.places import Places
from agent.daemon.settings import Settings
from agent.daemon.trouble import DaemonError, Exit
from consent.documents.command import Verb
from consent.documents.signed import Kind, Signer
from consent.ledger import officer
from consent.ledger.draft import Context
from consent.ledger.kinds import Chain
from consent.ledger.kinds import Kind as LineKind
from consent.store.agent_ledger import AgentLedger
from consent.store.agent_rescue import is_sound
from consent.store.papers_folder import PapersFolder
from protocol.aio.clock import boottime
from protocol.messages.papers import PaperTaken
from tests.bench.own_net import move_into_own_net
from tests.fakes.certificates import wall_now
from tests.fakes.clock import FakeClock
from tests.fakes.dpo import erase_order
from tests.fakes.enrolled import write_papers
from tests.fakes.school import School
from tests.journeys.laptop_rig import HandConsole, HandSession
from tests.journeys.namespaces import missing

LACKS = missing()
ANOTHER_ADDRESS = ["ip", "addr", "add", "10.9.9.9/32", "dev", "lo"]
CLOCKS = Clocks(boottime, wall_now)


def _options(folder: Path) -> Options:
    return Options(folder / "s.sock", "127.0.0.1", 0, os.getuid())


@dataclass
class Running:
    """A daemon inside this process."""

    daemon: Daemon
    socket: Path

    async def port(self) -> int:
        """Wait until the port is open."""
        async with asyncio.timeout(10):
            await self.daemon.port_is_open.wait()
        return self.daemon.port


@contextlib.asynccontextmanager
async def _running(
    enrolled: Enrolled, folder: Path, settings: Settings | None = None
) -> AsyncIterator[Running]:
    options = _options(folder)
    daemon = Daemon(enrolled, settings or Settings(), options, CLOCKS)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(daemon.run(stop))
        try:
            yield Running(daemon, options.socket)
        finally:
            stop.set()


def _standing_clock() -> FakeClock:
    """Give one that stands at today until it is moved."""
    clock = FakeClock()
    clock.wall = wall_now()
    return clock


async def _others_first() -> None:
    """Let what is ready to run do so, and what that makes ready."""
    for _ in range(50):
        await asyncio.sleep(0)


def _kinds(enrolled: Enrolled) -> list[LineKind]:
    ledger = AgentLedger(
        enrolled.places.ledger, enrolled.sign_key.sign, enrolled.device
    )
    kinds = [x.entry.kind for x in ledger.lines(Chain.OWN) if x.entry]
    ledger.close()
    return kinds


async def test_it_opens_its_port_in_the_slot_and_ends_clean(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    async with _running(enrolled, tmp_path) as running:
        assert await running.port() > 0
    assert enrolled.places.mark.exists()
    assert not running.socket.exists()


async def test_a_crash_is_seen_by_the_next_start(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    async with _running(enrolled, tmp_path):
        pass
    enrolled.places.mark.unlink()
    async with _running(enrolled, tmp_path) as running:
        await running.port()
        assert not running.daemon.mind.laptop.paused  # nothing was ever recorded


async def test_a_crash_after_a_lesson_pauses(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    async with _running(enrolled, tmp_path) as running:
        port = await running.port()
        session = HandSession()
        await session.connect(running.socket)
        console = HandConsole(school, tmp_path)
        await console.connect(port)

        await console.asked(Verb.LESSON_START)
        await console.close()
        await session.close()
    enrolled.places.mark.unlink()
    async with _running(enrolled, tmp_path) as running:
        await running.port()
        assert running.daemon.mind.laptop.paused
    assert LineKind.PAUSE in _kinds(enrolled)


async def test_papers_from_the_published_folder_are_taken(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    newer = school.newer(charter={"vision_ref": "Visie 3"})
    share = Places(tmp_path / "share")
    write_papers(newer, share)
    settings = Settings(published=share.papers)
    async with _running(enrolled, tmp_path, settings) as running:
        running.daemon.look_around()
        charter = running.daemon.mind.laptop.shelf.charter
        assert charter is not None
        assert charter.vision_ref == "Visie 3"
    assert _kinds(enrolled).count(LineKind.PAPER) == 3


async def test_papers_that_an_admin_laid_here_are_taken(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    async with _running(enrolled, tmp_path) as running:
        running.daemon.look_around()
        newer = school.newer(charter={"vision_ref": "Visie 3"})
        PapersFolder(enrolled.places.papers).put(newer.papers[Kind.CHARTER])
        running.daemon.look_around()
        charter = running.daemon.mind.laptop.shelf.charter
        assert charter is not None
        assert charter.serial == 2


async def test_R24_papers_that_move_the_school_are_held_against_each_link(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    async with _running(enrolled, tmp_path) as running:
        console = HandConsole(school, tmp_path)
        await console.connect(await running.port())
        running.daemon.look_around()
        networks = [{"cidr": "10.99.0.0/16", "dial_out": False}]
        newer = school.newer(charter={"networks": networks})
        links = running.daemon.mind.laptop.links.values()
        inside = [link.on_network for link in links]
        console.give(newer.papers[Kind.CHARTER], "")
        await console.heard.wait(PaperTaken)
        inside += [link.on_network for link in links]
        await console.close()
    assert inside == [True, False]


def test_nothing_is_done_before_it_is_due(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    clock = _standing_clock()
    begin_s = clock()
    daemon = Listening(
        enrolled, Settings(), _options(tmp_path), Clocks(clock, clock.now)
    )
    newer = school.newer(charter={"vision_ref": "Visie 3"})
    PapersFolder(enrolled.places.papers).put(newer.papers[Kind.CHARTER])
    seen = []
    for at_s in (6.4, 9.9, 10.0, 10.1, 22.0):
        clock.move(begin_s + at_s - clock())
        daemon.pass_time()
        charter = daemon.mind.laptop.shelf.charter
        is_taken = charter is not None and charter.serial == 2
        seen.append((daemon.told.count(e.Ticked()), is_taken))
    daemon.close()
    assert seen == [(0, False), (1, False), (1, True), (1, True), (2, True)]


NO_LINE = """CREATE TRIGGER no_line BEFORE INSERT ON entries
BEGIN SELECT RAISE(ABORT, 'no room'); END"""


def test_F11_a_log_that_cannot_be_written_is_tried_each_two_seconds(
    enrolled: Enrolled, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock = _standing_clock()
    begin_s = clock()
    daemon = Listening(
        enrolled, Settings(), _options(tmp_path), Clocks(clock, clock.now)
    )
    mended = []
    with contextlib.closing(sqlite3.connect(enrolled.places.ledger)) as other:
        other.execute(NO_LINE)
        daemon.tell(e.PapersChanged((e.PaperLine("charter", "", 1, "00" * 32),)))
        for at_s in (1.9, 2.0, 3.9, 4.0):
            if at_s == 3.9:
                other.execute("DROP TRIGGER no_line")
            clock.move(begin_s + at_s - clock())
            daemon.pass_time()
            mended.append(e.LedgerMended() in daemon.told)
    daemon.close()
    assert mended == [False, False, False, True]
    assert caplog.text.count("nobody can look until it can") == 1
    caplog.clear()


@pytest.mark.skipif(bool(LACKS), reason=LACKS or "nothing is missing")
def test_R24_a_network_that_changes_is_looked_at_soon(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    with ThreadPoolExecutor(1) as thread:  # that thread alone has its network changed
        thread.submit(asyncio.run, _looks_soon(enrolled, tmp_path)).result()


async def _looks_soon(enrolled: Enrolled, folder: Path) -> None:
    assert move_into_own_net()
    daemon = Listening(enrolled, Settings(), _options(folder), CLOCKS)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(daemon.run(stop))
        async with asyncio.timeout(8):  # by itself it looks after ten seconds
            await daemon.port_is_open.wait()
            assert not daemon.looked.is_set()
            subprocess.run(ANOTHER_ADDRESS, check=True)  # noqa: ASYNC221 -- in no time
            await daemon.looked.wait()
        stop.set()


def test_errands_that_wait_have_it_look_again_soon(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    clock = _standing_clock()
    begin_s = clock()
    daemon = Daemon(enrolled, Settings(), _options(tmp_path), Clocks(clock, clock.now))
    folder = enrolled.places.officer
    folder.mkdir(exist_ok=True)
    for name in ("a.order", "b.order"):
        (folder / name).write_bytes(b"no order")
    daemon.look_around()
    left = []
    for at_s in (1.9, 2.0):
        clock.move(begin_s + at_s - clock())
        daemon.pass_time()
        left.append(len(list(folder.glob("*.order"))))
    daemon.close()
    assert left == [1, 0]


async def test_what_wakes_it_has_it_look_around_too(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    clock = _standing_clock()
    begin_s = clock()
    daemon = Listening(
        enrolled, Settings(), _options(tmp_path), Clocks(clock, clock.now)
    )
    newer = school.newer(charter={"vision_ref": "Visie 3"})
    taken = []
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(daemon.run(stop))
        async with asyncio.timeout(10):
            await daemon.port_is_open.wait()
        PapersFolder(enrolled.places.papers).put(newer.papers[Kind.CHARTER])
        for at_s in (9.9, 10.0):
            clock.move(begin_s + at_s - clock())
            daemon.tell(e.PongHeard(0, (), clock()))  # of a link that is gone
            await _others_first()
            charter = daemon.mind.laptop.shelf.charter
            taken.append(charter is not None and charter.serial == 2)
        stop.set()
    assert taken == [False, True]


async def test_a_laptop_without_papers_waits_for_them(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    for file in enrolled.places.papers.iterdir():
        file.unlink()
    async with _running(enrolled, tmp_path) as running:
        assert running.daemon.port == 0


def _old_line(enrolled: Enrolled, school: School, ago: timedelta) -> None:
    """Write a line as it was written long ago."""
    ledger = AgentLedger(
        enrolled.places.ledger, enrolled.sign_key.sign, enrolled.device
    )
    context = Context(t=school.now - ago, boot_ms=5, school=school.trust.school)
    ledger.append(Chain.SHARED, LineKind.NOTE, {"about": 0, "text": "oud"}, context)
    ledger.close()


def _texts(enrolled: Enrolled) -> list[str]:
    ledger = AgentLedger(
        enrolled.places.ledger, enrolled.sign_key.sign, enrolled.device
    )
    notes = ledger.newest(Chain.SHARED, LineKind.NOTE, 9)
    ledger.close()
    return [line.entry.text("text") for line in notes if line.entry]


async def test_R35_what_is_past_its_keeping_is_deleted_at_the_first_look(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    _old_line(enrolled, school, timedelta(days=800))
    async with _running(enrolled, tmp_path) as running:
        running.daemon.look_around()
    assert _texts(enrolled) == []


class Listening(Daemon):
    """A service that remembers what happened in it."""

    @cached_property
    def looked(self) -> asyncio.Event:
        """Is set by each look at the network."""
        return asyncio.Event()

    def look_at_network(self) -> None:
        super().look_at_network()
        self.looked.set()

    @cached_property
    def told(self) -> list[e.Event]:
        """Give what it was told, in order."""
        return []

    def tell(self, event: e.Event) -> None:
        self.told.append(event)
        super().tell(event)


def _ask_to_erase(enrolled: Enrolled, school: School, ago: timedelta) -> None:
    """Write the line of a DPO's order, as it was written some time ago."""
    ledger = AgentLedger(
        enrolled.places.ledger, enrolled.sign_key.sign, enrolled.device
    )
    order = erase_order(school)
    data = officer.encode(order, school.keys[Signer.DPO].sign)
    context = Context(t=school.now - ago, boot_ms=6, school=school.trust.school)
    fields = officer.line_fields(order, data, 0)
    ledger.append(Chain.SHARED, LineKind.ORDER, fields, context)
    ledger.close()


@pytest.mark.parametrize(("days", "left"), [(13, ["oud"]), (15, [])])
def test_R34_what_the_dpo_ordered_goes_when_it_has_waited(
    enrolled: Enrolled, school: School, tmp_path: Path, days: int, left: list[str]
) -> None:
    _old_line(enrolled, school, timedelta(days=20))
    _ask_to_erase(enrolled, school, timedelta(days=days))
    daemon = Listening(enrolled, Settings(), _options(tmp_path), CLOCKS)
    daemon.look_around()
    daemon.look_around()
    daemon.close()
    assert _texts(enrolled) == left
    assert daemon.told.count(e.OrderCarriedOut()) == (0 if left else 1)


def test_R34_orders_are_looked_at_at_the_start_and_each_hour(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    _old_line(enrolled, school, timedelta(days=20))
    passed = timedelta()
    clocks = Clocks(
        lambda: boottime() + passed.total_seconds(), lambda: wall_now() + passed
    )
    daemon = Listening(enrolled, Settings(), _options(tmp_path), clocks)
    gone = []
    for minutes in (0, 5, 59, 61):
        passed = timedelta(minutes=minutes)
        if minutes == 5:
            _ask_to_erase(enrolled, school, timedelta(days=15))
        daemon.tell(e.Ticked())
        daemon.look_around()
        gone.append(e.OrderCarriedOut() in daemon.told)
    daemon.close()
    assert gone == [False, False, False, True]
    assert _texts(enrolled) == []


async def test_R35_a_clock_that_was_set_forward_deletes_nothing(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    _old_line(enrolled, school, timedelta(days=2))
    ahead = timedelta(0)
    options = _options(tmp_path)
    clocks = Clocks(boottime, lambda: wall_now() + ahead)
    daemon = Daemon(enrolled, Settings(), options, clocks)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(daemon.run(stop))
        async with asyncio.timeout(10):
            await daemon.port_is_open.wait()
        ahead = timedelta(days=390)
        daemon.tell(e.Ticked())
        daemon.look_around()
        await daemon.settle_port()  # the slot is long over: it is shut in good order
        stop.set()
    assert _texts(enrolled) == ["oud"]


async def test_R35_a_clock_that_was_forward_before_the_start_deletes_nothing(
    enrolled: Enrolled, school: School, tmp_path: Path
) -> None:
    _old_line(enrolled, school, timedelta(days=2))
    clocks = Clocks(boottime, lambda: wall_now() + timedelta(days=390))
    daemon = Daemon(enrolled, Settings(), _options(tmp_path), clocks)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(daemon.run(stop))
        daemon.look_around()
        stop.set()
    assert _texts(enrolled) == ["oud"]


def test_a_demo_may_not_use_the_machines_own_folder(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    class SystemPlaces(Places):
        """A state folder that counts as the machine's own."""

        @property
        def is_system(self) -> bool:
            return True

    own = replace(enrolled, places=SystemPlaces(enrolled.places.state))
    with pytest.raises(DaemonError, match="demo") as trouble:
        Daemon(own, Settings(), _options(tmp_path), CLOCKS)
    assert trouble.value.code is Exit.REFUSED


def test_a_ledger_that_cannot_be_opened_is_told(
    enrolled: Enrolled, tmp_path: Path
) -> None:
    enrolled.places.ledger.mkdir()
    with pytest.raises(DaemonError, match="cannot be opened") as trouble:
        Daemon(enrolled, Settings(), _options(tmp_path), CLOCKS)
    assert trouble.value.code is Exit.NOT_GOOD


def test_F03_a_damaged_ledger_is_put_aside_and_the_service_goes_on(
    enrolled: Enrolled, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ledger = enrolled.places.ledger
    ledger.write_bytes(b"not a database" * 100)
    Daemon(enrolled, Settings(), _options(tmp_path), CLOCKS).close()
    assert is_sound(ledger)
    aside = ledger.with_name("ledger.db.damaged-1")
    assert aside.read_bytes() == b"not a database" * 100
    assert caplog.text.count("the log was damaged") == 1
    caplog.clear()


def test_a_paper_that_is_not_used_is_named_without_its_content(
    enrolled: Enrolled, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (enrolled.places.papers / "charter.json").write_bytes(b"{}")
    Daemon(load(enrolled.places), Settings(), _options(tmp_path), CLOCKS).close()
    assert "a paper is not used" in caplog.text
    caplog.clear()


async def test_a_port_that_is_taken_is_tried_again_and_told_once(
    enrolled: Enrolled, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    taken = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    number = taken.sockets[0].getsockname()[1]
    options = replace(_options(tmp_path), port=number)
    daemon = Daemon(enrolled, Settings(), options, CLOCKS)
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(daemon.run(stop))
        await _others_first()
        daemon.look_around()
        for _ in range(3):
            await daemon.settle_port()
            await _others_first()
        assert daemon.port == 0
        taken.close()
        await taken.wait_closed()
        async with asyncio.timeout(8):  # by itself it looks after ten seconds
            await daemon.port_is_open.wait()
        assert daemon.port == number
        stop.set()
    assert caplog.text.count("cannot be opened") == 1
    caplog.clear()
