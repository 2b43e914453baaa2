# SPDX-License-Identifier: GPL-3.0-or-later
"""A page finds the other half of what it shows, also when that is on another page."""

from pathlib import Path

from consent.ledger.erasure import OrderedBy
from consent.ledger.kinds import Chain, Kind
from tests.fakes.records import (
    Keys,
    close_fields,
    context,
    laptop,
    open_fields,
)

KEY = Keys()


def test_a_beginning_and_its_end_and_cause_find_each_other(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, KEY)
    ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY, "attention"), context())
    ledger.append(Chain.SHARED, Kind.CLOSE, close_fields(1), context(30))
    cause = {"open_seq": 2, "cause": "help_now"}
    ledger.append(Chain.OWN, Kind.CAUSE, cause, context(40))
    newest_two, oldest_two = ledger.page(count=2), ledger.page(before=3)
    found = ledger.pairs_of(newest_two)
    assert {seq: x.text("purpose") for seq, x in found.opens.items()} == {
        1: "view",
        2: "attention",
    }
    assert found.closes == {}
    found = ledger.pairs_of(oldest_two)
    assert found.opens == {}
    assert {seq: x.number("seconds") for seq, x in found.closes.items()} == {1: 30}
    ledger.close()


def test_what_was_erased_is_nobodys_other_half(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, KEY)
    ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    ledger.append(Chain.SHARED, Kind.CLOSE, close_fields(1), context(200_000))
    end = ledger.page(count=1)
    assert set(ledger.pairs_of(end).opens) == {1}
    ledger.erase(0, OrderedBy.PUPIL, context(100_000))
    assert ledger.pairs_of(end).opens == {}
    ledger.close()


def test_halves_that_came_back_find_each_other(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, KEY)
    came = [
        ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context()),
        ledger.append(Chain.SHARED, Kind.CLOSE, close_fields(1), context(30)),
    ]
    ledger.close()
    (tmp_path / "ledger.db").unlink()
    ledger = laptop(tmp_path, KEY)
    ledger.begin_epoch(1, 2, context(60))
    ledger.keep_given(came, "7e" * 32, "An")
    end, begin = ledger.given()
    assert set(ledger.pairs_of([end]).opens) == {1}
    found = ledger.pairs_of([begin]).closes
    assert {seq: x.number("seconds") for seq, x in found.items()} == {1: 30}
    ledger.close()
