# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding laptops: hints are places to try, and the certificate decides."""

import asyncio
from pathlib import Path

import pytest

from consent.documents.charter import Network
from console.core.view import TileState
from protocol.aio.mdns import Announcer
from tests.console.site import console, demo_school, laptop, make_site
from tests.fakes.school import School


def without(school: School, number: int) -> School:
    """The same school, after one pupil left the class."""
    gone = school.pupils[number].id
    left = tuple(p for p in school.roster.pupils if p.pupil != gone)
    return school.newer(roster={"pupils": left})


async def test_an_announced_laptop_is_found_by_mdns(tmp_path: Path) -> None:
    school = demo_school(1)
    async with (
        laptop(school, 0, tmp_path / "l") as peer,
        console(make_site(school, tmp_path / "c")) as running,
    ):
        announcer = Announcer(["127.0.0.1"], peer.port)
        await announcer.start()
        pupil = peer.pupil.id
        await running.screen.until(lambda s: s.has(pupil, TileState.PRESENT))
        await announcer.stop()


async def test_S11_S04_a_device_off_the_roster_is_sent_away_politely(
    tmp_path: Path,
) -> None:
    school = demo_school(2)
    async with (
        laptop(school, 1, tmp_path / "l") as peer,
        console(make_site(without(school, 1), tmp_path / "c")) as running,
    ):
        await running.screen.until(lambda s: s.view.slot is not None)
        running.finder.hinted("127.0.0.1", peer.port)
        assert (await peer.until("ended"))["cause"] == "peer said bye"
        assert running.screen.view.connected == 0
        assert {one["what"] for one in peer.said} == {"port", "ended"}
        assert [t.pupil for t in running.screen.view.tiles] == [school.pupils[0].id]


async def test_S03_a_laptop_of_another_school_is_never_spoken_with(
    tmp_path: Path,
) -> None:
    school, other = demo_school(1), demo_school(1)
    async with (
        laptop(other, 0, tmp_path / "other") as stranger,
        laptop(school, 0, tmp_path / "own") as own,
        console(make_site(school, tmp_path / "c")) as running,
    ):
        await running.screen.until(lambda s: s.view.slot is not None)
        running.finder.hinted("127.0.0.1", stranger.port)
        running.finder.hinted("127.0.0.1", own.port)
        await own.until("ready")
        assert stranger.said == [{"what": "port", "port": stranger.port}]


async def test_S18_places_where_nobody_is_keep_no_laptop_out(tmp_path: Path) -> None:
    school = demo_school(1)
    async with (
        laptop(school, 0, tmp_path / "l") as peer,
        console(make_site(school, tmp_path / "c")) as running,
    ):
        await running.screen.until(lambda s: s.view.slot is not None)
        for port in range(2_000, 2_300):
            running.finder.hinted("127.0.0.1", port)
        running.finder.hinted("127.0.0.1", peer.port)
        await peer.until("ready")


async def test_a_laptop_that_went_is_dialled_again_by_itself(tmp_path: Path) -> None:
    school = demo_school(1)
    async with (
        laptop(school, 0, tmp_path / "l") as peer,
        console(make_site(school, tmp_path / "c")) as running,
    ):
        pupil = peer.pupil.id
        await running.screen.until(lambda s: s.view.slot is not None)
        running.finder.hinted("127.0.0.1", peer.port)
        await running.screen.until(lambda s: s.has(pupil, TileState.PRESENT))
        peer.tell("cut")
        await running.screen.until(lambda s: s.has(pupil, TileState.LOST))
        await running.screen.until(lambda s: s.has(pupil, TileState.PRESENT))


async def test_a_laptop_heard_at_one_place_is_not_dialled_at_another(
    tmp_path: Path,
) -> None:
    school = demo_school(1)
    async with (
        laptop(school, 0, tmp_path / "l") as peer,
        console(make_site(school, tmp_path / "c")) as running,
    ):
        await running.screen.until(lambda s: s.view.slot is not None)
        running.finder.hinted("127.0.0.1", peer.port)
        await peer.until("ready")
        running.finder.hinted("127.0.0.2", peer.port)
        await peer.until("twin")
        pongs = len(peer.all("pong"))
        await peer.until("pong", count=pongs + 2)  # some seconds, in which it was tried
        assert len(peer.all("twin")) == 1
        device = bytes.fromhex(peer.pupil.device)
        assert running.finder._heard(device)  # noqa: SLF001 -- what it goes by
        peer.tell("cut")
        await peer.until("ready", count=2)


async def test_two_laptops_have_two_tiles(tmp_path: Path) -> None:
    school = demo_school(2)
    async with (
        laptop(school, 0, tmp_path / "a") as first,
        laptop(school, 1, tmp_path / "b") as second,
        console(make_site(school, tmp_path / "c")) as running,
    ):
        await running.screen.until(lambda s: s.view.slot is not None)
        for peer in (first, second):
            running.finder.hinted("127.0.0.1", peer.port)
        await asyncio.gather(first.until("ready"), second.until("ready"))
        await running.screen.until(lambda s: s.view.connected == 2)


async def test_where_the_charter_says_so_laptops_dial_us(tmp_path: Path) -> None:
    school = demo_school(1).newer(
        charter={"networks": (Network(cidr="127.0.0.0/8", dial_out=True),)}
    )
    async with (
        laptop(school, 0, tmp_path / "l") as peer,
        console(make_site(school, tmp_path / "c")) as running,
    ):
        pupil = peer.pupil.id
        await running.screen.until(lambda s: s.view.slot is not None)
        await running.screen.until(lambda _: running.finder.ports)
        peer.tell("dial", port=running.finder.ports[0])
        await running.screen.until(lambda s: s.has(pupil, TileState.PRESENT))


async def test_otherwise_no_port_is_open(tmp_path: Path) -> None:
    school = demo_school(1)
    async with console(make_site(school, tmp_path / "c")) as running:
        await running.screen.until(lambda s: s.view.slot is not None)
        assert running.finder.ports == []


async def test_a_port_that_is_taken_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    school = demo_school(1).newer(
        charter={"networks": (Network(cidr="127.0.0.0/8", dial_out=True),)}
    )
    async with (
        laptop(school, 0, tmp_path / "l") as peer,
        console(make_site(school, tmp_path / "c"), peer.port) as running,
    ):
        await running.screen.until(lambda s: s.view.slot is not None)
        assert running.finder.ports == []
    assert "cannot be opened" in caplog.text
    caplog.clear()
