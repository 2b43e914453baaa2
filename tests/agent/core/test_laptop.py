# SPDX-License-Identifier: GPL-3.0-or-later
"""The state itself: small questions it answers, and that a look forgets all."""

import pytest

from agent.core.access import AccessState
from agent.core.laptop import PINGS_KEPT, LockFacts, LookFacts
from agent.core.table import ImpossibleEventError
from consent.documents.command import Verb
from consent.purpose import Purpose
from tests.fakes.laptop_desk import LaptopDesk


def test_a_look_that_ended_remembers_nothing(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    access = teacher.ask(Verb.OVERVIEW_START).access
    desk.frame(access)
    teacher.ask(Verb.OVERVIEW_STOP, access=access)
    look = desk.mind.laptop.overview
    fresh = LookFacts(frozenset({Purpose.OVERVIEW}))
    assert look.state is AccessState.IDLE
    assert (look.asked, look.pictures, look.end) == (None, 0, "")
    assert look.lane == fresh.lane


def test_only_the_newest_pings_are_remembered(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    for _ in range(20):
        desk.ping(teacher)
    link = desk.mind.laptop.links[teacher.link]
    assert len(link.pings) == PINGS_KEPT
    assert link.ping_departed(1) is None
    assert link.ping_departed(teacher.ping) == desk.clock()


def test_a_look_is_found_by_purpose_and_by_id(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    access = bytes.fromhex(teacher.ask(Verb.OVERVIEW_START).access)
    laptop = desk.mind.laptop
    assert laptop.look_for(Purpose.OVERVIEW) is laptop.overview
    assert laptop.look_for(Purpose.SHOW) is laptop.look
    assert laptop.look_of(access) is laptop.overview
    assert laptop.look_of(bytes(16)) is None


def test_a_teacher_nobody_names_is_called_by_the_role(desk: LaptopDesk) -> None:
    desk.start()
    assert desk.mind.laptop.teacher_name("ab" * 16) == "je leraar"


def test_a_reason_is_cut_to_what_the_eye_can_hold(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.OVERVIEW_START, reason="x" * 140)
    assert len(desk.eye().why) == 140


def test_an_act_without_a_command_behind_it_is_our_bug() -> None:
    with pytest.raises(ImpossibleEventError):
        _ = LookFacts(frozenset()).wish
    with pytest.raises(ImpossibleEventError):
        _ = LockFacts().wish
