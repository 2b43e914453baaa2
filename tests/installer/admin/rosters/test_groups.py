# SPDX-License-Identifier: GPL-3.0-or-later
"""Only classes of one school and of one year come in, and the rest is told."""

from datetime import date

import pytest

from installer.admin.rosters.reading import Wish
from tests.fakes.rosters import TODAY, Files, bad, changed, files_of, good


def _two_schools() -> Files:
    files = changed(
        files_of("oneroster-1.1"), "orgs.csv", ("s1,", "s2,,,De Beuk,school,,\ns1,")
    )
    return changed(files, "classes.csv", ("4B,homeroom,,s1", "4B,homeroom,,s2"))


def test_a_set_of_two_schools_asks_which_one_is_ours() -> None:
    assert bad(_two_schools()) == [("classes.csv", 0, "-", "set.schools")]


@pytest.mark.parametrize("org", ["s1", "De Linde"])
def test_one_school_of_a_group_is_read_and_the_rest_left(org: str) -> None:
    read = good(_two_schools(), Wish(TODAY, org=org))
    assert [klass.name for klass in read.incoming.classes] == ["3A"]
    assert [pupil.sourced_id for pupil in read.incoming.pupils] == ["p1", "p2"]
    assert [note.key for note in read.notes] == ["set.other_schools", "set.no_class"]


def test_a_school_that_is_not_in_the_set_is_told() -> None:
    found = bad(_two_schools(), Wish(TODAY, org="s9"))
    assert found == [("classes.csv", 0, "-", "set.no_school")]


def _two_years() -> Files:
    files = changed(
        files_of("oneroster-1.1"),
        "academicsessions.csv",
        (
            "y26,",
            "y27,,,2027-2028,schoolYear,2027-08-23,2028-06-30,,2028\ny26,",
        ),
    )
    return changed(
        files, "classes.csv", (",4B,homeroom,,s1,y26", ",4B,homeroom,,s1,y27")
    )


def test_a_year_that_begins_in_august_is_the_one_it_mostly_lies_in() -> None:
    assert good(files_of("oneroster-1.1")).incoming.school_year == "2026-2027"


@pytest.mark.parametrize(
    ("today", "year", "told", "name"),
    [
        (TODAY, "", "2026-2027", "3A"),
        (date(2027, 8, 25), "", "2026-2027", "3A"),
        (date(2027, 8, 25), "2027-2028", "2027-2028", "4B"),
        (date(2027, 9, 2), "", "2027-2028", "4B"),
    ],
)
def test_a_set_of_two_years_is_read_for_one_of_them(
    today: date, year: str, told: str, name: str
) -> None:
    read = good(_two_years(), Wish(today, year=year))
    assert read.incoming.school_year == told
    assert [klass.name for klass in read.incoming.classes] == [name]
    assert "set.other_years" in [note.key for note in read.notes]


@pytest.mark.parametrize(
    ("today", "why"),
    [
        (date(2027, 9, 1), "set.old_year"),
        (date(2026, 6, 30), "set.far_year"),
    ],
)
def test_a_set_of_a_year_that_is_over_or_far_away_is_refused(
    today: date, why: str
) -> None:
    found = bad(files_of("oneroster-1.1"), Wish(today))
    assert found == [("classes.csv", 0, "-", why)]


def test_a_set_of_the_coming_year_can_be_read_from_july() -> None:
    read = good(files_of("oneroster-1.1"), Wish(date(2026, 7, 1)))
    assert read.incoming.school_year == "2026-2027"


def test_a_set_that_names_no_year_is_of_this_one() -> None:
    files = changed(files_of("sds-2.1"), "classes.csv", ("y26", ""))
    assert good(files).incoming.school_year == "2026-2027"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("c2,", "c1,", (3, "sourcedId", "csv.twice")),
        ("4B", "x" * 41, (3, "title", "csv.long")),
        ("4B", "", (3, "title", "csv.empty")),
    ],
)
def test_a_class_that_cannot_be_read_is_told(
    old: str, new: str, fault: tuple[int, str, str]
) -> None:
    files = changed(files_of("sds-2.1"), "classes.csv", (old, new))
    assert ("classes.csv", *fault) in bad(files)
