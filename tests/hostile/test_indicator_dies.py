# SPDX-License-Identifier: GPL-3.0-or-later
"""P05: the real session on a real screen; its indicator dies or freezes.

Nothing here counts seconds: what came behind what on the wire is compared.
"""

import signal
from collections.abc import Callable

import psutil
import pytest

from consent.documents.command import Verb
from tests.hostile.rig import PatchedConsole, PupilSession
from tests.journeys.laptop_rig import WITHIN_S

KILL, STOP = signal.SIGKILL, signal.SIGSTOP
ON_ITS_WAY = 2  # one between session and service, one between service and console


def _kill_child(session: PupilSession) -> None:
    session.signal(KILL, guard=False, child=True)


def _freeze_child(session: PupilSession) -> None:
    session.signal(STOP, guard=False, child=True)


def _kill_guard(session: PupilSession) -> None:
    session.signal(KILL, guard=True, child=False)


def _freeze_both(session: PupilSession) -> None:
    session.signal(STOP, guard=True, child=True)


def _kill_both(session: PupilSession) -> None:
    session.signal(KILL, guard=True, child=True)


HARMS = (_kill_child, _freeze_child, _kill_guard, _freeze_both, _kill_both)


async def viewing(console: PatchedConsole) -> str:
    """Look at a pupil who said yes, until pictures come."""
    await console.asked(Verb.LESSON_START)
    body = await console.until_granted(Verb.VIEW_START)
    await console.pictures(body.access, 2)
    return body.access


@pytest.mark.parametrize("harm", HARMS, ids=lambda x: x.__name__.strip("_"))
async def test_P05_no_picture_without_the_indicators_process(
    console: PatchedConsole,
    pupil_program: PupilSession,
    harm: Callable[[PupilSession], None],
) -> None:
    access = await viewing(console)
    painted = pupil_program.child()
    harm(pupil_program)
    before = len(console.heard.things)
    await console.ended(access)
    assert len(console.pictures_behind(before)) <= ON_ITS_WAY
    if harm is _freeze_child:  # nobody else may end it, and it holds the screen
        assert not psutil.wait_procs([painted], timeout=WITHIN_S)[1]
    at_end = len(console.heard.things)
    assert await console.try_(Verb.VIEW_START) is None or harm is _kill_child
    if harm is not _kill_child:
        assert console.pictures_behind(at_end) == []
