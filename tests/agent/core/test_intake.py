# SPDX-License-Identifier: GPL-3.0-or-later
"""A command is for this laptop, link and moment and was logged; or it is nothing."""

from typing import Any

import pytest

from agent.core import commands as c
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages.commands import Command, LeafProof
from tests.fakes.laptop_desk import LaptopDesk


@pytest.mark.parametrize(
    "stale",
    [
        {"nonce": "ab" * 32},
        {"device": "ab" * 32},
        {"teacher": "ab" * 32},
        {"seq": 1},  # the lesson's own
        {"ping": 77},
    ],
)
def test_S02_a_replay_has_no_effect_and_the_same_no(
    desk: LaptopDesk, stale: dict[str, Any]
) -> None:
    teacher = desk.lesson()
    desk.agree()
    before = len(desk.ledger.bodies(Kind.OPEN))
    body = teacher.ask(Verb.OVERVIEW_START, **stale)
    assert len(desk.ledger.bodies(Kind.OPEN)) == before
    assert desk.judged(body.seq) is False or stale == {"seq": 1}
    assert desk.nos(body.seq)[-1].at_s == desk.clock() + 0.25
    (refused,) = desk.ledger.bodies(Kind.REFUSED)
    assert refused.text("reason") == "replay"


def test_S02_a_ping_of_fifteen_seconds_ago_is_too_old(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.move(14.9)
    assert desk.nos(teacher.ask(Verb.MESSAGE).seq) == []
    desk.move(0.2)
    assert len(desk.nos(teacher.ask(Verb.MESSAGE).seq)) == 1


def test_an_older_ping_that_is_still_young_is_good(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.move(5.1, teacher)
    body = teacher.ask(Verb.MESSAGE, ping=teacher.ping - 1)
    assert desk.yeses(body.seq) == 1


def test_R32_D11_a_command_that_was_not_logged_first_gets_nothing(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.command(Verb.OVERVIEW_START)
    teacher.send(body, logged=False)
    assert len(desk.nos(body.seq)) == 1
    assert desk.ledger.bodies(Kind.REFUSED)[-1].text("reason") == "logged_first"


def test_S14_bytes_that_are_no_command_end_the_link(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    proof = LeafProof(0, b"", (), 0, ())
    desk.hear(teacher, Command(b"{}", bytes(64), bytes(32), proof))
    assert isinstance(desk.did[-1], c.EndLink)
