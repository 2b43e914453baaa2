# SPDX-License-Identifier: GPL-3.0-or-later
"""The local socket takes one session of the right account."""

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from protocol import constants as c
from protocol.aio.local import LOCAL_FRAME_BYTES, LocalLink, LocalServing, serve_local
from protocol.codec import LocalMessage, decode_local, encode
from protocol.framing import FrameBuffer, framed
from protocol.messages.local import Alive, ClickKept, Frame, Refused
from tests.fakes.examples import ACCESS, LOCAL

OWN = os.getuid()


@dataclass
class Daemon:
    """The daemon's end: what it heard, and the session it has."""

    path: Path
    serving: LocalServing
    heard: asyncio.Queue[LocalMessage | None] = field(default_factory=asyncio.Queue)
    sessions: asyncio.Queue[LocalLink] = field(default_factory=asyncio.Queue)
    seconds: asyncio.Queue[None] = field(default_factory=asyncio.Queue)


@dataclass
class Caller:
    """A program that connects, as the kernel lets it."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    frames: FrameBuffer = field(default_factory=lambda: FrameBuffer(LOCAL_FRAME_BYTES))

    def say(self, *messages: LocalMessage) -> None:
        for message in messages:
            self.writer.write(framed(encode(message)))

    async def hear(self) -> LocalMessage | None:
        while (frame := self.frames.next_frame()) is None:
            try:
                data = await self.reader.read(65_536)
            except ConnectionError:
                return None
            if not data:
                return None
            self.frames.feed(data)
        return decode_local(frame)


@asynccontextmanager
async def daemon(folder: Path, uid: int | None = OWN) -> AsyncIterator[Daemon]:
    path = folder / "session.sock"
    heard: asyncio.Queue[LocalMessage | None] = asyncio.Queue()
    sessions: asyncio.Queue[LocalLink] = asyncio.Queue()
    seconds: asyncio.Queue[None] = asyncio.Queue()

    async def on_session(link: LocalLink) -> None:
        sessions.put_nowait(link)
        while (message := await link.read()) is not None:
            heard.put_nowait(message)
        heard.put_nowait(None)

    serving = await serve_local(
        path, lambda: uid, on_session, on_second=lambda: seconds.put_nowait(None)
    )
    try:
        yield Daemon(path, serving, heard, sessions, seconds)
    finally:
        await serving.close()


@asynccontextmanager
async def caller(path: Path) -> AsyncIterator[Caller]:
    reader, writer = await asyncio.open_unix_connection(path)
    try:
        yield Caller(reader, writer)
    finally:
        writer.transport.abort()


async def test_messages_go_both_ways(tmp_path: Path) -> None:
    async with daemon(tmp_path) as here, caller(here.path) as session:
        session.say(LOCAL[0], LOCAL[2])
        assert [await here.heard.get(), await here.heard.get()] == [LOCAL[0], LOCAL[2]]
        link = await here.sessions.get()
        assert (link.uid, link.pid) == (OWN, os.getpid())
        link.write(ClickKept(14))
        assert await session.hear() == ClickKept(14)


async def test_a_whole_frame_fits(tmp_path: Path) -> None:
    frame = Frame(ACCESS, 1, 0, 1280, 720, 1, bytes(c.PICTURE_BYTES))
    async with daemon(tmp_path) as here, caller(here.path) as session:
        session.say(frame)
        assert await here.heard.get() == frame


async def test_a_session_that_leaves_is_noticed_at_once(tmp_path: Path) -> None:
    async with daemon(tmp_path) as here:
        async with caller(here.path):
            await here.sessions.get()
        assert await here.heard.get() is None
        async with caller(here.path) as again:
            again.say(LOCAL[0])
            assert await here.heard.get() == LOCAL[0]


@pytest.mark.parametrize("uid", [OWN + 1, None])
async def test_S22_another_account_gets_no_byte(
    tmp_path: Path, uid: int | None
) -> None:
    async with daemon(tmp_path, uid) as here, caller(here.path) as session:
        assert await session.hear() is None
        assert here.sessions.empty()


async def test_one_uid_may_be_named_once_for_all(tmp_path: Path) -> None:
    came: asyncio.Queue[LocalLink] = asyncio.Queue()

    async def on_session(link: LocalLink) -> None:
        came.put_nowait(link)
        await link.read()

    serving = await serve_local(tmp_path / "s", OWN, on_session)
    async with caller(tmp_path / "s"), caller(tmp_path / "s") as second:
        await came.get()
        assert isinstance(await second.hear(), Refused)
    await serving.close()


async def test_a_second_session_is_refused_and_both_are_told(tmp_path: Path) -> None:
    async with daemon(tmp_path) as here, caller(here.path) as first:
        await here.sessions.get()
        async with caller(here.path) as second:
            refused = await second.hear()
            assert isinstance(refused, Refused)
            assert "venster" in refused.sentence
            assert await second.hear() is None
            await here.seconds.get()
        first.say(LOCAL[2])
        assert await here.heard.get() == LOCAL[2]


@pytest.mark.parametrize(
    "data",
    [framed(b"\xff"), framed(b""), (LOCAL_FRAME_BYTES + 1).to_bytes(4, "big")],
)
async def test_a_session_that_sends_rubbish_is_closed(
    tmp_path: Path, data: bytes
) -> None:
    async with daemon(tmp_path) as here:
        async with caller(here.path) as session:
            await here.sessions.get()
            session.writer.write(data)
            assert await session.hear() is None
            assert here.heard.empty()
        async with caller(here.path):
            await here.sessions.get()


async def test_a_session_that_reads_nothing_is_dropped(tmp_path: Path) -> None:
    async with daemon(tmp_path) as here, caller(here.path):
        link = await here.sessions.get()
        page = LOCAL[22]
        while not link._writer.is_closing():  # noqa: SLF001 -- its own view of it
            link.write(page)
        link.write(page)
        assert await here.heard.get() is None


async def test_a_dead_socket_of_before_is_put_away(tmp_path: Path) -> None:
    (tmp_path / "session.sock").write_bytes(b"")
    async with daemon(tmp_path) as here, caller(here.path):
        await here.sessions.get()
        assert stat.S_ISSOCK(here.path.stat().st_mode)


async def test_closing_drops_the_session_and_takes_the_socket_away(
    tmp_path: Path,
) -> None:
    async with daemon(tmp_path) as here, caller(here.path) as session:
        await here.sessions.get()
        await here.serving.close()
        assert await session.hear() is None
        assert not here.path.exists()


async def test_a_session_closed_in_good_order_reads_its_last_word(
    tmp_path: Path,
) -> None:
    async with daemon(tmp_path) as here, caller(here.path) as session:
        link = await here.sessions.get()
        link.write(ClickKept(1))
        await link.close()
        link.write(ClickKept(2))
        assert await session.hear() == ClickKept(1)
        assert await session.hear() is None


async def test_a_session_that_dies_with_a_full_inbox_is_gone(tmp_path: Path) -> None:
    async with daemon(tmp_path) as here:
        async with caller(here.path):
            link = await here.sessions.get()
            for _ in range(4_000):
                link.write(LOCAL[22])
        assert await here.heard.get() is None


async def test_a_session_that_never_reads_its_last_word_is_dropped(
    tmp_path: Path,
) -> None:
    async with daemon(tmp_path) as here, caller(here.path):
        link = await here.sessions.get()
        for _ in range(4_000):
            link.write(LOCAL[22])
        await link.close()
        assert await here.heard.get() is None


async def test_a_socket_never_opened_can_be_closed(tmp_path: Path) -> None:
    async def on_session(_link: LocalLink) -> None:
        """Nobody comes."""

    await LocalServing(tmp_path / "s", lambda: OWN, on_session, lambda: None).close()
    assert Alive in {type(message) for message in LOCAL}
