# SPDX-License-Identifier: GPL-3.0-or-later
"""Verb by verb: who may ask, who may stop, and that an id starts one thing only."""

from datetime import timedelta

import pytest

from agent.core import commands as c
from agent.core import events as e
from agent.core.orders import USED_KEPT
from consent.documents.classes import ExtraSlot
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages.link import ByeCode
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School

STARTS = [x for x in Verb if not x.is_stop and x is not Verb.LESSON_START]


@pytest.mark.parametrize("verb", STARTS)
def test_S02_an_id_starts_one_thing_only(desk: LaptopDesk, verb: Verb) -> None:
    teacher = desk.lesson()
    desk.agree()
    first = teacher.ask(verb)
    again = teacher.ask(verb, access=first.access)
    assert len(desk.nos(again.seq)) == 1
    assert desk.judged(again.seq) is False
    assert desk.ledger.bodies(Kind.REFUSED)[-1].text("reason") == "replay"


def _use_all_up(desk: LaptopDesk) -> None:
    (used,) = desk.mind.laptop.used_accesses.values()
    used.update(n.to_bytes(16, "big") for n in range(USED_KEPT))


def test_ids_are_kept_in_a_bounded_number(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    _use_all_up(desk)
    body = teacher.ask(Verb.MESSAGE)
    assert len(desk.nos(body.seq)) == 1


def test_P10_ids_that_one_teacher_used_up_are_free_in_the_next_slot(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    _use_all_up(desk)
    desk.move(50 * 60)
    colleague = desk.connect(teacher=1)
    slot = desk.school.sheet.slots[1].slot
    colleague.ask(Verb.LESSON_START, slot=slot, lesson="ab" * 16)
    body = colleague.ask(Verb.MESSAGE, slot=slot, lesson="ab" * 16)
    assert desk.yeses(body.seq, colleague.link) == 1


def test_P10_a_lesson_inside_another_forgets_no_id_of_it(school: School) -> None:
    """Locks are counted by their ids in one slot: an id is never free again in it."""
    now = school.now.astimezone(school.trust.zone)
    starts, ends = (now + timedelta(minutes=after) for after in (5, 10))
    inside = ExtraSlot(
        slot="e5" * 16,
        day=now.date(),
        starts=f"{starts:%H:%M}",
        ends=f"{ends:%H:%M}",
        subject="toneel",
        teachers=(school.teachers[0].id,),
    )
    desk = LaptopDesk(school.changed(sheet={"extra": (inside,)}))
    teacher = desk.lesson()
    lock = teacher.ask(Verb.ATTENTION_START)
    desk.move(6 * 60, teacher)
    teacher.ask(Verb.LESSON_START, slot=inside.slot, lesson="ab" * 16)
    other = teacher.ask(Verb.MESSAGE, slot=inside.slot, lesson="ab" * 16)
    assert desk.yeses(other.seq) == 1
    mine = teacher.ask(
        Verb.MESSAGE, slot=inside.slot, lesson="ab" * 16, access=lock.access
    )
    assert desk.yeses(mine.seq) == 1  # another slot, another count
    desk.move(5 * 60, teacher)
    teacher.ask(Verb.LESSON_START, lesson="cd" * 16)
    again = teacher.ask(Verb.ATTENTION_START, lesson="cd" * 16, access=lock.access)
    assert len(desk.nos(again.seq)) == 1
    assert desk.ledger.bodies(Kind.REFUSED)[-1].text("reason") == "replay"


def test_P10_ids_go_with_their_day(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    laptop = desk.mind.laptop
    before = laptop.used_in[0] - timedelta(days=1)
    laptop.used_accesses[before, "late"] = {b"kept"}
    laptop.used_accesses[before - timedelta(days=1), "older"] = {b"gone"}
    teacher.ask(Verb.MESSAGE)
    assert set(laptop.used_accesses) == {laptop.used_in, (before, "late")}


def test_a_lesson_that_a_lost_link_broke_off_is_named_again(desk: LaptopDesk) -> None:
    """A console names a lesson by its own id, on each link anew."""
    desk.start()
    desk.sit_down()
    for _ in range(3):
        teacher = desk.connect()
        begun = teacher.ask(Verb.LESSON_START, access=teacher.lesson)
        assert desk.yeses(begun.seq, teacher.link) == 1
        teacher.prove_all()
        desk.tell(e.LinkEnded(teacher.link))
    assert len(desk.ledger.bodies(Kind.LESSON)) == 1


@pytest.mark.parametrize(
    "verb", [Verb.OVERVIEW_START, Verb.VIEW_START, Verb.ATTENTION_START]
)
def test_R32_D11_a_console_in_debt_gets_nothing_new(
    desk: LaptopDesk, verb: Verb
) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.is_honest = False
    stopped = teacher.ask(Verb.MESSAGE)
    assert desk.yeses(stopped.seq) == 1
    desk.move(11, teacher)
    refused = teacher.ask(verb)
    assert len(desk.nos(refused.seq)) == 1
    assert desk.ledger.bodies(Kind.REFUSED)[-1].text("reason") == "logged_first"
    teacher.prove_all()
    granted = teacher.ask(verb)
    assert desk.nos(granted.seq) == []


def test_a_command_of_a_broken_peer_ends_the_link(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    body = teacher.command(Verb.MESSAGE)
    teacher.send(body, key=desk.pupil_key)
    assert desk.did[-1] == c.EndLink(teacher.link, ByeCode.MALFORMED)
    assert desk.ledger.bodies(Kind.SHARE) == []


def test_a_command_before_the_records_agree_is_not_heard(desk: LaptopDesk) -> None:
    desk.start()
    teacher = desk.connect(synced=False)
    teacher.ask(Verb.LESSON_START)
    assert desk.mind.laptop.lesson is None
    assert not any(isinstance(x, c.JudgeCommand) for x in desk.did)


def test_a_command_on_a_link_that_is_gone_is_not_heard(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.tell(e.LinkEnded(teacher.link))
    first = len(desk.did)
    teacher.ask(Verb.MESSAGE)
    assert not any(isinstance(x, c.JudgeCommand) for x in desk.did[first:])


def test_only_its_own_teacher_ends_a_lesson_or_clears_a_hand(desk: LaptopDesk) -> None:
    desk.lesson()
    other = desk.connect(1)
    desk.mind.laptop.hand.up = True
    other.ask(Verb.LESSON_END)
    other.ask(Verb.HAND_CLEAR)
    assert desk.mind.laptop.lesson is not None
    assert desk.mind.laptop.hand.up


def test_a_lock_is_let_go_by_its_own_teacher_alone(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    lock = teacher.ask(Verb.ATTENTION_START).access
    other = desk.connect(1)
    other.ask(Verb.ATTENTION_STOP, access=lock)
    assert desk.mind.laptop.lock.end == ""
    teacher.ask(Verb.ATTENTION_STOP, access=lock)
    assert desk.mind.laptop.lock.end == "teacher"


def test_a_view_that_the_pupil_vetoed_before_it_came_is_a_no(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.command(Verb.VIEW_START)
    desk.mind.laptop.vetoed.add(bytes.fromhex(body.access))
    teacher.send(body)
    assert len(desk.nos(body.seq)) == 1
    assert desk.ledger.bodies(Kind.REFUSED)[-1].text("reason") == "event_no"
