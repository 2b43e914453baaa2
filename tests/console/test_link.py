# SPDX-License-Identifier: GPL-3.0-or-later
"""A console and laptops in processes of their own, over real TLS on loopback."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from console.core import acts
from console.core.view import LockMark, TileState
from console.core.words import NL
from tests.console.pictures.jpegs import jpeg
from tests.console.site import Peer, Running, console, demo_school, laptop, make_site

SMALL = jpeg()
LARGE = jpeg((640, 360), quality=40)


@asynccontextmanager
async def lesson(folder: Path) -> AsyncIterator[tuple[Running, Peer, str]]:
    """Bring one laptop into a lesson."""
    school = demo_school(1)
    async with (
        laptop(school, 0, folder / "laptop") as peer,
        console(make_site(school, folder / "console")) as running,
    ):
        pupil = peer.pupil.id
        await running.screen.until(lambda s: s.view.slot is not None)
        running.finder.hinted("127.0.0.1", peer.port)
        await running.screen.until(lambda s: s.has(pupil, TileState.PRESENT))
        running.act(acts.StartLesson())
        await peer.until("proven")
        yield running, peer, pupil


async def test_a_lesson_is_logged_first_and_its_receipt_is_proven(
    tmp_path: Path,
) -> None:
    async with lesson(tmp_path) as (running, peer, _):
        command = await peer.until("command", verb="lesson_start")
        assert (command["logged"], command["signed"], command["ours"]) == (
            True,
            True,
            True,
        )
        assert (await peer.until("proven"))["good"]
        assert peer.all("bad_proof") == []
        assert running.screen.view.slot is not None
        assert running.screen.view.slot.started


async def test_a_laptop_that_comes_into_a_running_lesson_is_told_with_a_ping(
    tmp_path: Path,
) -> None:
    school = demo_school(1)
    async with (
        laptop(school, 0, tmp_path / "laptop") as peer,
        console(make_site(school, tmp_path / "console")) as running,
    ):
        await running.screen.until(lambda s: s.view.slot is not None)
        running.act(acts.StartLesson())
        running.finder.hinted("127.0.0.1", peer.port)
        command = await peer.until("command", verb="lesson_start")
        assert command["ping"] >= 1  # one that names none is a replay to the laptop


async def test_a_small_picture_reaches_the_screen_and_goes_when_the_pupil_stops(
    tmp_path: Path,
) -> None:
    async with lesson(tmp_path) as (running, peer, pupil):
        screen = running.screen
        running.act(acts.ShowScreens("independent_work"))
        command = await peer.until("command", verb="overview_start")
        assert command["logged"]
        assert command["reason"] == "independent_work"
        await peer.until("proven", 2, good=True)
        peer.picture("overview_start", SMALL)
        await screen.until(lambda s: (pupil, False) in s.pixels)
        assert screen.pixels[pupil, False].width_px == 192
        assert screen.tile(pupil).state is TileState.SHOWN
        await peer.until("taken")
        peer.tell("end", verb="overview_start")
        await screen.until(lambda s: s.has(pupil, TileState.NO_PICTURE))
        assert (pupil, False) not in screen.pixels
        await peer.until("proven", 3, good=True)  # the CLOSE is in the tree too


async def test_a_no_is_one_grey_tile(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (running, peer, pupil):
        peer.answer("overview_start", "no")
        peer.tell("log")
        await peer.until("copy")
        running.act(acts.ShowScreens("help"))
        await running.screen.until(lambda s: s.has(pupil, TileState.NO_PICTURE))


async def test_a_look_attention_and_hand(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (running, peer, pupil):
        screen = running.screen
        running.act(acts.WindowAlive())
        running.act(acts.LookAt(pupil, "help"))
        await screen.until(lambda s: s.view.look and s.view.look.until)
        peer.picture("view_start", LARGE)
        await screen.until(lambda s: (pupil, True) in s.pixels)
        running.act(acts.StopLooking())
        assert (pupil, True) not in screen.pixels
        running.act(acts.AskAttention("explain"))
        await screen.until(lambda s: s.tile(pupil).lock is LockMark.SHOWN)
        peer.tell("hand", up=True, offer=True)
        await screen.until(lambda s: s.tile(pupil).hand is not None)


async def test_a_pong_names_what_a_living_window_wants(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (running, peer, _pupil):
        running.act(acts.ShowScreens("help"))
        access = (await peer.until("command", verb="overview_start"))["access"]
        async with asyncio.TaskGroup() as group:
            beat = group.create_task(_window_beats(running))
            await peer.until("pong", wanted=[access])
            beat.cancel()
        frozen = len(peer.all("pong", wanted=[]))
        await peer.until("pong", frozen + 1, wanted=[])


async def _window_beats(running: Running) -> None:
    while True:
        running.act(acts.WindowAlive())
        await asyncio.sleep(1)  # the window's own beat


async def test_the_copy_holds_this_laptops_own_lines(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (_, peer, _pupil):
        peer.tell("log")
        copy = await peer.until("copy")
        assert (copy["seqs"], copy["last"]) == ([1], True)


async def test_R34_what_the_pupil_had_erased_is_forgotten_here_too(
    tmp_path: Path,
) -> None:
    async with lesson(tmp_path) as (running, peer, _):
        running.act(acts.SendMessage("Een heel bijzondere tekst."))
        await peer.until("proven", 2)
        peer.tell("forged_erase")
        assert (await peer.until("erased"))["leaves"] == []
        peer.tell("log")
        assert (await peer.until("copy", seqs=[1, 2]))["last"]
        peer.tell("erase")
        erased = await peer.until("erased", 2)
        assert len(erased["leaves"]) == 4  # two commands and the lines they made
        peer.tell("log")
        await peer.until("copy", seqs=[])
    on_disk = b"".join(x.read_bytes() for x in (tmp_path / "console").glob("ledger*"))
    assert b"Een heel bijzondere" not in on_disk


async def test_a_cut_link_drops_the_pixels_and_everything_is_asked_anew(
    tmp_path: Path,
) -> None:
    async with lesson(tmp_path) as (running, peer, pupil):
        screen = running.screen
        running.act(acts.ShowScreens("help"))
        await peer.until("proven", 2)
        peer.picture("overview_start", SMALL)
        await screen.until(lambda s: (pupil, False) in s.pixels)
        peer.tell("cut")
        await screen.until(lambda s: s.has(pupil, TileState.LOST))
        assert (pupil, False) not in screen.pixels
        again = await peer.until("command", 2, verb="lesson_start")
        assert again["access"] == peer.all("command", verb="lesson_start")[0]["access"]
        asked = await peer.until("command", 2, verb="overview_start")
        assert asked["logged"]
        assert (
            asked["access"] != peer.all("command", verb="overview_start")[0]["access"]
        )
        peer.picture("overview_start", SMALL)
        await screen.until(lambda s: (pupil, False) in s.pixels)
        assert peer.all("bad_proof") == []


async def test_a_message_and_the_record_in_plain_lines(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (running, peer, _pupil):
        running.act(acts.SendMessage("Kijk op bladzijde 12."))
        await peer.until("proven", 2)
        running.act(acts.ShowScreens("help"))
        await peer.until("proven", 3)
        running.act(acts.ReadLog())
        await running.screen.until(lambda s: s.logs)
        lines = running.screen.logs[-1].lines
        assert min(lines, key=lambda x: x.at).sentence == "De les begon."
        assert {line.sentence for line in lines} == {
            "De les begon.",
            "Bericht gestuurd: Kijk op bladzijde 12.",
            "Kleine beelden gevraagd. Waarom: hulp. Loopt nog.",
        }
        assert all(line.confirmed for line in lines)


async def test_a_record_that_breaks_stops_every_picture_and_tells_the_teacher(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with lesson(tmp_path) as (running, peer, pupil):
        screen = running.screen
        running.act(acts.ShowScreens("help"))
        await peer.until("proven", 2)
        peer.picture("overview_start", SMALL)
        await screen.until(lambda s: (pupil, False) in s.pixels)
        running.site.record.close()
        running.act(acts.SendMessage("Dag"))
        await screen.until(lambda s: s.view.trouble == NL.ledger_broken)
        assert screen.tile(pupil).state is TileState.NO_PICTURE
        assert (pupil, False) not in screen.pixels
        assert peer.all("command", verb="message") == []
        assert "could not be written" in caplog.text
        caplog.clear()


async def test_a_receipt_that_cannot_be_kept_is_not_proven(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (running, peer, _pupil):
        running.act(acts.ShowScreens("help"))
        await peer.until("proven", 2)
        running.site.record.close()
        peer.tell("end", verb="overview_start")
        await running.screen.until(lambda s: s.view.trouble == NL.ledger_broken)
        assert len(peer.all("proven")) == 2


async def test_D11_heads_are_compared_once_a_link(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (_, peer, _pupil):
        for _ in range(3):
            peer.tell("heads")
        peer.tell("log")
        await peer.until("copy")
        assert len(peer.all("compared")) == 1


async def test_D11_a_record_that_cannot_compare_ends_the_link_and_accuses_nobody(
    tmp_path: Path,
) -> None:
    async with lesson(tmp_path) as (running, peer, _pupil):
        running.site.record.close()
        peer.tell("heads")
        await peer.until("ended")
        assert peer.all("compared") == []
        await running.screen.until(lambda s: s.view.trouble == NL.ledger_broken)


@pytest.mark.parametrize("how", ["second part first", "a ninth screen"])
async def test_S07_a_picture_in_the_wrong_parts_ends_the_link(
    tmp_path: Path, how: str
) -> None:
    async with lesson(tmp_path) as (running, peer, pupil):
        peer.tell("bad_picture", how=how)
        await running.screen.until(lambda s: s.has(pupil, TileState.LOST))
        assert (await peer.until("ended"))["cause"] == "peer said bye"


async def test_a_forged_receipt_ends_the_link(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (running, peer, pupil):
        peer.tell("forged")
        await running.screen.until(lambda s: s.has(pupil, TileState.LOST))
        assert len(peer.all("proven")) == 1


async def test_a_paper_that_is_none_changes_nothing(tmp_path: Path) -> None:
    async with lesson(tmp_path) as (running, peer, pupil):
        charter = running.site.papers.shelf.charter
        peer.tell("paper", kind=2, body=base64.b64encode(b"{}").decode())
        peer.tell("log")
        await peer.until("copy")
        assert running.site.papers.shelf.charter is charter
        assert running.screen.has(pupil, TileState.PRESENT)
