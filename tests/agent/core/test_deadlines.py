# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell is told when to come back: at the next thing that is due."""

from agent.core import events as e
from agent.core.deadlines import LATEST_S
from consent.documents.command import Verb
from protocol.messages import local
from tests.fakes.laptop_desk import LaptopDesk


def test_with_nothing_to_wait_for_it_looks_again_soon(desk: LaptopDesk) -> None:
    desk.start()
    assert desk.mind.deadline() == desk.clock() + LATEST_S


def test_a_beat_does_not_put_off_the_look(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.alive()
    desk.tell(e.Ticked())
    looked_s = desk.clock()
    for _ in range(2):
        desk.clock.move(2)
        desk.alive()
    assert desk.mind.deadline() == looked_s + LATEST_S


def test_the_end_of_a_notice_is_due_to_the_point(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.clock.move(0.5)
    teacher.ask(Verb.VIEW_START)
    due_s = desk.clock() + 3
    desk.clock.move(2.6)
    desk.alive()
    assert desk.mind.deadline() == due_s


def test_leases_ends_and_curtains_are_due(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.OVERVIEW_START)
    look = desk.mind.laptop.overview
    desk.clock.move(14.5)
    desk.alive()
    assert desk.mind.deadline() == look.lease_s
    teacher.heartbeat()
    body = teacher.ask(Verb.ATTENTION_START, args={"seconds": 2, "scope": "all"})
    lock = desk.mind.laptop.lock
    desk.clock.move(1.2)
    desk.alive()
    assert desk.mind.deadline() == lock.painted_by_s == lock.until_s
    desk.tell_session(
        local.Curtain(bytes.fromhex(body.access), local.CurtainState.SHOWN, "")
    )
    teacher.ask(Verb.ATTENTION_STOP, access=body.access)
    desk.clock.move(1.5)
    desk.alive()
    assert desk.mind.deadline() == lock.down_by_s


def test_the_end_of_an_exempt_lock_is_due_at_its_four_seconds(desk: LaptopDesk) -> None:
    exempt = LaptopDesk(desk.school.changed(slip={"exempt_attention": True}))
    teacher = exempt.lesson()
    teacher.ask(Verb.ATTENTION_START)
    exempt.clock.move(2.9)
    exempt.alive()
    exempt.tell(e.Ticked())
    exempt.clock.move(0.9)
    exempt.alive()
    assert exempt.mind.deadline() == exempt.mind.laptop.lock.close_not_before_s
