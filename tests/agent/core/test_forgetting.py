# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's program is told what to forget, one order at a time, until it says so."""

from agent.core import commands as c
from agent.core import events as e
from agent.core import record
from consent.ledger.draft import Draft
from consent.ledger.erasure import EraseOrder
from consent.ledger.kinds import Chain, Kind
from protocol.messages.records import Erase, Erased
from tests.fakes.laptop_desk import Console, LaptopDesk

SIGS = (b"1" * 64, b"2" * 64, b"3" * 64)


def owe(desk: LaptopDesk, *sigs: bytes, teacher: int = 0) -> None:
    who = desk.school.teachers[teacher].id
    origin = f"inzage/{'5c' * 16}/{'4b' * 16}/{who}/2027-03"
    desk.ledger.erasures += [EraseOrder(origin, (3, 7), sig) for sig in sigs]


def answer(desk: LaptopDesk, console: Console, *leaves: int) -> None:
    desk.tell(e.WireHeard(console.link, Erased(leaves)))


def let_go(desk: LaptopDesk) -> list[bytes]:
    return [x.sig for x in desk.did if isinstance(x, c.KeepErased)]


def test_R34_a_teachers_program_hears_it_as_soon_as_the_records_agree(
    desk: LaptopDesk,
) -> None:
    desk.start()
    owe(desk, SIGS[0])
    console = desk.connect(synced=False)
    desk.tell(e.ListErased())
    assert console.said(Erase) == []
    console = desk.connect()
    assert console.said(Erase) == [Erase((3, 7), SIGS[0])]
    assert let_go(desk) == []
    answer(desk, console, 3, 7)
    assert let_go(desk) == [SIGS[0]]


def test_R34_what_is_erased_in_mid_lesson_is_said_at_once(desk: LaptopDesk) -> None:
    console = desk.lesson()
    owe(desk, SIGS[0])
    desk.tell(e.ListErased())
    assert console.said(Erase) == [Erase((3, 7), SIGS[0])]


def test_R34_what_a_dpo_had_erased_is_said_at_once(desk: LaptopDesk) -> None:
    console = desk.lesson()
    owe(desk, SIGS[0])
    desk.tell(e.OrderCarriedOut())
    assert console.said(Erase) == [Erase((3, 7), SIGS[0])]


def test_R34_nothing_is_forgotten_elsewhere_while_the_pupil_says_keep(
    desk: LaptopDesk,
) -> None:
    desk.start()
    owe(desk, SIGS[0])
    hold = Draft(Chain.SHARED, Kind.HOLD, {"by": "pupil", "target": 0})
    desk.ledger.append_all((hold,), record.context(desk.mind.laptop))
    console = desk.lesson()
    desk.tell(e.ListErased())
    assert console.said(Erase) == []
    assert desk.ledger.owed_erasures(desk.school.teachers[0].id)


def test_one_order_is_out_at_a_time(desk: LaptopDesk) -> None:
    console = desk.lesson()
    owe(desk, *SIGS)
    desk.tell(e.ListErased())
    desk.tell(e.ListErased())
    assert [x.sig for x in console.said(Erase)] == [SIGS[0]]
    answer(desk, console, 3, 7)
    answer(desk, console, 3, 7)
    assert [x.sig for x in console.said(Erase)] == list(SIGS)
    assert let_go(desk) == list(SIGS[:2])


def test_R34_what_was_not_carried_out_whole_waits_for_another_link(
    desk: LaptopDesk,
) -> None:
    console = desk.lesson()
    owe(desk, *SIGS[:2])
    desk.tell(e.ListErased())
    answer(desk, console, 3)
    answer(desk, console)
    desk.tell(e.ListErased())
    assert [x.sig for x in console.said(Erase)] == list(SIGS[:2])
    assert let_go(desk) == []
    again = desk.connect()
    assert [x.sig for x in again.said(Erase)] == [SIGS[0]]


def test_R34_a_colleague_hears_nothing_of_it(desk: LaptopDesk) -> None:
    desk.start()
    owe(desk, SIGS[0], teacher=1)
    assert desk.connect(0).said(Erase) == []
    assert desk.connect(1).said(Erase) == [Erase((3, 7), SIGS[0])]


def test_an_answer_to_nothing_changes_nothing(desk: LaptopDesk) -> None:
    console = desk.lesson()
    owe(desk, SIGS[0])
    answer(desk, console, 3, 7)
    assert let_go(desk) == []
    assert console.said(Erase) == []
