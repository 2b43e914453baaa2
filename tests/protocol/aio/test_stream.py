# SPDX-License-Identifier: GPL-3.0-or-later
"""Real sockets on loopback: who gets in, and who cannot block the door."""

import asyncio
import resource
import socket
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from protocol.aio import tls
from protocol.aio.link import Link
from protocol.aio.stream import Listening, dial, listen
from protocol.errors import CertificateError
from protocol.identity import Role
from tests.fakes.certificates import Holder, School, self_signed
from tests.fakes.clock import FakeClock
from tests.fakes.ends import LOOPBACK, context
from tests.fakes.wire import laptop, school, teacher

NEVER_S = 60.0
LET_IN_S = 10.0  # only waited out where something is wrong


@dataclass
class Door:
    """A laptop's open port, and who came in."""

    listening: Listening
    links: asyncio.Queue[Link] = field(default_factory=asyncio.Queue)
    leave: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def port(self) -> int:
        return self.listening.port


@asynccontextmanager
async def door(
    folder: Path,
    *,
    source_ok: Callable[[str], bool] = lambda _source: True,
    clock: FakeClock | None = None,
    handshake_s: float = NEVER_S,
) -> AsyncIterator[Door]:
    links: asyncio.Queue[Link] = asyncio.Queue()
    leave = asyncio.Event()

    async def on_link(link: Link) -> None:
        links.put_nowait(link)
        await leave.wait()

    listening = await listen(
        LOOPBACK,
        0,
        context(folder, laptop(), server=True),
        Role.TEACHER,
        on_link,
        source_ok=source_ok,
        clock=clock or FakeClock(),
        handshake_s=handshake_s,
    )
    try:
        yield Door(listening, links, leave)
    finally:
        await listening.close()


async def visit(
    folder: Path, port: int, holder: Holder, source: str = LOOPBACK
) -> Link:
    """Dial as somebody, from some address of loopback."""
    theirs = context(folder, holder, server=False, trusts=school().devices_ca.pem)
    reader, writer = await asyncio.open_connection(
        LOOPBACK, port, ssl=theirs, server_hostname="", local_addr=(source, 0)
    )
    return Link(reader, writer, Role.DEVICE, dialled=True)


async def turned_away(folder: Path, port: int, holder: Holder, source: str) -> bool:
    """Say whether a visitor is thrown out, before or after its own handshake."""
    try:
        link = await visit(folder, port, holder, source)
    except OSError:
        return True
    try:
        async with asyncio.timeout(LET_IN_S):
            return await link.read() == b""
    except TimeoutError:
        return False
    finally:
        link.cut()


async def test_a_teacher_gets_in(tmp_path: Path) -> None:
    async with door(tmp_path) as opened:
        theirs = context(tmp_path, teacher(), server=False)
        link = await dial(LOOPBACK, opened.port, theirs, Role.DEVICE)
        came = await opened.links.get()
        assert came.peer == teacher().peer
        opened.leave.set()
        assert await link.read() == b""
        await link.close()


STRANGERS = {
    "another school": lambda: School().teacher(),
    "a pupil's laptop": lambda: school().device(),
    "self-signed": lambda: self_signed(Role.TEACHER),
}


@pytest.mark.parametrize("name", STRANGERS)
async def test_S03_a_stranger_never_becomes_a_link(tmp_path: Path, name: str) -> None:
    async with door(tmp_path) as opened:
        assert await turned_away(tmp_path, opened.port, STRANGERS[name](), LOOPBACK)
        assert opened.links.empty()
        theirs = context(tmp_path, teacher(), server=False)
        link = await dial(LOOPBACK, opened.port, theirs, Role.DEVICE)
        assert (await opened.links.get()).peer == teacher().peer
        link.cut()


async def test_a_console_refuses_a_laptop_of_another_school(tmp_path: Path) -> None:
    async with door(tmp_path) as opened:
        theirs = context(
            tmp_path, teacher(), server=False, trusts=School().devices_ca.pem
        )
        with pytest.raises(ssl.SSLCertVerificationError):
            await dial(LOOPBACK, opened.port, theirs, Role.DEVICE)
        assert opened.links.empty()


async def test_the_role_is_checked_behind_the_handshake(tmp_path: Path) -> None:
    async with door(tmp_path) as opened:
        theirs = context(tmp_path, teacher(), server=False)
        with pytest.raises(CertificateError, match="not one of a teacher"):
            await dial(LOOPBACK, opened.port, theirs, Role.TEACHER)


async def test_S16_plaintext_before_a_handshake_reaches_nobody(tmp_path: Path) -> None:
    async with door(tmp_path) as opened:
        for data in (b"\0\0\0\x03\x92\x04\x03", b"GET / HTTP/1.1\r\n\r\n", b""):
            reader, writer = await asyncio.open_connection(LOOPBACK, opened.port)
            writer.write(data)
            writer.write_eof()
            with suppress(ConnectionError):
                while await reader.read(4_096):
                    pass
            writer.close()
        assert opened.links.empty()


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


async def test_S19_half_handshakes_time_out_and_hold_up_nobody(tmp_path: Path) -> None:
    before = open_files()
    async with door(tmp_path, handshake_s=0.3) as opened:
        halves = [
            await asyncio.open_connection(LOOPBACK, opened.port) for _ in range(40)
        ]
        for _reader, writer in halves:
            writer.write(b"\x16\x03\x01\x02\x00")
        link = await visit(tmp_path, opened.port, teacher(), "127.0.0.2")
        assert (await opened.links.get()).peer == teacher().peer
        for reader, writer in halves:
            with suppress(ConnectionError):
                async with asyncio.timeout(LET_IN_S):
                    assert await reader.read() == b""
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()
        link.write(b"still here")
        link.cut()
        await link.close()
    assert open_files() <= before


