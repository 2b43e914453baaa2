# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's laptop or the DPO may order it; a teacher never, a DPO not at once."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from consent.ledger import erasure
from consent.ledger.entry import body_bytes, parse_body
from consent.ledger.erasure import OrderedBy
from consent.ledger.kinds import LOOKED_BY, ORDERED_BY, Chain, Kind
from tests.consent.ledger.test_entry import COMMON
from tests.fakes.lines import examples
from tests.fakes.records import KLASS, MONDAY, ORIGIN, SCHOOL, TEACHER, Keys

SPEC = Path(__file__).parents[3] / "docs" / "spec" / "ledger.md"
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


def test_what_is_signed_is_these_very_bytes() -> None:
    body = b'{"leaves":[1,3],"origin":"' + ORIGIN.encode() + b'","v":1}'
    assert erasure.order_bytes(ORIGIN, [3, 1, 3]) == b"inzage/erase/v1\0" + body


def test_R34_D17_a_dpo_waits_fourteen_days_and_asks_again_after_forty_four() -> None:
    assert timedelta(days=14) == erasure.DPO_WAITS
    assert timedelta(days=44) == erasure.ORDER_LIVES


def test_a_line_says_who_ordered_it_as_the_closed_list_does() -> None:
    assert tuple(OrderedBy) == ORDERED_BY


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


def test_R34_what_no_order_takes_is_what_the_page_says() -> None:
    page = SPEC.read_text("utf-8")
    (said,) = re.findall(r"^36\. .*?(?=^37\. )", page, re.MULTILINE | re.DOTALL)
    named = {kind for kind in Kind if re.search(rf"\b{kind}\b", said)}
    assert named == erasure.KEEPS_WORDS
    assert "and that the DPO read the list" in " ".join(said.split())


def test_R34_R37_of_each_kind_of_line_the_words_go_or_stay() -> None:
    for chain, kind, fields in examples(TEACHER_KEY):
        line = parse_body(body_bytes(chain, kind, COMMON, fields))
        stays = kind in erasure.KEEPS_WORDS or "order" in fields  # a DPO's reading
        assert erasure.keeps_words(line) is stays


@pytest.mark.parametrize("by", LOOKED_BY)
def test_R34_R37_that_a_dpo_read_stays_and_that_another_did_goes(by: str) -> None:
    order = {"order": "0e" * 32} if by == "dpo" else {}
    fields: dict[str, object] = {"by": by, "from": 0, "to": 3, **order}
    line = parse_body(body_bytes(Chain.OWN, Kind.LOG_READ, COMMON, fields))
    assert erasure.keeps_words(line) is (by == "dpo")


def test_R34_a_hold_lasts_a_year() -> None:
    assert not erasure.is_held(None, MONDAY)
    assert erasure.is_held(MONDAY, MONDAY + timedelta(days=364))
    assert not erasure.is_held(MONDAY, MONDAY + timedelta(days=365))
