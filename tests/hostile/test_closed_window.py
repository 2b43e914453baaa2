# SPDX-License-Identifier: GPL-3.0-or-later
"""P09, D09: a console that stops reading, so that a picture waits in the kernel.

The pupil says no while the laptop's own kernel still holds most of a picture. When the
reader opens its window again, the rest must never come.
"""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from consent.documents.command import Verb
from consent.purpose import Purpose
from protocol.events import SessionEnded
from protocol.messages import local
from protocol.messages.commands import Ended
from protocol.messages.local import ClickKind
from protocol.messages.pictures import Picture
from tests.fakes.relay import Relay
from tests.fakes.school import School
from tests.hostile.rig import PatchedConsole
from tests.journeys.laptop_rig import HandSession, Service

PICTURE_BYTES = 400_000
IN_THE_WINDOW_BYTES = 65_536  # what a small window already took when the pupil clicked
Say = Callable[[HandSession, str], None]


@pytest.fixture
async def relay(running: Service) -> AsyncIterator[tuple[Relay, int]]:
    """Give a cable to the laptop that can be pinched."""
    cable = Relay()
    yield cable, await cable.start(running.port)
    await cable.close()


def _stop(session: HandSession, access: str) -> None:
    session.click(ClickKind.STOP, access)


def _nee(session: HandSession, access: str) -> None:
    session.click(ClickKind.NEE, access)


def _pause(session: HandSession, access: str) -> None:
    session.click(ClickKind.PAUSE)


@pytest.mark.parametrize("say_no", [_stop, _nee, _pause])
async def test_P09_D09_after_the_click_no_byte_of_the_picture_arrives(
    relay: tuple[Relay, int],
    school: School,
    pupil: HandSession,
    tmp_path: Path,
    say_no: Say,
) -> None:
    cable, port = relay
    console = PatchedConsole(school, tmp_path)
    await console.connect(port)
    await console.asked(Verb.LESSON_START)
    await pupil.say_yes(Purpose.VIEW)
    body, _ = await console.asked(Verb.VIEW_START)
    grab = await pupil.heard.wait(local.Grab)
    cable.pinch()
    pupil.frame(body.access, 1, data=b"\xff\xd8" + b"x" * PICTURE_BYTES)
    say_no(pupil, body.access)
    await pupil.heard.wait(local.ClickKept, lambda x: x.n == pupil.clicks)
    before = cable.from_laptop_bytes
    cable.let_go()
    await console.heard.wait(SessionEnded)
    assert cable.from_laptop_bytes - before < IN_THE_WINDOW_BYTES
    assert len(console.said(Picture)) <= 1  # of seven parts
    assert console.said(Ended) == []
    assert grab.access.hex() == body.access
    await console.close()


async def test_P09_an_open_window_does_get_the_picture(
    relay: tuple[Relay, int], school: School, pupil: HandSession, tmp_path: Path
) -> None:
    """Without a click the same picture arrives: the cable is no sieve."""
    cable, port = relay
    console = PatchedConsole(school, tmp_path)
    await console.connect(port)
    await console.asked(Verb.LESSON_START)
    await pupil.say_yes(Purpose.VIEW)
    body, _ = await console.asked(Verb.VIEW_START)
    await pupil.heard.wait(local.Grab)
    cable.pinch()
    pupil.frame(body.access, 1, data=b"\xff\xd8" + b"x" * PICTURE_BYTES)
    cable.let_go()
    await console.heard.wait(Picture, lambda x: x.part + 1 == x.parts)
    await console.close()
