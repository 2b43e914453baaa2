# SPDX-License-Identifier: GPL-3.0-or-later
"""R-37: what a DPO may ask of one laptop, and what no one else can."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.ledger import officer
from consent.ledger.entry import EntryBody, body_bytes, parse_body
from consent.ledger.kinds import Chain, Kind
from consent.ledger.officer import OfficerError, OfficerOrder, Wish
from tests.consent.ledger.test_entry import COMMON
from tests.fakes.records import DEVICE, MONDAY, SCHOOL, Keys

DPO = Keys()
READ = OfficerOrder(
    wish=Wish.READ,
    school=SCHOOL,
    device=DEVICE,
    not_after=MONDAY + timedelta(days=6),
)
NOTE = replace(READ, wish=Wish.NOTE, about=4, text="Dit was een oefening.")
ERASE = replace(READ, wish=Wish.ERASE, about=4, text="Dit ging over een ander kind.")


def read(data: bytes, **changed: Any) -> OfficerOrder:  # noqa: ANN401 -- fields
    here: dict[str, Any] = {
        "dpo_key": DPO.public,
        "school": SCHOOL,
        "device": DEVICE,
        "now": MONDAY,
    }
    return officer.read(data, **{**here, **changed})


@pytest.mark.parametrize(
    "order", [READ, NOTE, replace(NOTE, about=0), ERASE, replace(ERASE, about=0)]
)
def test_an_order_reads_back(order: OfficerOrder) -> None:
    assert read(officer.encode(order, DPO.sign)) == order


def test_R37_nobody_but_the_dpo_can_order() -> None:
    for stranger in (Keys(), Keys()):
        with pytest.raises(OfficerError, match="did not sign"):
            read(officer.encode(READ, stranger.sign))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"school": "ab" * 16}, "another school. Have your DPO"),
        ({"device": "ab" * 16}, "and this is abab.*Bring it there"),
        ({"now": MONDAY + timedelta(days=6)}, "was good until .*Have the DPO"),
        ({"now": MONDAY - timedelta(days=2)}, "longer than a week.*Have the DPO"),
    ],
    ids=str,
)
def test_an_order_for_elsewhere_or_another_week_is_none(
    changed: dict[str, Any], why: str
) -> None:
    with pytest.raises(OfficerError, match=why):
        read(officer.encode(READ, DPO.sign), **changed)


@given(st.integers(0, 600), st.integers(1, 255))
def test_any_other_byte_is_refused(at: int, change: int) -> None:
    data = bytearray(officer.encode(NOTE, DPO.sign))
    data[at % len(data)] ^= change
    with pytest.raises(OfficerError):
        read(bytes(data))


@pytest.mark.parametrize(
    "data",
    [b"", b"{}\n00\n", b"[]\n00\n\n", b"x" * 5_000, b"{}", b"\xff\n\xff\n"],
)
def test_what_is_no_order_is_refused(data: bytes) -> None:
    with pytest.raises(OfficerError):
        read(data)


def signed(text: bytes) -> bytes:
    sig = DPO.sign(officer.CONTEXT + text)
    return text + b"\n" + sig.hex().encode() + b"\n"


@pytest.mark.parametrize("text", [b"[]", b"{}", b'{"v":1}', b"no json"])
def test_a_signed_text_in_another_form_is_refused(text: bytes) -> None:
    with pytest.raises(OfficerError, match="no order"):
        read(signed(text))


@pytest.mark.parametrize(
    "order",
    [
        replace(READ, text="hallo"),
        replace(READ, about=3),
        replace(NOTE, text=""),
        replace(NOTE, text="x" * 281),
        replace(NOTE, text="e\u0301"),
        replace(READ, device="AB" * 16),
        replace(ERASE, text=""),
        replace(ERASE, text="x" * 141),
    ],
)
def test_a_wish_that_does_not_fit_cannot_be_made(order: OfficerOrder) -> None:
    with pytest.raises(OfficerError):
        officer.encode(order, DPO.sign)


def test_a_signed_wish_that_does_not_fit_is_refused() -> None:
    text = officer.encode(NOTE, DPO.sign).split(b"\n")[0]
    bent = text.replace(b'"wish":"note"', b'"wish":"read"')
    with pytest.raises(OfficerError, match="A note has a text"):
        read(signed(bent))


def test_an_order_has_one_spelling() -> None:
    data = officer.encode(READ, DPO.sign)
    text, sig, _ = data.split(b"\n")
    for other in (text + b"\n" + sig.upper() + b"\n", data + b"x", data + b"\n"):
        with pytest.raises(OfficerError, match="no order"):
            read(other)


def line_of(
    order: OfficerOrder, school: str = SCHOOL, device: str = DEVICE
) -> EntryBody:
    """Give the line that a laptop writes of an order to erase."""
    fields = officer.line_fields(order, officer.encode(order, DPO.sign), 5)
    where = replace(COMMON, school=school, device=device, seq=9)
    return parse_body(body_bytes(Chain.SHARED, Kind.ORDER, where, fields))


def test_R34_a_line_holds_all_that_the_dpo_signed() -> None:
    line = line_of(ERASE)
    assert (line.number("target"), line.number("close")) == (4, 5)
    assert line.text("text") == ERASE.text
    assert officer.is_ordered(line, DPO.public)
    assert not officer.is_ordered(line, Keys().public)


@pytest.mark.parametrize(
    "changed",
    [
        {"target": 3},
        {"text": "Iets anders."},
        {"not_after": "2027-03-15T09:20:01Z"},
        {"sig": "00" * 64},
    ],
    ids=str,
)
def test_R34_a_line_that_says_something_else_was_signed_by_nobody(
    changed: dict[str, object],
) -> None:
    line = line_of(ERASE)
    bent = replace(line, fields=dict(line.fields) | changed)
    assert not officer.is_ordered(bent, DPO.public)


@pytest.mark.parametrize("where", [{"school": "ab" * 16}, {"device": "ab" * 16}])
def test_R34_an_order_of_elsewhere_is_no_order_here(where: dict[str, str]) -> None:
    assert not officer.is_ordered(line_of(ERASE, **where), DPO.public)


def test_a_line_of_no_school_was_signed_by_nobody() -> None:
    assert not officer.is_ordered(line_of(ERASE, school=""), DPO.public)
