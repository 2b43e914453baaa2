# SPDX-License-Identifier: GPL-3.0-or-later
"""R-34: one table says how far a DPO's order to erase is."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from consent.ledger.entry import body_bytes, parse_body
from consent.ledger.kinds import Chain, Kind
from consent.ledger.order_state import (
    RULES,
    STANDS,
    OrderFacts,
    OrderState,
    order_state,
)
from tests.consent.ledger.test_entry import COMMON
from tests.fakes.lines import order_fields
from tests.fakes.records import MONDAY

SPEC = Path(__file__).parents[3] / "docs" / "spec" / "ledger.md"
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
DUE_AT, LAST = MONDAY + 14 * DAY, MONDAY + 44 * DAY


_LINE = replace(COMMON, seq=7, t=MONDAY, epoch=2)
ORDER = parse_body(body_bytes(Chain.SHARED, Kind.ORDER, _LINE, order_fields()))
FREE = OrderFacts(is_signed=True, epoch=2, hold_seq=0, held_at=None)


def held(facts: OrderFacts, seq: int, at: datetime) -> OrderFacts:
    """Give facts after a HOLD."""
    return replace(facts, hold_seq=seq, held_at=at)


def state(facts: OrderFacts, now: datetime = DUE_AT) -> OrderState:
    return order_state(ORDER, facts, now)


def test_R34_D17_an_order_waits_fourteen_days_from_its_own_line() -> None:
    assert state(FREE, MONDAY - DAY) is OrderState.WAITS
    assert state(FREE, MONDAY) is OrderState.WAITS
    assert state(FREE, DUE_AT - SECOND) is OrderState.WAITS
    assert state(FREE) is OrderState.DUE


def test_R34_no_clock_of_the_laptop_alone_ends_the_waiting_or_a_hold() -> None:
    early = replace(FREE, newest_paper=DUE_AT - SECOND)
    assert state(early, LAST - SECOND) is OrderState.WAITS
    assert state(early, LAST) is OrderState.TOO_OLD
    borne_out = replace(FREE, newest_paper=DUE_AT)
    assert state(borne_out, DUE_AT - SECOND) is OrderState.WAITS
    assert state(borne_out) is OrderState.DUE
    lasting = held(borne_out, 6, DUE_AT - 365 * DAY + SECOND)
    assert state(lasting, DUE_AT + SECOND) is OrderState.HELD


def test_R34_after_the_laptops_letter_of_trust_it_waits_for_a_newer_one() -> None:
    over = replace(FREE, is_trust_over=True)
    assert state(over) is OrderState.WAITS
    assert state(over, LAST) is OrderState.TOO_OLD


def test_R34_forty_four_days_after_its_line_it_has_to_be_asked_again() -> None:
    assert state(FREE, LAST - SECOND) is OrderState.DUE
    assert state(FREE, LAST) is OrderState.TOO_OLD


@pytest.mark.parametrize("days", [1, 14, 40, 380])
def test_R34_D17_a_hold_after_it_ends_it_for_good(days: int) -> None:
    after = held(FREE, 8, MONDAY + DAY)
    assert state(after, MONDAY + days * DAY) is OrderState.STOPPED


def test_R34_D17_a_hold_before_it_stops_it_as_long_as_it_lasts() -> None:
    lasting = held(FREE, 6, DUE_AT - 365 * DAY + SECOND)
    assert state(lasting, DUE_AT - SECOND) is OrderState.WAITS
    assert state(lasting) is OrderState.HELD
    assert state(lasting, DUE_AT + SECOND) is OrderState.DUE


def test_a_line_is_not_its_own_hold() -> None:
    assert state(held(FREE, 7, MONDAY - 400 * DAY)) is OrderState.DUE


@pytest.mark.parametrize("epoch", [1, 3])
def test_R34_lines_that_were_lost_may_have_been_a_hold(epoch: int) -> None:
    assert state(replace(FREE, epoch=epoch)) is OrderState.OTHER_EPOCH


def test_R34_what_the_dpo_of_now_did_not_sign_orders_nothing() -> None:
    assert state(replace(FREE, is_signed=False)) is OrderState.NOT_SIGNED


@pytest.mark.parametrize("now", [MONDAY, DUE_AT])
def test_an_order_that_finds_no_words_is_done(now: datetime) -> None:
    assert state(replace(FREE, has_words=False), now) is OrderState.DONE


def test_the_first_that_holds_is_said() -> None:
    """Each state but the last two is left by mending its own cause, and no other."""
    bare = replace(FREE, is_signed=False, epoch=1, has_words=False)
    ruined = held(bare, 8, LAST - DAY)
    steps = [
        (ruined, LAST),
        (replace(ruined, is_signed=True), LAST),
        (replace(ruined, is_signed=True, epoch=2), LAST),
        (held(replace(FREE, has_words=False), 6, LAST), LAST),
        (held(replace(FREE, has_words=False), 6, LAST), LAST - SECOND),
        (held(FREE, 6, MONDAY), DUE_AT - SECOND),
        (held(FREE, 6, MONDAY), DUE_AT),
        (FREE, DUE_AT),
    ]
    assert [state(facts, now) for facts, now in steps] == list(OrderState)


def test_each_state_has_one_rule_in_this_order() -> None:
    assert [one for one, _ in RULES] == list(OrderState)


def test_R34_the_pupil_reads_at_the_top_what_takes_words_or_will() -> None:
    assert {s.value for s in STANDS} == {"waits", "held", "due"}


def test_the_page_has_the_same_table() -> None:
    """docs/spec/ledger.md tells the states in their order, and which are at the top."""
    rows = re.findall(
        r"^ +\| (\w+) \| [^|]+ \| (yes|no) \|", SPEC.read_text("utf-8"), re.MULTILINE
    )
    table = [(one.value, "yes" if one in STANDS else "no") for one in OrderState]
    assert rows == table
