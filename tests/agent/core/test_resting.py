# SPDX-License-Identifier: GPL-3.0-or-later
"""At most one Grab is out; the look that rests stays open and is told to nobody."""

import pytest

from agent.core import commands as c
from agent.core.resting import width_px
from consent.documents.command import Verb
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.local import CurtainState
from tests.fakes.laptop_desk import Console, LaptopDesk


def _grabs(desk: LaptopDesk) -> set[str]:
    out: set[str] = set()
    for word in desk.heard:
        if isinstance(word, local.Grab):
            out.add(word.access.hex())
        if isinstance(word, local.GrabStop):
            out.discard(word.access.hex())
    return out


def _overview(desk: LaptopDesk) -> tuple[Console, str]:
    teacher = desk.lesson()
    desk.agree()
    return teacher, teacher.ask(Verb.OVERVIEW_START).access


def test_the_overview_rests_while_a_view_streams(desk: LaptopDesk) -> None:
    teacher, overview = _overview(desk)
    view = teacher.ask(Verb.VIEW_START).access
    assert _grabs(desk) == {overview}  # during the notice it goes on
    desk.move(3.1, teacher, wanted=[overview, view])
    assert _grabs(desk) == {view}
    assert desk.mind.laptop.overview.is_open
    teacher.ask(Verb.VIEW_STOP, access=view)
    assert _grabs(desk) == {overview}


def test_nothing_grabs_while_the_curtain_is_up(desk: LaptopDesk) -> None:
    teacher, overview = _overview(desk)
    lock = teacher.ask(Verb.ATTENTION_START).access
    assert _grabs(desk) == set()
    assert desk.mind.laptop.overview.is_open
    assert not any(isinstance(x, c.TellEnded) for x in desk.did)
    desk.tell_session(local.Curtain(bytes.fromhex(lock), CurtainState.SHOWN, ""))
    teacher.ask(Verb.ATTENTION_STOP, access=lock)
    assert _grabs(desk) == set()
    desk.tell_session(local.Curtain(bytes.fromhex(lock), CurtainState.RELEASED, ""))
    assert _grabs(desk) == {overview}


def test_a_locked_screen_is_not_grabbed(desk: LaptopDesk) -> None:
    _, overview = _overview(desk)
    desk.alive(locked=True)
    assert _grabs(desk) == set()
    desk.frame(overview)
    assert desk.pictures() == []
    desk.alive()
    assert _grabs(desk) == {overview}


@pytest.mark.parametrize(
    ("width", "scale", "wanted"),
    [(1920, 100, 192), (3840, 100, 192), (1366, 100, 136), (1920, 200, 96)],
)
def test_R27_D06_a_small_or_magnified_desktop_gives_a_smaller_picture(
    desk: LaptopDesk, width: int, scale: int, wanted: int
) -> None:
    desk.screen = local.Screen(0, 0, 0, width, 1080, scale)
    _overview(desk)
    assert desk.local_words(local.Grab)[-1].width_px == wanted


def test_the_width_without_a_session_is_the_grants(desk: LaptopDesk) -> None:
    desk.start()
    look = desk.mind.laptop.overview
    look.purpose, look.width_px = Purpose.OVERVIEW, 160
    assert width_px(desk.mind.laptop, look) == 160


def test_a_view_carries_the_teachers_name_and_the_clock(desk: LaptopDesk) -> None:
    teacher, overview = _overview(desk)
    view = teacher.ask(Verb.VIEW_START).access
    desk.move(3.1, teacher, wanted=[overview, view])
    grab = desk.local_words(local.Grab)[-1]
    assert (grab.mark, grab.width_px, grab.min_gap_ms) == (
        "mevr. Peeters · 10:20",
        1280,
        250,
    )
