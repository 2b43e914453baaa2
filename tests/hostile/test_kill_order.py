# SPDX-License-Identifier: GPL-3.0-or-later
"""F18, S26: service, guard and painting child are killed, in every order.

Indicator and capture are one process, so there are three to kill. Whichever goes first
ends what was shown or held, and in the end nothing of ours is left on the screen.
"""

import contextlib
from collections.abc import Awaitable, Callable, Iterator
from itertools import permutations

import psutil
import pytest

from agent.session.qt.pill import TITLE
from consent.documents.command import Verb
from protocol.messages.commands import Attention, AttentionState
from tests.fakes.intruder import Intruder
from tests.fakes.xserver import XServer
from tests.hostile.rig import PatchedConsole, PupilSession, until
from tests.hostile.test_indicator_dies import ON_ITS_WAY, viewing
from tests.journeys.laptop_rig import Service

CURTAIN = "Inzage aandacht"
PARTS = ("service", "guard", "child")
ORDERS = ["-".join(order) for order in permutations(PARTS)]
State = Callable[[PatchedConsole], Awaitable[None]]


@pytest.fixture
def eyes(screen: XServer) -> Iterator[Intruder]:
    """Give another program that looks at the same screen."""
    with Intruder(screen.name) as program:
        yield program


async def idle(console: PatchedConsole) -> None:
    await console.asked(Verb.LESSON_START)


async def looking(console: PatchedConsole) -> None:
    await viewing(console)


async def locked(console: PatchedConsole) -> None:
    await console.asked(Verb.LESSON_START)
    await console.asked(Verb.ATTENTION_START)
    await console.heard.wait(Attention, lambda x: x.state is AttentionState.SHOWN)


def ours(running: Service) -> list[psutil.Process]:
    """Find every living process that was started with this laptop's socket."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.NoSuchProcess):
            is_ours = str(running.socket) in process.cmdline()
            if is_ours and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def kill(part: str, running: Service, session: PupilSession) -> None:
    """Kill one part, where the last killing did not end it already."""
    with contextlib.suppress(psutil.NoSuchProcess, IndexError):
        if part == "service":
            running.process.kill()
        elif part == "guard":
            session.guard.kill()
        else:
            session.child().kill()


STATES: tuple[State, ...] = (idle, looking, locked)
TRIED = [  # each order and each state in every check, all of them by run.py soak
    pytest.param(
        state,
        order,
        id=f"{number}-{order}",
        marks=[] if (number + place) % len(STATES) == 0 else [pytest.mark.long],
    )
    for number, state in enumerate(STATES)
    for place, order in enumerate(ORDERS)
]


@pytest.mark.parametrize(("state", "order"), TRIED)
async def test_F18_S26_killed_in_any_order_nothing_is_shown_held_or_left(
    console: PatchedConsole,
    running: Service,
    pupil_program: PupilSession,
    eyes: Intruder,
    state: State,
    order: str,
) -> None:
    await until(lambda: eyes.find(TITLE))
    await state(console)
    assert eyes.can_grab_keyboard() is (state is not locked)
    before, (first, *rest) = len(console.heard.things), order.split("-")
    kill(first, running, pupil_program)
    await until(eyes.can_grab_keyboard)
    await until(lambda: not eyes.find(CURTAIN))
    for part in rest:
        kill(part, running, pupil_program)
    await until(lambda: not ours(running))
    await until(lambda: not eyes.find(TITLE))
    assert len(console.pictures_behind(before)) <= ON_ITS_WAY
