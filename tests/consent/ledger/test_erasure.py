# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's laptop or the DPO may order it; a teacher never, a DPO not at once."""

from datetime import timedelta

from consent.ledger import erasure
from consent.ledger.erasure import OrderedBy
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


def test_R34_a_hold_lasts_a_year() -> None:
    assert not erasure.is_held(None, MONDAY)
    assert erasure.is_held(MONDAY, MONDAY + timedelta(days=364))
    assert not erasure.is_held(MONDAY, MONDAY + timedelta(days=365))
