# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.timetable: lessons in the school's own zone, through summer and winter."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consent import timetable
from consent.documents.charter import Charter, Holiday, Hours
from consent.documents.classes import ClassSheet, ExtraSlot, Slot
from consent.documents.fields import Day
from tests.fakes.papers import BRUSSELS, DAY
from tests.fakes.place import ELSEWHERE, laptop_in
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
CHARTER, SHEET = SCHOOL.charter, SCHOOL.sheet
TEACHERS = (SCHOOL.teachers[0].id,)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)


def slot(day: Day, starts: str, ends: str, number: int = 0) -> Slot:
    """Make a weekly lesson."""
    return Slot(
        slot=f"{number:032x}",
        weekday=day,
        starts=starts,
        ends=ends,
        subject="x",
        teachers=TEACHERS,
    )


def extra(day: date, starts: str, ends: str) -> ExtraSlot:
    """Make a lesson of one day."""
    return ExtraSlot(
        slot="e" * 32,
        day=day,
        starts=starts,
        ends=ends,
        subject="uitstap",
        teachers=TEACHERS,
    )


def at(text: str) -> datetime:
    """Read a UTC time."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def found(sheet: ClassSheet, now: datetime, charter: Charter = CHARTER) -> str | None:
    """Give the subject of the lesson that runs."""
    running = timetable.slot_at(charter, sheet, BRUSSELS, now)
    return running.subject if running else None


def test_a_lesson_runs_from_its_first_to_before_its_last_instant() -> None:
    assert found(SHEET, NOW - SECOND) is None
    assert found(SHEET, NOW) == "wiskunde"
    assert found(SHEET, NOW + 50 * MINUTE - SECOND) == "wiskunde"
    assert found(SHEET, NOW + 50 * MINUTE) == "Nederlands"
    assert found(SHEET, NOW + 100 * MINUTE) is None


def test_the_running_lesson_says_what_and_who() -> None:
    running = timetable.slot_at(CHARTER, SHEET, BRUSSELS, NOW)
    assert running
    assert running.slot == SCHOOL.slot_id
    assert running.teachers == TEACHERS
    assert running.day == date(2027, 3, 8)
    assert (running.starts, running.ends) == (NOW, NOW + 50 * MINUTE)


def test_R23_a_weekly_lesson_keeps_its_wall_clock_through_the_change() -> None:
    """Summer time begins on 28 March 2027: 10:20 is then 08:20 UTC, not 09:20."""
    assert found(SHEET, at("2027-03-22T09:20:00")) == "wiskunde"
    assert found(SHEET, at("2027-03-29T08:20:00")) == "wiskunde"
    assert found(SHEET, at("2027-03-29T09:20:00")) == "Nederlands"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("2027-10-31T00:29:59", False),
        ("2027-10-31T00:30:00", False),  # 02:30 for the first time
        ("2027-10-31T01:29:59", False),
        ("2027-10-31T01:30:00", True),  # 02:30 for the second time
        ("2027-10-31T01:59:59", True),
        ("2027-10-31T02:00:00", False),
    ],
)
def test_R23_a_lesson_in_the_hour_that_comes_twice_is_the_shorter_one(
    text: str,
    runs: bool,  # noqa: FBT001
) -> None:
    night = replace(
        SHEET, slots=(), extra=(extra(date(2027, 10, 31), "02:30", "03:00"),)
    )
    assert (found(night, at(text)) is not None) is runs


def test_R23_a_lesson_that_ends_in_the_hour_that_comes_twice_ends_first() -> None:
    night = replace(
        SHEET, slots=(), extra=(extra(date(2027, 10, 31), "01:00", "02:30"),)
    )
    assert found(night, at("2027-10-31T00:29:59"))
    assert found(night, at("2027-10-31T00:30:00")) is None


def test_R23_a_lesson_in_the_hour_that_is_skipped_is_no_longer_than_written() -> None:
    night = replace(
        SHEET, slots=(), extra=(extra(date(2027, 3, 28), "02:15", "02:45"),)
    )
    every = [at("2027-03-28T00:00:00") + n * MINUTE for n in range(180)]
    assert sum(found(night, now) is not None for now in every) <= 30


@pytest.mark.parametrize(
    ("day", "starts", "ends"),
    [
        (date(2027, 3, 28), "2027-03-28T00:30:00", "2027-03-28T01:30:00"),
        (date(2027, 10, 31), "2027-10-30T23:30:00", "2027-10-31T02:30:00"),
    ],
    ids=["one hour", "three hours"],
)
def test_R23_a_lesson_around_such_an_hour_keeps_its_wall_clock(
    day: date, starts: str, ends: str
) -> None:
    """From 01:30 to 03:30, in a demo: no school has lessons at night."""
    night = replace(SHEET, slots=(), extra=(extra(day, "01:30", "03:30"),))
    assert not found(night, at(starts) - SECOND)
    assert found(night, at(starts))
    assert found(night, at(ends) - SECOND)
    assert not found(night, at(ends))


@pytest.mark.parametrize(
    ("day", "comes_twice"),  # the minute, from its own midnight, at which it begins
    [
        (date(2027, 3, 27), None),
        (date(2027, 3, 28), None),
        (date(2027, 10, 30), 1440 + 120),
        (date(2027, 10, 31), 120),
    ],
)
@given(begin=st.integers(0, 1439), length=st.integers(1, 300))
def test_R23_no_lesson_is_longer_than_written_but_around_the_hour_that_comes_twice(
    day: date, comes_twice: int | None, begin: int, length: int
) -> None:
    end = begin + length
    lesson = extra(day, _reading(begin), _reading(end % 1440))
    sheet = replace(SHEET, slots=(), extra=(lesson,))
    [running] = timetable.slots_on(CHARTER, sheet, BRUSSELS, day)
    is_around = comes_twice is not None and begin < comes_twice <= end - 60
    lasts = running.ends - running.starts
    assert lasts <= (length + 60 * is_around) * MINUTE


def _reading(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@pytest.mark.parametrize("zone", ELSEWHERE)
def test_R23_a_laptop_set_to_another_place_keeps_the_schools_time(zone: str) -> None:
    """Also where it is another day there: 00:30 on a Monday is a Sunday in America."""
    monday = datetime(2027, 3, 8, 0, 30, tzinfo=BRUSSELS).astimezone(UTC)
    early = replace(SHEET, slots=(slot(Day.MONDAY, "00:00", "01:00"),))
    whole = replace(
        CHARTER, hours=Hours(days=(Day.MONDAY,), starts="00:00", ends="24:00")
    )
    saturday = datetime(2027, 3, 6, 7, 30, tzinfo=BRUSSELS)
    evening = datetime(2027, 3, 8, 17, 30, tzinfo=BRUSSELS)
    with laptop_in(zone):
        assert found(early, monday)
        assert timetable.hours_end(whole, BRUSSELS, monday) == at("2027-03-08T23:00:00")
        assert not timetable.hours_end(whole, BRUSSELS, monday - 60 * MINUTE)
        assert timetable.floor_ends(BRUSSELS, NOW) == at("2027-03-08T17:00:00")
        assert timetable.floor_ends(BRUSSELS, saturday) is None
        assert timetable.floor_ends(BRUSSELS, evening) == at("2027-03-08T17:00:00")
        following = timetable.next_slot(CHARTER, early, BRUSSELS, monday - 60 * MINUTE)
        assert following
        assert following.starts == monday - 30 * MINUTE
        running = timetable.slot_at(CHARTER, early, BRUSSELS, monday)
        assert running
        assert {running.starts.tzinfo, running.ends.tzinfo} == {UTC}
        later = replace(SHEET, slots=(slot(Day.MONDAY, "13:00", "14:00"),))
        noon = timetable.next_slot(CHARTER, later, BRUSSELS, NOW + 70 * MINUTE)
        assert noon
        assert noon.starts == NOW + 160 * MINUTE
        assert is_open(monday, charter=None) is False
        assert is_open(NOW, charter=None)


@pytest.mark.parametrize("zone", [*ELSEWHERE, "Europe/Brussels"])
def test_R23_an_instant_is_the_same_in_whatever_zone_it_is_told(zone: str) -> None:
    told = NOW.astimezone(ZoneInfo(zone))
    assert found(SHEET, told) == "wiskunde"
    assert timetable.floor_ends(BRUSSELS, told) == timetable.floor_ends(BRUSSELS, NOW)
    assert timetable.hours_end(CHARTER, BRUSSELS, told)


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        (date(2027, 3, 26), "06:00", "17:00"),  # the last day of winter time
        (date(2027, 3, 29), "05:00", "16:00"),
        (date(2027, 10, 29), "05:00", "16:00"),  # the last day of summer time
        (date(2027, 11, 1), "06:00", "17:00"),
    ],
)
def test_R23_the_compiled_hours_move_with_summer_and_winter(
    day: date, opens: str, closes: str
) -> None:
    first, last = at(f"{day}T{opens}:00"), at(f"{day}T{closes}:00")
    assert timetable.floor_ends(BRUSSELS, first) == last
    assert timetable.floor_ends(BRUSSELS, last - SECOND) == last
    assert timetable.floor_ends(BRUSSELS, first - SECOND) is None
    assert timetable.floor_ends(BRUSSELS, last) is None


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2027, 10, 31)])
def test_R23_a_night_in_which_the_clock_moves_has_no_compiled_hours(day: date) -> None:
    midnight = datetime(day.year, day.month, day.day, tzinfo=BRUSSELS).astimezone(UTC)
    every = (midnight + n * 10 * MINUTE for n in range(25 * 6))
    assert not any(timetable.floor_ends(BRUSSELS, now) for now in every)


def test_R23_the_first_and_the_last_day_of_a_holiday_are_in_it() -> None:
    week = Holiday(starts=date(2027, 3, 1), ends=date(2027, 3, 8))
    assert found(SHEET, NOW, replace(CHARTER, holidays=(week,))) is None
    week = Holiday(starts=date(2027, 3, 8), ends=date(2027, 3, 12))
    assert found(SHEET, NOW, replace(CHARTER, holidays=(week,))) is None
    others = (
        Holiday(starts=date(2027, 3, 1), ends=date(2027, 3, 7)),
        Holiday(starts=date(2027, 3, 9), ends=date(2027, 3, 12)),
    )
    assert found(SHEET, NOW, replace(CHARTER, holidays=others)) == "wiskunde"


def test_R23_a_lesson_that_began_before_midnight_is_of_the_day_it_began() -> None:
    """The holiday of the next day does not cut it, that of its own day does."""
    night = replace(SHEET, slots=(), extra=(extra(date(2027, 3, 8), "23:50", "00:20"),))
    late = at("2027-03-08T23:10:00")  # 00:10 on Tuesday
    tuesday = Holiday(starts=date(2027, 3, 9), ends=date(2027, 3, 9))
    monday = Holiday(starts=date(2027, 3, 8), ends=date(2027, 3, 8))
    running = timetable.slot_at(CHARTER, night, BRUSSELS, late)
    assert running
    assert running.day == date(2027, 3, 8)
    assert found(night, late, replace(CHARTER, holidays=(tuesday,)))
    assert found(night, late, replace(CHARTER, holidays=(monday,))) is None


def test_R23_a_holiday_has_no_lesson() -> None:
    days = Holiday(starts=NOW.date(), ends=NOW.date())
    assert found(SHEET, NOW, replace(CHARTER, holidays=(days,))) is None
    before = Holiday(starts=NOW.date() - DAY, ends=NOW.date() - DAY)
    assert found(SHEET, NOW, replace(CHARTER, holidays=(before,))) == "wiskunde"


def test_a_lesson_of_one_day_goes_before_the_weekly_one() -> None:
    trip = replace(SHEET, extra=(extra(NOW.date(), "10:00", "10:30"),))
    assert found(trip, NOW) == "uitstap"
    assert found(trip, NOW + 10 * MINUTE) == "wiskunde"
    assert found(trip, NOW + 7 * DAY) == "wiskunde"


def test_a_lesson_may_pass_midnight_on_one_day() -> None:
    night = replace(SHEET, slots=(), extra=(extra(date(2027, 3, 8), "23:50", "00:20"),))
    assert found(night, at("2027-03-08T22:50:00"))
    assert found(night, at("2027-03-08T23:19:59"))
    assert found(night, at("2027-03-08T23:20:00")) is None


def test_the_next_lesson_is_found_over_days_and_holidays() -> None:
    following = timetable.next_slot(CHARTER, SHEET, BRUSSELS, NOW)
    assert following
    assert following.subject == "Nederlands"
    week = timetable.next_slot(CHARTER, SHEET, BRUSSELS, NOW + 2 * DAY)
    assert week
    assert week.starts == NOW + 7 * DAY
    end = (NOW + 13 * DAY).date()
    fortnight = replace(CHARTER, holidays=(Holiday(starts=NOW.date(), ends=end),))
    after = timetable.next_slot(fortnight, SHEET, BRUSSELS, NOW)
    assert after
    assert after.starts == NOW + 14 * DAY
    assert timetable.next_slot(fortnight, SHEET, BRUSSELS, NOW - DAY) is None
    assert timetable.next_slot(CHARTER, SHEET, BRUSSELS, NOW + DAY, days=5) is None
    days = Holiday(starts=NOW.date(), ends=(NOW + 20 * DAY).date())
    holiday = replace(CHARTER, holidays=(days,))
    assert timetable.next_slot(holiday, SHEET, BRUSSELS, NOW) is None


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2027, 3, 8), "2027-03-08T23:00:00"),
        (date(2027, 3, 28), "2027-03-28T22:00:00"),
        (date(2027, 7, 5), "2027-07-05T22:00:00"),
        (date(2027, 10, 31), "2027-10-31T23:00:00"),
    ],
)
def test_R23_a_day_ends_at_the_schools_midnight(day: date, ends: str) -> None:
    assert timetable.day_ends(BRUSSELS, day) == at(ends)


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2027, 3, 13), "2027-03-14T04:00:00"),  # midnight is skipped
        (date(2027, 11, 6), "2027-11-07T04:00:00"),  # midnight comes twice
    ],
)
def test_R23_a_day_ends_at_the_first_midnight_where_that_hour_moves(
    day: date, ends: str
) -> None:
    assert timetable.day_ends(ZoneInfo("America/Havana"), day) == at(ends)


@pytest.mark.parametrize(
    ("local", "ends"),
    [
        ("2027-03-08 06:59:59", None),
        ("2027-03-08 07:00:00", "18:00"),
        ("2027-03-12 17:59:59", "18:00"),
        ("2027-03-12 18:00:00", None),
        ("2027-03-13 10:00:00", None),
        ("2027-03-14 10:00:00", None),
        ("2027-07-05 07:00:00", "18:00"),
        ("2027-07-05 06:59:59", None),
    ],
)
def test_P03_the_compiled_hours_are_weekdays_from_7_to_18(
    local: str, ends: str | None
) -> None:
    now = datetime.fromisoformat(local).replace(tzinfo=BRUSSELS).astimezone(UTC)
    end = timetable.floor_ends(BRUSSELS, now)
    assert (f"{end.astimezone(BRUSSELS):%H:%M}" if end else None) == ends


def test_the_schools_own_hours_are_asked_too() -> None:
    end = timetable.hours_end(CHARTER, BRUSSELS, NOW)
    assert end == at("2027-03-08T16:00:00")
    assert timetable.hours_end(CHARTER, BRUSSELS, at("2027-03-08T16:00:00")) is None
    assert timetable.hours_end(CHARTER, BRUSSELS, at("2027-03-13T09:00:00")) is None
    whole = replace(CHARTER, hours=Hours(days=tuple(Day), starts="00:00", ends="24:00"))
    assert timetable.hours_end(whole, BRUSSELS, at("2027-03-13T22:59:59"))


@pytest.mark.parametrize(
    ("lesson", "fits"),
    [
        (slot(Day.MONDAY, "08:00", "17:00"), True),
        (slot(Day.MONDAY, "07:59", "09:00"), False),
        (slot(Day.FRIDAY, "16:00", "17:01"), False),
        (slot(Day.SATURDAY, "09:00", "10:00"), False),
    ],
)
def test_a_weekly_lesson_must_fit(lesson: Slot, fits: bool) -> None:  # noqa: FBT001
    misfit = timetable.misfit(CHARTER, replace(SHEET, slots=(lesson,)))
    assert misfit == ("" if fits else f"{lesson.weekday} {lesson.starts}-{lesson.ends}")


@pytest.mark.parametrize(
    ("lesson", "fits"),
    [
        (extra(date(2027, 3, 9), "09:00", "10:00"), True),
        (extra(date(2027, 3, 13), "09:00", "10:00"), False),
        (extra(date(2027, 3, 10), "09:00", "10:00"), False),
        (extra(date(2027, 3, 9), "16:00", "17:30"), False),
        (extra(date(2027, 3, 9), "16:00", "01:00"), False),
    ],
    ids=["fits", "saturday", "holiday", "late", "midnight"],
)
def test_a_lesson_of_one_day_must_fit(
    lesson: ExtraSlot,
    fits: bool,  # noqa: FBT001
) -> None:
    days = Holiday(starts=date(2027, 3, 10), ends=date(2027, 3, 10))
    charter = replace(CHARTER, holidays=(days,))
    misfit = timetable.misfit(charter, replace(SHEET, slots=(), extra=(lesson,)))
    assert (misfit == "") is fits


def is_open(
    now: datetime, *sheets: ClassSheet, charter: Charter | None = CHARTER
) -> bool:
    """Ask whether a laptop lets itself be found."""
    return timetable.is_door_open(charter, sheets, BRUSSELS, now)


def test_the_door_is_open_in_any_known_lesson_and_60_s_after() -> None:
    end = NOW + 100 * MINUTE
    other = replace(SHEET, slots=(slot(Day.TUESDAY, "09:00", "10:00"),))
    assert is_open(NOW, other, SHEET)
    assert is_open(end, SHEET)
    assert is_open(end + 59 * SECOND, SHEET)
    assert not is_open(end + 60 * SECOND, SHEET)
    assert not is_open(NOW, other)


def test_with_no_known_lesson_the_compiled_hours_are_the_lesson() -> None:
    assert is_open(NOW)
    assert is_open(NOW, SHEET, charter=None)
    assert not is_open(NOW + 12 * timedelta(hours=1))
    assert not is_open(NOW + 5 * DAY)
