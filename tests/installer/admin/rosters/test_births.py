# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept instead of a birth date tells a birthday only where it must."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from installer.admin.rosters.births import Dates, Year, can_be_a_pupils, read_date

YEAR = Year("2026-2027", 13)


@pytest.mark.parametrize(
    ("born", "from_day"),
    [
        (date(2012, 2, 29), date(2026, 9, 1)),  # of age already: the first day
        (date(2013, 9, 1), date(2026, 9, 1)),
        (date(2013, 11, 5), date(2026, 11, 5)),  # in this year: the very day
        (date(2014, 8, 31), date(2027, 8, 31)),
        (date(2014, 9, 1), date(2028, 8, 31)),  # later: the end of that year
        (date(2018, 5, 5), date(2031, 8, 31)),
        (None, date(2027, 8, 31)),  # unknown: all year
    ],
)
def test_R19_from_which_day_a_pupil_decides_alone(
    born: date | None, from_day: date
) -> None:
    assert YEAR.decider_from(born) == from_day


def test_R19_a_leap_day_counts_from_1_march_and_the_charters_age_counts() -> None:
    assert Year("2026-2027", 15).decider_from(date(2012, 2, 29)) == date(2027, 3, 1)
    assert Year("2027-2028", 16).decider_from(date(2012, 2, 29)) == date(2028, 2, 29)


@given(born=st.dates(date(1995, 1, 1), date(2024, 12, 31)), age=st.integers(13, 18))
def test_R19_nobody_decides_alone_too_early_and_few_birthdays_can_be_told(
    born: date, age: int
) -> None:
    year = Year("2026-2027", age)
    kept = year.decider_from(born)
    try:
        birthday = born.replace(year=born.year + age)
    except ValueError:
        birthday = date(born.year + age, 3, 1)
    assert kept >= min(birthday, year.last + timedelta(1)) or kept == year.first
    if year.first < birthday <= year.last:
        assert kept == birthday
    else:
        assert kept in {year.first, date(kept.year, 8, 31)}
        assert (kept <= year.first) == (birthday <= year.first)


@pytest.mark.parametrize(
    ("born", "band"),
    [(date(2018, 5, 5), "6-9"), (date(2016, 12, 31), "10+"), (None, "10+")],
)
def test_young_pupils_get_the_words_for_young_pupils(
    born: date | None, band: str
) -> None:
    assert YEAR.band(born) == band


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2012-03-04", Dates.YMD, date(2012, 3, 4)),
        ("20120304", Dates.DMY, date(2012, 3, 4)),
        ("2012-03-04T00:00:00.000Z", Dates.YMD, date(2012, 3, 4)),
        ("2012/3/4", Dates.MDY, date(2012, 3, 4)),
        ("04/03/2012", Dates.DMY, date(2012, 3, 4)),
        ("4.3.2012", Dates.DMY, date(2012, 3, 4)),
        ("03-04-2012", Dates.MDY, date(2012, 3, 4)),
        ("04/03/2012", Dates.YMD, None),  # could be two days
        ("04/03/12", Dates.DMY, None),
        ("30/02/2012", Dates.DMY, None),
        ("2012-13-01", Dates.YMD, None),
        ("٢٠١٢-٠٣-٠٤", Dates.YMD, None),
        ("gisteren", Dates.DMY, None),
        ("", Dates.DMY, None),
    ],
)
def test_a_date_that_could_be_another_is_none(
    text: str, order: Dates, day: date | None
) -> None:
    assert read_date(text, order) == day


@given(text=st.text(max_size=30), order=st.sampled_from(Dates))
def test_any_text_is_a_date_or_none(text: str, order: Dates) -> None:
    found = read_date(text, order)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("born", "can"),
    [
        (date(2026, 11, 25), False),
        (date(2024, 11, 25), False),
        (date(2024, 11, 24), True),
        (date(1899, 12, 31), False),
        (date(2012, 2, 29), True),
    ],
)
def test_who_is_not_born_yet_or_very_old_is_no_pupil(born: date, can: bool) -> None:  # noqa: FBT001 -- a row of a table
    assert can_be_a_pupils(born, date(2026, 11, 24)) == can
