# SPDX-License-Identifier: GPL-3.0-or-later
"""The port: open and announced, or neither."""

import asyncio
import contextlib
from dataclasses import replace

import pytest

from agent.daemon.announce import Port
from agent.daemon.identity import Enrolled
from consent.school import Door
from protocol.aio.link import Link
from protocol.aio.mdns import Browser
from protocol.aio.stream import dial
from protocol.aio.tls import context
from protocol.identity import Role
from tests.fakes.school import School


async def _nobody(_: Link) -> None:
    """A link that is closed at once."""


def _door(school: School) -> Door:
    door = school.shelf_for().door
    assert door is not None
    return door


async def test_it_is_announced_and_answers_only_teachers(
    enrolled: Enrolled, school: School
) -> None:
    places = enrolled.places
    port = Port(places, "127.0.0.1", 0, (), _nobody)
    found: asyncio.Queue[int] = asyncio.Queue()
    browser = Browser(["127.0.0.1"], lambda _, number: found.put_nowait(number))
    await browser.start()
    await port.open(_door(school))
    await port.open(_door(school))  # a second word changes nothing
    number = port.number
    async with asyncio.timeout(10):
        while await found.get() != number:
            pass
    cert, key = school.teachers[0].holder.write(places.state, "teacher")
    devices = school.certificates.devices_ca.pem
    theirs = context(cert, key, devices, server=False)
    link = await dial("127.0.0.1", number, theirs, Role.DEVICE)
    assert link.peer.id == school.pupils[0].holder.id
    await link.close()
    await port.close()
    await port.close()
    with pytest.raises(OSError):  # noqa: PT011 -- refused, in each system's words
        await dial("127.0.0.1", number, theirs, Role.DEVICE)
    await browser.stop()


async def test_a_source_outside_the_school_gets_no_handshake(
    enrolled: Enrolled, school: School
) -> None:
    port = Port(enrolled.places, "127.0.0.1", 0, (), _nobody)
    elsewhere = replace(_door(school), is_demo=False, cidrs=("10.20.0.0/16",))
    await port.open(elsewhere)
    reader, writer = await asyncio.open_connection("127.0.0.1", port.number)
    async with asyncio.timeout(10):
        with contextlib.suppress(ConnectionError):
            assert await reader.read() == b""
    writer.close()
    await port.close()
