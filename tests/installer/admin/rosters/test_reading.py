# SPDX-License-Identifier: GPL-3.0-or-later
"""A date of a row is read in the order that was wished, or is a fault of that row."""

from datetime import date

import pytest

from installer.admin.csv_rows import Row
from installer.admin.rosters.births import Dates, Year
from installer.admin.rosters.reading import Reading, Wish
from installer.admin.rosters.tables import read_tables
from tests.fakes.rosters import TODAY


@pytest.mark.parametrize(
    ("order", "day"), [(Dates.DMY, date(2012, 3, 4)), (Dates.MDY, date(2012, 4, 3))]
)
def test_the_wish_says_which_number_is_the_month(order: Dates, day: date) -> None:
    assert _reading(order).date(_row("04/03/2012"), "birthDate") == day


@pytest.mark.parametrize("order", list(Dates))
def test_what_is_no_date_is_told_with_the_way_to_write_one(order: Dates) -> None:
    reading = _reading(order)
    assert reading.date(_row("gisteren"), "birthDate") is None
    (fault,) = reading.faults
    assert (fault.line, fault.column) == (3, "birthDate")
    assert fault.why.key == f"csv.day_{order}"
    assert fault.why.values == {"text": "gisteren"}


def _reading(order: Dates) -> Reading:
    wish = Wish(TODAY, dates=order)
    return Reading(wish, read_tables({}), Year("2026-2027", 13))


def _row(text: str) -> Row:
    return Row("demographics.csv", 3, {"birthDate": text})
