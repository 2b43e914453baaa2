# SPDX-License-Identifier: GPL-3.0-or-later
"""The line that ends a look or a curtain: one form, and owed until it is on disk."""

import pytest

from agent.core import closing, record
from agent.core import commands as c
from agent.core.laptop import LockFacts, LookFacts, Outcome
from consent.purpose import Purpose
from tests.fakes.laptop_desk import LaptopDesk

EITHER = pytest.mark.parametrize(
    "facts", [LookFacts(frozenset({Purpose.VIEW})), LockFacts()]
)


def _nothing(outcome: Outcome) -> None:
    del outcome


def _drafts(desk: LaptopDesk, facts: LookFacts | LockFacts) -> list[object]:
    laptop = desk.mind.laptop
    laptop.out.clear()
    closing.append(laptop, facts, pictures=3, then=_nothing)
    return [d.fields for x in laptop.out if isinstance(x, c.Append) for d in x.drafts]


@EITHER
def test_a_close_says_how_long_and_a_cause_says_why(
    desk: LaptopDesk, facts: LookFacts | LockFacts
) -> None:
    laptop = desk.mind.laptop
    facts.open_seq, facts.opened_s = 7, laptop.now.boot_s - 12
    facts.end, facts.cause, facts.closed_s = "not_shared", "paused", None
    close = {"open_seq": 7, "seconds": 12, "pictures": 3, "end": "not_shared"}
    assert _drafts(desk, facts) == [close, {"open_seq": 7, "cause": "paused"}]
    facts.cause = "not_shared"
    assert _drafts(desk, facts) == [close]


@EITHER
def test_without_an_open_to_name_it_is_owed_and_due_once(
    desk: LaptopDesk, facts: LookFacts | LockFacts
) -> None:
    laptop = desk.mind.laptop
    facts.open_seq = 0
    assert record.newest_unclosed(laptop) == 0
    assert _drafts(desk, facts) == []
    assert not closing.is_due_again(laptop, facts)
    facts.close_failed_s = laptop.now.boot_s - closing.AGAIN_S
    assert closing.is_due_again(laptop, facts)
    assert not closing.is_due_again(laptop, facts)