async def test_S20_who_keeps_failing_is_turned_away_and_nobody_else(
    tmp_path: Path,
) -> None:
    stranger = School().teacher()
    async with door(tmp_path) as opened:
        for _ in range(3):
            assert await turned_away(tmp_path, opened.port, stranger, "127.0.0.3")
        assert await turned_away(tmp_path, opened.port, teacher(), "127.0.0.3")
        link = await visit(tmp_path, opened.port, teacher(), "127.0.0.2")
        await opened.links.get()
        link.cut()


async def test_a_source_off_the_schools_network_is_turned_away(tmp_path: Path) -> None:
    async with door(tmp_path, source_ok=lambda at: at == "127.0.0.2") as opened:
        assert await turned_away(tmp_path, opened.port, teacher(), LOOPBACK)
        link = await visit(tmp_path, opened.port, teacher(), "127.0.0.2")
        await opened.links.get()
        link.cut()


async def test_a_penalised_certificate_has_to_wait(tmp_path: Path) -> None:
    clock = FakeClock()
    async with door(tmp_path, clock=clock) as opened:
        first = await visit(tmp_path, opened.port, teacher())
        (await opened.links.get()).penalise()
        first.cut()
        assert await turned_away(tmp_path, opened.port, teacher(), LOOPBACK)
        clock.move(30.0)
        again = await visit(tmp_path, opened.port, teacher())
        await opened.links.get()
        again.cut()


async def test_a_shut_port_takes_nobody_and_keeps_its_links(tmp_path: Path) -> None:
    async with door(tmp_path) as opened:
        link = await visit(tmp_path, opened.port, teacher())
        inside = await opened.links.get()
        await opened.listening.stop_accepting()
        with pytest.raises(ConnectionRefusedError):
            await visit(tmp_path, opened.port, teacher())
        inside.write(b"still here")
        assert await link.read() == b"still here"
        await opened.listening.close()
        assert await link.read() == b""
        link.cut()


async def test_a_handler_that_raises_is_told_and_its_link_is_gone(
    tmp_path: Path,
) -> None:
    told: asyncio.Queue[dict[str, object]] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, facts: told.put_nowait(facts))

    async def on_link(_link: Link) -> None:
        raise ZeroDivisionError

    ours = context(tmp_path, laptop(), server=True)
    listening = await listen(LOOPBACK, 0, ours, Role.TEACHER, on_link)
    link = await visit(tmp_path, listening.port, teacher())
    assert await link.read() == b""
    facts = await told.get()
    assert isinstance(facts["exception"], ZeroDivisionError)
    link.cut()
    await listening.close()


async def test_a_taken_port_is_said_at_once(tmp_path: Path) -> None:
    async with door(tmp_path) as opened:
        ours = context(tmp_path, laptop(), server=True)

        async def on_link(_link: Link) -> None:
            """Nobody comes."""

        with pytest.raises(OSError, match=r"(?i)in use"):
            await listen(LOOPBACK, opened.port, ours, Role.TEACHER, on_link)


async def test_dialling_nobody_is_an_ordinary_error(tmp_path: Path) -> None:
    async with door(tmp_path) as opened:
        port = opened.port
    theirs = context(tmp_path, teacher(), server=False)
    with pytest.raises(OSError, match=r"(?i)refused|connect"):
        await dial(LOOPBACK, port, theirs, Role.DEVICE)


async def test_it_listens_on_the_other_family_too(tmp_path: Path) -> None:
    ours = context(tmp_path, laptop(), server=True)
    arrived: asyncio.Queue[Link] = asyncio.Queue()

    async def on_link(link: Link) -> None:
        arrived.put_nowait(link)
        await link.read()

    listening = await listen("::1", 0, ours, Role.TEACHER, on_link)
    theirs = context(tmp_path, teacher(), server=False)
    link = await dial("::1", listening.port, theirs, Role.DEVICE)
    assert (await arrived.get()).peer_address == "::1"
    link.cut()
    await listening.close()


def highest_file() -> int:
    return max(int(one.name) for one in Path("/proc/self/fd").iterdir())


async def test_without_a_free_file_it_waits_and_goes_on(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    theirs = context(tmp_path, teacher(), server=False)
    async with door(tmp_path) as opened:
        knocking = socket.create_connection((LOOPBACK, opened.port))
        holes = []
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (highest_file() + 1, hard))
            with suppress(OSError):
                while True:
                    holes.append(socket.socket())
            for _ in range(50):
                await asyncio.sleep(0)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
            for hole in holes:
                hole.close()
        reader, writer = await asyncio.open_connection(
            sock=knocking, ssl=theirs, server_hostname=""
        )
        assert (await opened.links.get()).peer == teacher().peer
        Link(reader, writer, Role.DEVICE, dialled=True).cut()


def test_the_context_of_a_door_is_the_one_kind_there_is(tmp_path: Path) -> None:
    made = context(tmp_path, laptop(), server=True)
    assert isinstance(made, ssl.SSLContext)
    assert tls.context.__doc__ is not None
