# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits where and who teaches is read; a seat for nobody is told by its place."""

from datetime import date

import pytest

from installer.admin.rosters import seats
from tests.fakes.rosters import SORTS, bad, changed, files_of, good, whole


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_of_set_gives_the_same_classes(sort: str) -> None:
    read = whole(sort)
    assert [(k.sourced_id, k.name, k.pupils) for k in read.classes] == [
        ("c1", "3A", ("p1", "p2")),
        ("c2", "4B", ("p3", "p4")),
    ]
    assert [sorted(t.teacher for t in k.teachings) for k in read.classes] == [
        ["t1"],
        ["t1", "t2"],
    ]


@pytest.mark.parametrize("sort", ["oneroster-1.1", "oneroster-1.2", "vlaams"])
def test_who_teaches_for_a_while_teaches_for_that_while(sort: str) -> None:
    first, second = whole(sort).classes
    (an,) = first.teachings
    assert (an.since, an.until) == (date(2026, 9, 1), date(2027, 6, 30))
    days = {t.teacher: (t.since, t.until) for t in second.teachings}
    assert days["t1"] == (date(2026, 10, 1), date(2026, 12, 1))
    assert days["t2"] == (date(2026, 9, 1), date(2027, 8, 31))


def test_a_seat_twice_is_one_seat() -> None:
    files = files_of("sds-2.1")
    files["enrollments.csv"] += b"c1,p1,student\nc1,t1,teacher\n"
    assert good(files).incoming == good(files_of("sds-2.1")).incoming


def test_other_roles_in_a_class_give_no_power() -> None:
    files = changed(
        files_of("sds-2.1"), "enrollments.csv", ("c2,t2,teacher", "c2,t2,itAdmin")
    )
    read = good(files).incoming
    assert [t.teacher for t in read.classes[1].teachings] == ["t1"]
    assert read.teachers == (("t1", "An Peeters"),)


@pytest.mark.parametrize(
    ("row", "column", "why"),
    [
        ("c9,p1,student", "classSourcedId", "csv.no_class"),
        ("c1,p9,student", "userSourcedId", "csv.no_student"),
        ("c1,t1,student", "userSourcedId", "csv.no_student"),
        ("c1,p1,teacher", "userSourcedId", "csv.no_teacher"),
        ("c1,,student", "userSourcedId", "csv.empty"),
    ],
)
def test_a_seat_for_nobody_is_told(row: str, column: str, why: str) -> None:
    files = files_of("sds-2.1")
    files["enrollments.csv"] += f"{row}\n".encode()
    assert bad(files) == [("enrollments.csv", 9, column, why)]


def test_days_in_the_wrong_order_are_told() -> None:
    files = changed(
        files_of("oneroster-1.1"),
        "enrollments.csv",
        ("2026-10-01,2026-12-02", "2026-12-01,2026-10-01"),
    )
    assert bad(files) == [("enrollments.csv", 8, "endDate", "csv.ends_first")]


@pytest.mark.parametrize(
    ("end", "first"),
    [
        ("2026-11-23", ()),
        ("2026-11-24", ()),
        ("2026-11-25", ("p1",)),
        ("", ("p1",)),
    ],
)
def test_who_left_a_class_is_not_in_it_though_the_row_is_kept(
    end: str, first: tuple[str, ...]
) -> None:
    files = changed(
        files_of("oneroster-1.1"),
        "enrollments.csv",
        ("c1,s1,p1,student,,,", f"c1,s1,p1,student,,,{end}"),
        ("c1,s1,p2,student,,,", "c2,s1,p1,student,,2026-11-24,"),
    )
    read = good(files).incoming
    assert read.classes[0].pupils == first
    assert read.classes[1].pupils == ("p1", "p3", "p4")


def test_a_pupil_with_an_end_that_is_no_day_is_told() -> None:
    files = changed(
        files_of("oneroster-1.1"),
        "enrollments.csv",
        ("c1,s1,p1,student,,,", "c1,s1,p1,student,,,June"),
    )
    assert bad(files) == [("enrollments.csv", 2, "endDate", "csv.day_ymd")]


SPANS = {
    "over": "2026-09-01,2026-10-01",
    "now": "2026-11-20,2026-12-02",
    "later": "2027-02-01,2027-03-01",
    "never": "2026-11-01,2026-11-01",
    "last year": ",2026-06-30",
    "no year": ",0001-01-01",
}
NOW_DAYS = (date(2026, 11, 20), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        (("over", "now", "later"), NOW_DAYS),
        (("later", "now", "over"), NOW_DAYS),
        (("later", "over"), (date(2027, 2, 1), date(2027, 2, 28))),
        (("over",), (date(2026, 9, 1), date(2026, 9, 30))),
        (("never", "last year", "no year"), None),
        (("never", "now"), NOW_DAYS),
    ],
)
def test_R17_of_several_times_in_a_class_a_teacher_has_the_one_that_counts(
    spans: tuple[str, ...], days: tuple[date, date] | None
) -> None:
    files = files_of("oneroster-1.1")
    kept = files["enrollments.csv"].replace(b"e7,,,c2", b"e7,tobedeleted,,c2")
    rows = [f"x{n},,,c2,s1,t1,teacher,,{SPANS[one]}\n" for n, one in enumerate(spans)]
    files["enrollments.csv"] = kept + "".join(rows).encode()
    teachings = good(files).incoming.classes[1].teachings
    found = [(t.since, t.until) for t in teachings if t.teacher == "t1"]
    assert found == ([days] if days else [])


def test_a_class_too_large_for_any_paper_is_told_at_once() -> None:
    files = files_of("sds-2.1")
    for number in range(seats.MOST_PUPILS):
        files["users.csv"] += f"q{number},,G,F,,,,,\n".encode()
        files["roles.csv"] += f"q{number},s1,student,,,,,\n".encode()
        files["enrollments.csv"] += f"c1,q{number},student\n".encode()
    assert bad(files) == [("classes.csv", 2, "title", "csv.many_pupils")]
    files = files_of("sds-2.1")
    for number in range(seats.MOST_TEACHERS):
        files["users.csv"] += f"q{number},,G,F,,,,,\n".encode()
        files["enrollments.csv"] += f"c1,q{number},teacher\n".encode()
    assert bad(files) == [("classes.csv", 2, "title", "csv.many_teachers")]
