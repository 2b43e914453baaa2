# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's laptop or the DPO may order it; a teacher never, a DPO not at once."""

from dataclasses import replace
from datetime import datetime, timedelta

from consent.ledger import erasure
from consent.ledger.entry import EntryBody, body_bytes, parse_body
from consent.ledger.erasure import OrderedBy
from consent.ledger.kinds import Chain, Kind
from tests.consent.ledger.test_entry import COMMON
from tests.fakes.lines import order_fields
from tests.fakes.records import KLASS, MONDAY, ORIGIN, SCHOOL, TEACHER, Keys

DEVICE, DPO, TEACHER_KEY = Keys(), Keys(), Keys()
OTHER = f"inzage/{SCHOOL}/{KLASS}/{TEACHER}/2027-04"


def asked(key: Keys, origin: str = ORIGIN) -> OrderedBy | None:
    sig = key.sign(erasure.order_bytes(origin, [3, 1]))
    return erasure.ordered_by(ORIGIN, [1, 3], sig, DEVICE.public, DPO.public)


def test_R34_laptop_and_dpo_may_order_and_a_teacher_may_not() -> None:
    assert asked(DEVICE) is OrderedBy.PUPIL
    assert asked(DPO) is OrderedBy.DPO
    assert asked(TEACHER_KEY) is None


def test_an_order_is_for_one_tree_and_these_leaves() -> None:
    assert asked(DEVICE, OTHER) is None
    sig = DEVICE.sign(erasure.order_bytes(ORIGIN, [1]))
    assert erasure.ordered_by(ORIGIN, [2], sig, DEVICE.public, DPO.public) is None


def test_the_tree_is_found_by_the_signature() -> None:
    sig = DEVICE.sign(erasure.order_bytes(OTHER, [1]))
    keys = (DEVICE.public, DPO.public)
    found = erasure.find_tree([ORIGIN, OTHER], [1], sig, *keys)
    assert found == (OTHER, OrderedBy.PUPIL)
    assert erasure.find_tree([ORIGIN], [1], sig, *keys) is None


def test_the_pupil_need_not_wait() -> None:
    assert erasure.may_erase(OrderedBy.PUPIL, MONDAY, None, MONDAY)


def test_R34_a_hold_stops_the_pupils_own_order_for_a_year() -> None:
    year = timedelta(days=365)
    assert not erasure.may_erase(OrderedBy.PUPIL, MONDAY, MONDAY, MONDAY)
    assert erasure.may_erase(OrderedBy.PUPIL, MONDAY, MONDAY, MONDAY + year)


def test_orders_fit_one_message_and_name_their_tree() -> None:
    made = erasure.orders({ORIGIN: range(120), OTHER: [7, 7, 3], "": []}, DEVICE.sign)
    assert [(one.origin, len(one.leaves)) for one in made] == [
        (ORIGIN, 50),
        (ORIGIN, 50),
        (ORIGIN, 20),
        (OTHER, 2),
    ]
    keys = (DEVICE.public, DPO.public)
    for one in made:
        found = erasure.find_tree([ORIGIN, OTHER], one.leaves, one.sig, *keys)
        assert found == (one.origin, OrderedBy.PUPIL)


def test_R34_D17_the_dpo_waits_fourteen_days_and_for_no_hold() -> None:
    after = MONDAY + timedelta(days=14)
    before = after - timedelta(seconds=1)
    assert not erasure.may_erase(OrderedBy.DPO, MONDAY, None, before)
    assert erasure.may_erase(OrderedBy.DPO, MONDAY, None, after)
    assert not erasure.may_erase(OrderedBy.DPO, MONDAY, MONDAY, after)


def test_a_hold_lasts_a_year() -> None:
    assert not erasure.is_held(None, MONDAY)
    assert erasure.is_held(MONDAY, MONDAY + timedelta(days=364))
    assert not erasure.is_held(MONDAY, MONDAY + timedelta(days=365))


DAY = timedelta(days=1)


def line(
    kind: Kind, seq: int, fields: dict[str, object], at: datetime = MONDAY
) -> EntryBody:
    common = replace(COMMON, seq=seq, t=at, epoch=1)
    return parse_body(body_bytes(Chain.SHARED, kind, common, fields))


ORDER = line(Kind.ORDER, 7, order_fields())


def hold(seq: int, at: datetime) -> EntryBody:
    return line(Kind.HOLD, seq, {"by": "pupil", "target": 0}, at)


def test_R34_an_order_of_the_dpo_waits_fourteen_days_from_its_own_line() -> None:
    due = MONDAY + 14 * DAY
    early = due - timedelta(seconds=1)
    assert erasure.still_waits(ORDER, None, 1, MONDAY)
    assert not erasure.may_carry_out(ORDER, None, 1, early)
    assert erasure.may_carry_out(ORDER, None, 1, due)


def test_R34_a_hold_after_it_ends_an_order_for_good() -> None:
    held = hold(8, MONDAY + DAY)
    for days in (2, 14, 40):
        assert not erasure.still_waits(ORDER, held, 1, MONDAY + days * DAY)
        assert not erasure.may_carry_out(ORDER, held, 1, MONDAY + days * DAY)


def test_R34_a_hold_before_it_stops_it_too_as_long_as_it_lasts() -> None:
    due = MONDAY + 14 * DAY
    assert not erasure.may_carry_out(ORDER, hold(6, MONDAY), 1, due)
    assert erasure.may_carry_out(ORDER, hold(6, due - 365 * DAY), 1, due)


def test_an_order_ends_with_the_loss_of_lines_and_after_forty_four_days() -> None:
    last = MONDAY + 44 * DAY
    assert erasure.may_carry_out(ORDER, None, 1, last - timedelta(seconds=1))
    assert not erasure.may_carry_out(ORDER, None, 1, last)
    assert not erasure.may_carry_out(ORDER, None, 2, MONDAY + 15 * DAY)
