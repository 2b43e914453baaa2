# SPDX-License-Identifier: GPL-3.0-or-later
"""The decoder process survives what pupils could send, in little memory."""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from console.core.commands import Decode
from console.pictures.decoder import Decoder
from tests.console.pictures.jpegs import SIZE, corpus, jpeg, with_size

RSS_BOUND_BYTES = 20 * 1_048_576
GOOD = jpeg()


class Bench:
    """A decoder under test, and what it said of each picture."""

    def __init__(self) -> None:
        self.said: asyncio.Queue[tuple[Decode, bytes | None]] = asyncio.Queue()
        self.decoder = Decoder(lambda job, rgb: self.said.put_nowait((job, rgb)))

    async def decode(self, data: bytes, **changes: object) -> bytes | None:
        self.decoder.offer(job(data, **changes))
        async with asyncio.timeout(20):
            return (await self.said.get())[1]


def job(data: bytes, **changes: object) -> Decode:
    fields: dict[str, object] = {
        "link": 1,
        "access": bytes(16),
        "pupil": "aa",
        "large": False,
        "width_px": SIZE[0],
        "height_px": SIZE[1],
        "jpeg": data,
    }
    return Decode(**{**fields, **changes})  # type: ignore[arg-type]


@asynccontextmanager
async def bench() -> AsyncIterator[Bench]:
    made = Bench()
    async with asyncio.TaskGroup() as group:
        run = group.create_task(made.decoder.run())
        yield made
        run.cancel()


def rss_bytes(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def children_of(pid: int | None) -> str:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")


async def test_a_good_picture_becomes_bare_pixels() -> None:
    async with bench() as b:
        rgb = await b.decode(GOOD)
        assert rgb is not None
        assert len(rgb) == SIZE[0] * SIZE[1] * 3


async def test_a_large_view_is_one_picture_too() -> None:
    async with bench() as b:
        view = jpeg((1280, 720), quality=30)
        rgb = await b.decode(view, large=True, width_px=1280, height_px=720)
        assert rgb is not None
        assert len(rgb) == 1280 * 720 * 3


async def test_S07_bombs_and_lies_cost_nothing_and_kill_nobody() -> None:
    async with bench() as b:
        await b.decode(GOOD)
        pid = b.decoder.pid
        assert pid is not None
        before = rss_bytes(pid)
        for data in corpus().values():
            assert await b.decode(data) is None
        assert await b.decode(with_size(GOOD, 191, 107)) is None
        assert await b.decode(GOOD, width_px=191) is None
        assert b.decoder.pid == pid
        assert rss_bytes(pid) - before < RSS_BOUND_BYTES


async def test_S07_pictures_changed_at_random_never_end_the_decoder() -> None:
    chance = random.Random(7)
    async with bench() as b:
        await b.decode(GOOD)
        pid = b.decoder.pid
        assert pid is not None
        before = rss_bytes(pid)
        for _ in range(300):
            data = bytearray(GOOD)
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(600, len(data) - 2)] = chance.randrange(256)
            await b.decode(bytes(data))
        assert b.decoder.pid == pid
        assert rss_bytes(pid) - before < RSS_BOUND_BYTES


async def test_S08_no_process_is_started_by_a_picture() -> None:
    async with bench() as b:
        await b.decode(GOOD)
        assert await b.decode(corpus()["eps"]) is None
        assert children_of(b.decoder.pid) == ""


async def test_a_decoder_that_died_is_made_anew() -> None:
    async with bench() as b:
        await b.decode(GOOD)
        pid = b.decoder.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        assert await b.decode(GOOD) is None
        assert await b.decode(GOOD) is not None
        assert b.decoder.pid != pid


async def test_a_decoder_that_hangs_is_ended() -> None:
    async with bench() as b:
        await b.decode(GOOD)
        pid = b.decoder.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        assert await b.decode(GOOD) is None
        assert await b.decode(GOOD) is not None


async def test_only_the_newest_picture_of_a_tile_is_decoded() -> None:
    async with bench() as b:
        first, second = job(GOOD, access=b"1" * 16), job(GOOD, access=b"2" * 16)
        b.decoder.offer(first)
        b.decoder.offer(second)
        b.decoder.offer(job(GOOD, pupil="bb"))
        said = [(await b.said.get())[0] for _ in range(2)]
        assert [(j.pupil, j.access) for j in said] == [
            ("aa", second.access),
            ("bb", bytes(16)),
        ]


async def test_a_picture_of_a_pupil_who_said_no_is_not_decoded() -> None:
    async with bench() as b:
        b.decoder.offer(job(GOOD))
        b.decoder.forget("aa", large=False)
        b.decoder.offer(job(GOOD, pupil="bb"))
        assert (await b.said.get())[0].pupil == "bb"
