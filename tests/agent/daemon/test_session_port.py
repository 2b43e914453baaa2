# SPDX-License-Identifier: GPL-3.0-or-later
"""The local socket as the core sees it: one session, heard and told."""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from agent.core import events as e
from agent.daemon.session_port import SessionPort
from protocol.codec import encode
from protocol.framing import framed
from protocol.messages import local

HERE = local.Here(1, 1, (), 4, bytes(32))


@dataclass
class Mind:
    """Hears events and lets a test wait for them."""

    heard: list[e.Event] = field(default_factory=list)
    more: asyncio.Event = field(default_factory=asyncio.Event)

    def __call__(self, event: e.Event) -> None:
        self.heard.append(event)
        self.more.set()

    async def wait(self, count: int) -> list[e.Event]:
        async with asyncio.timeout(10):
            while len(self.heard) < count:
                self.more.clear()
                await self.more.wait()
        return self.heard


@pytest.fixture
def mind() -> Mind:
    """Give somebody who listens."""
    return Mind()


@pytest.fixture
async def port(tmp_path: Path, mind: Mind) -> AsyncIterator[SessionPort]:
    """Give an open socket."""
    port = SessionPort(tmp_path / "run" / "s.sock", os.getuid(), mind)
    await port.open()
    yield port
    await port.close()


async def _connect(
    tmp_path: Path, *words: local.Here | local.Alive | local.Eye
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_unix_connection(tmp_path / "run" / "s.sock")
    for word in words:
        writer.write(framed(encode(word)))
    return reader, writer


async def test_a_session_is_told_with_its_account(
    port: SessionPort, mind: Mind, tmp_path: Path
) -> None:
    _, writer = await _connect(tmp_path, HERE, local.Alive(1, True, False))  # noqa: FBT003 -- a message's fields
    came, heard = await mind.wait(2)
    assert isinstance(came, e.SessionHere)
    assert (came.here, bool(came.account)) == (HERE, True)
    assert isinstance(heard, e.SessionHeard)
    writer.close()
    assert (await mind.wait(3))[2] == e.SessionLost()


async def test_what_is_said_arrives(
    port: SessionPort, mind: Mind, tmp_path: Path
) -> None:
    port.send(local.ClickKept(1))  # nobody is here: nothing happens
    port.drop()
    reader, writer = await _connect(tmp_path, HERE)
    await mind.wait(1)
    port.send(local.ClickKept(7))
    assert await reader.readexactly(len(framed(encode(local.ClickKept(7))))) == framed(
        encode(local.ClickKept(7))
    )
    writer.close()
    await mind.wait(2)


async def test_a_session_that_begins_with_another_word_is_not_one(
    port: SessionPort, mind: Mind, tmp_path: Path
) -> None:
    reader, writer = await _connect(tmp_path, local.Alive(1, True, False))  # noqa: FBT003 -- a message's fields
    assert await reader.read() == b""
    assert mind.heard == []
    writer.close()


async def test_a_session_that_speaks_as_a_daemon_is_dropped(
    port: SessionPort, mind: Mind, tmp_path: Path
) -> None:
    eye = local.Eye(local.EyeState.VIEW, "", "", 0, 0, 0, None)
    _, writer = await _connect(tmp_path, HERE, eye)
    assert (await mind.wait(2))[1] == e.SessionLost()
    writer.close()


async def test_closing_tells_that_it_is_gone(mind: Mind, tmp_path: Path) -> None:
    port = SessionPort(tmp_path / "run" / "s.sock", os.getuid(), mind)
    await port.open()
    _, writer = await _connect(tmp_path, HERE)
    await mind.wait(1)
    await port.close()
    assert mind.heard[-1] == e.SessionLost()
    writer.close()


async def test_a_port_that_was_never_opened_closes(mind: Mind, tmp_path: Path) -> None:
    await SessionPort(tmp_path / "s.sock", None, mind).close()
