# SPDX-License-Identifier: GPL-3.0-or-later
"""Which class rules, which slot runs, and whether the clock can be believed."""

from datetime import timedelta

from agent.core import events as e
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages import local
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School


def test_the_class_with_a_running_slot_rules(desk: LaptopDesk) -> None:
    desk.start()
    laptop = desk.mind.laptop
    assert laptop.klass == desk.school.class_id
    assert laptop.slot is not None
    assert laptop.slot.subject == "wiskunde"
    assert laptop.pupil == desk.school.pupils[0].id


def test_without_papers_no_class_rules(school: School) -> None:
    desk = LaptopDesk(school)
    desk.mind.laptop.shelf = school.empty_shelf()
    desk.start()
    assert (desk.mind.laptop.klass, desk.mind.laptop.slot) == ("", None)
    assert desk.mind.laptop.pupil == ""


def test_P03_a_stepped_clock_watches_nobody_until_a_newer_set_agrees(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.OVERVIEW_START)
    desk.clock.step_wall(121)
    desk.alive()
    assert not desk.mind.laptop.overview.is_open
    assert desk.eye().state is local.EyeState.TROUBLE
    desk.move(30, teacher)
    assert len(desk.nos(teacher.ask(Verb.OVERVIEW_START).seq)) == 1
    desk.renew_papers(desk.school.newer(set={}))
    assert desk.mind.laptop.clock_ok
    assert desk.nos(teacher.ask(Verb.OVERVIEW_START).seq) == []
    whats = [x.text("what") for x in desk.ledger.bodies(Kind.CLOCK)]
    assert whats == ["stepped", "agreed"]


def test_a_clock_before_the_newest_paper_is_not_believed(school: School) -> None:
    desk = LaptopDesk(school)
    desk.clock.wall = school.now - timedelta(days=1)
    desk.start()
    assert not desk.mind.laptop.clock_ok


def test_a_newer_set_with_a_good_clock_is_no_news(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.renew_papers(desk.school.newer(set={}))
    desk.tell(e.Ticked())
    assert desk.ledger.bodies(Kind.CLOCK) == []


def test_a_set_that_is_no_newer_does_not_mend_the_clock(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.clock.step_wall(121)
    desk.tell(e.Ticked())
    desk.tell(e.PapersChanged())
    assert not desk.mind.laptop.clock_ok
