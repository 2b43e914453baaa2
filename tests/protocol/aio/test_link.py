# SPDX-License-Identifier: GPL-3.0-or-later
"""D09: what has not arrived when a pupil says no never arrives."""

import asyncio
from pathlib import Path

import pytest

from protocol import constants as c
from protocol.aio.link import Link
from protocol.identity import Role
from tests.fakes.ends import LOOPBACK, deaf, ends
from tests.fakes.wire import laptop, teacher

PICTURE = b"PICTURE" * 1_000
TURNS = 50  # of the loop, without which nothing more can move


async def turns() -> None:
    for _ in range(TURNS):
        await asyncio.sleep(0)


async def test_each_end_knows_the_other(tmp_path: Path) -> None:
    async with ends(tmp_path) as both:
        assert both.agent.peer == teacher().peer
        assert both.console.peer == laptop().peer
        assert both.agent.peer_address == both.console.own_address == LOOPBACK
        assert (both.agent.dialled, both.console.dialled) == (False, True)


async def test_bytes_go_both_ways(tmp_path: Path) -> None:
    async with ends(tmp_path) as both:
        both.agent.write(b"one")
        assert await both.console.read() == b"one"
        both.console.write(b"two")
        both.console.write(b"")
        assert await both.agent.read() == b"two"


async def test_what_arrived_is_not_underway(tmp_path: Path) -> None:
    async with ends(tmp_path) as both:
        both.agent.write(b"one")
        assert await both.console.read() == b"one"
        both.console.write(b"two")  # and the kernel's own word for it rides along
        assert await both.agent.read() == b"two"
        assert not both.agent.has_unacked()
        await both.agent.drain()


async def test_a_closed_link_ends_the_other_in_good_order(tmp_path: Path) -> None:
    async with ends(tmp_path) as both:
        both.agent.write(b"last word")
        await both.agent.close()
        assert await both.console.read() == b"last word"
        assert await both.console.read() == b""
        assert both.agent.has_unacked()  # nobody can tell any more
        both.agent.write(b"nobody")
        await both.agent.close()


async def test_a_cut_link_ends_both(tmp_path: Path) -> None:
    async with ends(tmp_path) as both:
        both.agent.cut()
        assert await both.console.read() == b""
        assert await both.agent.read() == b""
        both.agent.cut()
        await both.agent.drain()
        await both.agent.close()


async def fill(link: Link) -> None:
    """Write until the peer's window is shut and stays so."""
    while not link.has_unacked():
        link.write(b"." * 4_096)
        await turns()
    await turns()
    assert link.has_unacked()
    ours = link._writer.transport.get_write_buffer_size()  # noqa: SLF001 -- not the kernel's
    assert ours == 0


async def test_D09_after_a_cut_a_shut_window_gets_nothing(tmp_path: Path) -> None:
    async with deaf(tmp_path) as (link, console):
        await fill(link)
        link.write(PICTURE)
        assert link.has_unacked()
        link.cut()
        got = await console.all()
        assert set(got) <= {ord(".")}


async def test_without_a_cut_it_does_arrive(tmp_path: Path) -> None:
    """The other half of the proof: the same bytes come when nobody says no."""
    async with deaf(tmp_path) as (link, console):
        await fill(link)
        link.write(PICTURE)
        got, _ = await asyncio.gather(console.all(), link.close())
        assert got.endswith(PICTURE)


async def test_a_peer_that_reads_nothing_is_cut_off(tmp_path: Path) -> None:
    async with deaf(tmp_path) as (link, _console):
        await fill(link)
        for _ in range(2 * c.WRITE_WAITING_BYTES // 65_536 + 100):
            link.write(b"." * 65_536)
        assert await link.read() == b""


async def test_a_peer_that_reads_nothing_cannot_hold_up_a_close(
    tmp_path: Path,
) -> None:
    async with deaf(tmp_path) as (link, _console):
        await fill(link)
        async with asyncio.timeout(2 * c.FLUSH_S + 5):
            await link.close()


@pytest.mark.parametrize("wanted", Role)
async def test_penalising_a_dialled_link_troubles_nobody(
    tmp_path: Path, wanted: Role
) -> None:
    async with ends(tmp_path) as both:
        link = both.console if wanted is Role.DEVICE else both.agent
        assert link.peer.role is wanted
        both.console.penalise()
        both.agent.write(b"still here")
        assert await both.console.read() == b"still here"
