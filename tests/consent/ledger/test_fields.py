# SPDX-License-Identifier: GPL-3.0-or-later
"""Each kind of field takes what it says and nothing beside it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from consent.ledger import fields as f
from consent.ledger.errors import EntryError


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (f.text(3), ["a", "abc"], ["", "abcd", 1, None]),
        (f.text(3, empty=True), [""], ["abcd"]),
        (f.bytes_text(4), ["a", "éé"], ["", "ééé", 1]),
        (f.bytes_text(4, empty=True), [""], ["ééé"]),
        (f.hexed(2), ["00ff"], ["", "00f", "00fff", "00FF", "00 f", "00f\n", 0]),
        (f.hexed(2, empty=True), ["", "00ff"], ["00"]),
        (f.number(5), [0, 5], [-1, 6, True, "1", 1.0, None]),
        (f.number(5, least=1), [1], [0]),
        (f.one_of(("yes", "no")), ["yes"], ["", "Yes", 1]),
        (f.code(), ["help", "a1_b"], ["", "Help", "1a", "a-b", "a" * 41, "a\n"]),
        (f.code(empty=True), [""], ["A"]),
        (
            f.point_in_time(),
            ["2027-03-08T09:20:00Z"],
            [
                "",
                "2027-03-08T09:20:00+00:00",
                "2027-03-08T09:20:00.5Z",
                "2027-3-8T09:20:00Z",
                "2027-02-30T09:20:00Z",
                "2027-03-08 09:20:00Z",
                0,
            ],
        ),
        (f.point_in_time(empty=True), [""], ["now"]),
    ],
)
def test_a_field_takes_what_it_says(
    check: f.Check, good: list[object], bad: list[object]
) -> None:
    for value in good:
        check("it", value)
    for value in bad:
        with pytest.raises(EntryError, match=r"^it "):
            check("it", value)


def test_an_object_has_its_fields_and_no_other() -> None:
    shape = {"a": f.number(1), "b": f.number(1)}
    f.check_fields(shape, {"a": 0, "b": 1})
    with pytest.raises(EntryError, match="b is missing"):
        f.check_fields(shape, {"a": 0})
    with pytest.raises(EntryError, match="c is not a field"):
        f.check_fields(shape, {"a": 0, "b": 1, "c": 1})


def test_a_moment_is_written_in_utc_and_whole_seconds() -> None:
    brussels = timezone(timedelta(hours=1))
    moment = datetime(2027, 3, 8, 10, 20, 5, 999, tzinfo=brussels)
    assert f.time_text(moment) == "2027-03-08T09:20:05Z"
    assert f.time_value("2027-03-08T09:20:05Z") == datetime(
        2027, 3, 8, 9, 20, 5, tzinfo=UTC
    )


def test_a_moment_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        f.time_text(datetime(2027, 3, 8))  # noqa: DTZ001 -- the very thing refused


def test_a_time_written_another_way_is_refused() -> None:
    with pytest.raises(ValueError, match="not written as a time"):
        f.time_value("2027-3-08T09:20:05Z")
