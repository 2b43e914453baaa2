# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers to links that live; receipts that no answer carried go with the next pong."""

from dataclasses import replace

from agent.core import events as e
from agent.core import links
from consent.documents.command import Verb
from protocol import constants as c
from protocol.messages.commands import Ended, NotShared
from protocol.messages.records import Receipt
from tests.fakes.laptop_desk import LaptopDesk


def test_a_close_goes_apart_from_its_end(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    access = teacher.ask(Verb.OVERVIEW_START).access
    teacher.prove_all()
    teacher.ask(Verb.OVERVIEW_STOP, access=access)
    assert teacher.said(Receipt) == []
    teacher.heartbeat()
    (receipt,) = teacher.said(Receipt)
    assert receipt.seq == 0
    teacher.heartbeat()
    assert len(teacher.said(Receipt)) == 1


def test_a_dead_link_is_told_nothing(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.VIEW_START)
    before = len(desk.said)
    desk.tell(e.LinkEnded(teacher.link))
    assert not [
        x for x in desk.said[before:] if isinstance(x.message, NotShared | Ended)
    ]


def test_a_link_is_ready_once_both_records_agree(desk: LaptopDesk) -> None:
    desk.start()
    teacher = desk.connect(synced=False)
    assert links.ready(desk.mind.laptop, teacher.link) is None
    assert links.ready(desk.mind.laptop, None) is None
    assert links.ready(desk.mind.laptop, 99) is None


def test_a_first_lease_counts_from_the_ping_or_else_from_the_command(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.OVERVIEW_START)
    laptop = desk.mind.laptop
    asked = replace(laptop.overview.wish, arrived_s=990.0)
    departed_s = laptop.links[teacher.link].ping_departed(asked.body.ping)
    assert departed_s is not None
    assert links.first_lease(laptop, asked) == departed_s + c.SILENCE_S
    laptop.links.clear()
    assert links.first_lease(laptop, asked) == 990.0 + c.SILENCE_S


def test_an_erased_line_is_not_sent(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    access = teacher.ask(Verb.OVERVIEW_START).access
    teacher.ask(Verb.OVERVIEW_STOP, access=access)
    desk.ledger.erase_all()
    teacher.is_honest = False
    teacher.heartbeat()
    assert teacher.said(Receipt) == []
