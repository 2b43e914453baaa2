# SPDX-License-Identifier: GPL-3.0-or-later
"""F14, S19: a crowd at the real service's door while a lesson runs."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from consent.documents.command import Verb
from consent.purpose import Purpose
from protocol.aio.stream import dial
from protocol.aio.tls import context
from protocol.errors import ProtocolError
from protocol.events import SessionEnded
from protocol.identity import Role
from protocol.messages import local
from protocol.messages.link import Ping
from protocol.messages.pictures import Picture
from tests.fakes.school import School
from tests.hostile.rig import PatchedConsole, until
from tests.journeys.laptop_rig import HandSession, Service

HALF_OPEN = 300
SILENT = 100
PINGS = 4  # five seconds apart: longer than a silent link may live


@contextmanager
def half_open(port: int, many: int) -> Iterator[None]:
    """Connect, say a byte of a handshake, and say no more."""
    held = []
    try:
        for _ in range(many):
            peer = socket.create_connection(("127.0.0.1", port))
            held.append(peer)
            with suppress(OSError):  # turned away already
                peer.sendall(b"\x16")
        yield
    finally:
        for peer in held:
            peer.close()


async def silent(port: int, tls: ssl.SSLContext) -> None:
    """Finish a handshake as a teacher, and say nothing."""
    with suppress(OSError, ProtocolError):
        link = await dial("127.0.0.1", port, tls, Role.DEVICE)
        await link.read()  # its Hello
        while await link.read():
            pass


async def test_F14_S19_a_lesson_goes_on_while_hundreds_hold_the_door(
    running: Service,
    school: School,
    console: PatchedConsole,
    pupil: HandSession,
    tmp_path: Path,
) -> None:
    await console.asked(Verb.LESSON_START)
    await pupil.say_yes(Purpose.OVERVIEW)
    files = psutil.Process(running.process.pid).num_fds()
    certificate, key = school.teachers[0].holder.write(tmp_path, "crowd")
    devices = school.certificates.devices_ca.pem
    tls = context(certificate, key, devices, server=False)
    heard = len(console.said(Ping))
    with half_open(running.port, HALF_OPEN):
        crowd = [asyncio.create_task(silent(running.port, tls)) for _ in range(SILENT)]
        body, _ = await console.asked(Verb.OVERVIEW_START)
        await pupil.heard.wait(local.Grab, lambda x: x.access.hex() == body.access)
        pupil.frame(body.access, 1)
        await console.heard.wait(Picture)
        for number in range(PINGS):
            await console.heard.wait(Ping, skip=heard + number)
        await asyncio.gather(*crowd)
        # Those who opened half a connection still hold it; the laptop does not.
        await until(lambda: psutil.Process(running.process.pid).num_fds() <= files)
    assert console.said(SessionEnded) == []
