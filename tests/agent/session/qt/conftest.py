# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a session, without a screen and without a daemon."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from msgspec import Struct
from pytestqt.qtbot import QtBot

from agent.session.clicks import Clicks, Unkept
from agent.session.eye import face
from agent.session.pupil_state import PupilState
from agent.session.qt.acts import Acts
from agent.session.qt.indicator import Indicator
from agent.session.qt.looking import Looking
from agent.session.qt.mark import draw_mark
from agent.session.rest import Rest
from agent.session.words.say import Say
from protocol.aio.clock import boottime
from protocol.messages.local import EyeState
from tests.fakes.daemon import ACCESS, eye
from tests.fakes.screen import FakeScreen

NOW_S = 1_805_192_040


@dataclass
class Bench:
    """The parts on the workbench, and what they said."""

    screen: FakeScreen
    indicator: Indicator
    looking: Looking
    state: PupilState
    acts: Acts
    said: list[Struct] = field(default_factory=list)


@pytest.fixture
def screen() -> Iterator[FakeScreen]:
    """Give a desktop; whatever is left open on it is shut."""
    made = FakeScreen()
    yield made
    for grabber in made.grabbers:
        grabber.close()
    made.own_keeper.close()


@pytest.fixture
def bench(qtbot: QtBot, screen: FakeScreen) -> Iterator[Bench]:
    """Give a shown pill and what stands round it."""
    said: list[Struct] = []
    indicator = Indicator(screen, screen.own_keeper, boottime)
    shown = face(
        eye(EyeState.OVERVIEW, access=ACCESS),
        Say(),
        now_s=NOW_S,
        left_s=0,
        whole_s=0,
        demo=False,
    )
    indicator.show_face(shown, young=False, hint="")
    indicator.rebuild()
    rest = Rest(screen.own_keeper.resting, boottime)
    looking = Looking(screen, indicator, rest, boottime, said.append, draw_mark)
    state = PupilState()
    acts = Acts(
        state,
        Clicks(Unkept()),
        looking,
        said.append,
        lambda _: bytes(64),
        lambda: NOW_S,
    )
    yield Bench(screen, indicator, looking, state, acts, said)
    looking.stop()
    indicator.end()
