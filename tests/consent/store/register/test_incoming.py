# SPDX-License-Identifier: GPL-3.0-or-later
"""What travels from another system into the register has no place for a birth date."""

import dataclasses
from datetime import date

import pytest

from consent.store.register import incoming
from consent.store.register.incoming import IncomingPupil

TRAVELS = [
    found
    for found in vars(incoming).values()
    if isinstance(found, type) and dataclasses.is_dataclass(found)
]


def test_every_date_that_comes_in_is_named_here() -> None:
    dates = {
        f"{one.__name__}.{field.name}"
        for one in TRAVELS
        for field in dataclasses.fields(one)
        if field.type in {date, date | None}
    }
    assert dates == {
        "IncomingPupil.decider_from",
        "IncomingSlot.on_date",
        "IncomingTeaching.since",
        "IncomingTeaching.until",
    }


def test_nothing_else_of_a_pupil_comes_in() -> None:
    assert [field.name for field in dataclasses.fields(IncomingPupil)] == [
        "sourced_id",
        "name",
        "sort",
        "decider_from",
        "band",
    ]


@pytest.mark.parametrize("one", TRAVELS)
def test_what_was_checked_cannot_change(one: type) -> None:
    assert one.__dataclass_params__.frozen  # type: ignore[attr-defined]
