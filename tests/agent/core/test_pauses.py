# SPDX-License-Identifier: GPL-3.0-or-later
"""Even privé: at once, stored first, and ended only by who may."""

from agent.core import commands as c
from agent.core import events as e
from agent.core.memory import Memory
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages import local
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School


def test_a_pause_ends_with_verder(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.click(local.ClickKind.PAUSE)
    assert desk.eye().state is local.EyeState.PAUSED
    assert len(desk.nos(teacher.ask(Verb.OVERVIEW_START).seq)) == 1
    desk.click(local.ClickKind.RESUME)
    assert desk.eye().state is local.EyeState.LESSON
    assert desk.nos(teacher.ask(Verb.OVERVIEW_START).seq) == []
    whats = [x.text("what") for x in desk.ledger.bodies(Kind.PAUSE)]
    assert whats == ["on", "off"]


def test_R28_a_pause_ends_with_its_slot(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.click(local.ClickKind.PAUSE)
    stored = next(x for x in desk.did if isinstance(x, c.StorePause))
    assert stored.until == desk.mind.laptop.paused_until
    desk.move(51 * 60, teacher)
    assert not desk.mind.laptop.paused
    assert desk.ledger.bodies(Kind.PAUSE)[-1].text("why") == "slot_end"


def test_R28_F10_a_clock_that_jumps_past_the_bell_ends_no_pause(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.click(local.ClickKind.PAUSE)
    desk.clock.step_wall(3 * 60 * 60)
    desk.tell(e.Ticked())
    assert desk.mind.laptop.paused


def test_D08_an_unclean_start_pauses_until_the_pupils_own_click(school: School) -> None:
    desk = LaptopDesk(school, memory=Memory(clean_end=False))
    teacher = desk.lesson()
    desk.agree()
    assert len(desk.nos(teacher.ask(Verb.OVERVIEW_START).seq)) == 1
    desk.move(51 * 60, teacher)
    assert desk.mind.laptop.paused
    assert desk.ledger.bodies(Kind.PAUSE)[0].text("why") == "unclean_start"
    desk.click(local.ClickKind.RESUME)
    assert not desk.mind.laptop.paused


def test_the_pupils_pause_does_not_shorten_that_of_an_unclean_start(
    school: School,
) -> None:
    desk = LaptopDesk(school, memory=Memory(clean_end=False))
    teacher = desk.lesson()
    desk.click(local.ClickKind.PAUSE)
    desk.move(51 * 60, teacher)
    assert desk.mind.laptop.paused


def test_R28_D08_a_pause_of_before_a_restart_goes_on(school: School) -> None:
    desk = LaptopDesk(school, memory=Memory(paused=True))
    desk.lesson()
    assert desk.eye().state is local.EyeState.PAUSED


def test_the_answer_to_an_old_verder_does_not_end_a_newer_pause(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.click(local.ClickKind.PAUSE)
    desk.click(local.ClickKind.RESUME)
    desk.click(local.ClickKind.PAUSE)
    desk.tell_session(local.Click(2, local.ClickKind.RESUME, None))
    assert desk.mind.laptop.paused
    assert desk.local_words(local.ClickKept)[-1].n == 2


def test_verder_without_a_pause_is_only_acknowledged(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.click(local.ClickKind.RESUME)
    assert desk.local_words(local.ClickKept)[-1].n == desk.clicks
    assert desk.ledger.bodies(Kind.PAUSE) == []


def test_outside_a_slot_a_pause_has_no_end(desk: LaptopDesk) -> None:
    desk.clock.move(10 * 60 * 60)
    desk.start()
    desk.sit_down()
    desk.click(local.ClickKind.PAUSE)
    assert desk.mind.laptop.paused_until is None
