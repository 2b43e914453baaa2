# SPDX-License-Identifier: GPL-3.0-or-later
"""The port is open in slots and a minute longer, papers stale or fresh."""

from datetime import timedelta

from agent.core import commands as c
from agent.core import events as e
from agent.core.deadlines import LATEST_S
from protocol.messages.link import ByeCode
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School


def _ports(desk: LaptopDesk) -> list[str]:
    return [
        type(x).__name__ for x in desk.did if isinstance(x, c.OpenPort | c.ClosePort)
    ]


def test_R23_it_opens_with_the_slot_and_shuts_a_minute_after_the_bell(
    school: School,
) -> None:
    desk = LaptopDesk(school)
    desk.clock.wall = school.now - timedelta(minutes=1)
    desk.mind.laptop.clock = None
    desk.start()
    assert _ports(desk) == []
    desk.move(60 + LATEST_S + 0.5)
    assert _ports(desk) == ["OpenPort"]
    desk.move(2 * 50 * 60 + 30)  # a second lesson follows
    assert _ports(desk) == ["OpenPort"]
    desk.move(31)
    assert _ports(desk) == ["OpenPort", "ClosePort"]


def test_stale_papers_close_powers_and_never_the_door(school: School) -> None:
    desk = LaptopDesk(school)
    shelf = school.empty_shelf()
    later = school.now + timedelta(days=7)  # the set is dead, the slot runs again
    shelf.restore(school.papers_for(), later)
    desk.mind.laptop.shelf = shelf
    desk.clock.wall = later
    desk.start()
    assert _ports(desk) == ["OpenPort"]


def test_R22_a_revoked_teachers_link_ends(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    prints = (teacher.teacher.fingerprint,)
    desk.renew_papers(desk.school.newer(revocations={"fingerprints": prints}))
    assert c.EndLink(teacher.link, ByeCode.REVOKED) in desk.did


def test_a_stopping_daemon_shuts_it(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.tell(e.Stopping())
    assert desk.mind.laptop.lesson is None
