# SPDX-License-Identifier: GPL-3.0-or-later
"""A start writes what the last run owed before it opens the door."""

from agent.core import commands as c
from agent.core.memory import Memory, OpenLine
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School


def _crashed(school: School) -> LaptopDesk:
    """A laptop that died in the middle of a look."""
    desk = LaptopDesk(school)
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.OVERVIEW_START)
    (line,) = desk.ledger.unclosed_opens()
    again = LaptopDesk(
        school,
        memory=Memory(
            clean_end=False,
            unclosed=(
                OpenLine(
                    line.sealed.seq,
                    school.class_id,
                    school.lesson_id,
                    school.pupils[0].id,
                    "",
                    900,
                ),
            ),
            choices=dict(desk.mind.laptop.choices),
            yes_files=frozenset(desk.yes_files),
            notices=frozenset(desk.mind.laptop.notices),
        ),
    )
    again.ledger = desk.ledger
    again.mind.laptop.records = desk.ledger
    again.pupil_key = desk.pupil_key
    again.clicks = desk.clicks
    return again


def test_R30_owed_closes_are_written_before_the_port_opens(school: School) -> None:
    desk = _crashed(school)
    desk.hold = True
    desk.start()
    assert not any(isinstance(x, c.OpenPort) for x in desk.did)
    desk.let_go()
    assert any(isinstance(x, c.OpenPort) for x in desk.did)
    close = desk.ledger.bodies(Kind.CLOSE)[-1]
    assert (close.text("end"), close.number("seconds")) == ("link", 900)
    assert close.common.lesson == school.lesson_id
    assert desk.ledger.bodies(Kind.CAUSE)[-1].text("cause") == "restart"


def test_D08_a_crash_widens_nothing(school: School) -> None:
    desk = _crashed(school)
    teacher = desk.lesson()
    assert desk.mind.laptop.paused
    assert len(desk.nos(teacher.ask(Verb.OVERVIEW_START).seq)) == 1


def test_D08_choices_survive_a_restart_and_grants_do_not(school: School) -> None:
    before = LaptopDesk(school)
    before.lesson()
    before.agree()
    choices = dict(before.mind.laptop.choices)
    desk = LaptopDesk(
        school,
        memory=Memory(choices=choices, yes_files=frozenset(before.yes_files)),
    )
    desk.start()
    assert desk.mind.laptop.choices == choices
    assert not any(look.is_open for look in desk.mind.laptop.looks)


def test_a_record_that_cannot_be_read_lets_nobody_look(school: School) -> None:
    desk = LaptopDesk(school, memory=Memory(healthy=False, paused=True))
    desk.start()
    assert not desk.mind.laptop.ledger_ok
    assert any(isinstance(x, c.OpenPort) for x in desk.did)
