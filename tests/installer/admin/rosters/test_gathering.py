# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is wrong is told at once, and only who is in a class comes in."""

import pytest

from consent.purpose import GUARDIAN_AGE
from installer.admin.rosters.reading import Wish
from tests.fakes.rosters import SORTS, TODAY, bad, changed, files_of, good, whole


def test_all_faults_of_all_files_are_told_together_causes_first() -> None:
    files = changed(files_of("sds-2.1"), "users.csv", ("Bram,Dries", ",Dries"))
    files = changed(files, "demographics.csv", ("2013-11-05", "5 november"))
    files = changed(files, "classes.csv", ("4B", "x" * 41))
    files["enrollments.csv"] += b"c1,p9,student\n"
    assert bad(files) == [
        ("users.csv", 3, "givenName", "csv.empty"),
        ("demographics.csv", 3, "birthDate", "csv.day_ymd"),
        ("classes.csv", 3, "title", "csv.long"),
        ("enrollments.csv", 9, "userSourcedId", "csv.no_student"),
    ]


@pytest.mark.parametrize("sort", SORTS)
def test_nothing_but_names_and_numbers_is_left_of_a_set(sort: str) -> None:
    told = repr(whole(sort))
    for other in ("example.org", "geheim", "0470", "Gent", "Kerkstraat", "female"):
        assert other not in told


def test_who_is_in_no_class_of_ours_stays_out_and_is_counted() -> None:
    files = changed(
        files_of("sds-2.1"),
        "enrollments.csv",
        ("c1,p2,student\n", ""),
        ("c2,t2,teacher\n", ""),
    )
    read = good(files)
    assert [p.sourced_id for p in read.incoming.pupils] == ["p1", "p3", "p4"]
    assert [number for number, _ in read.incoming.teachers] == ["t1"]
    assert [(n.key, n.values) for n in read.notes] == [("set.no_class", {"count": 1})]


def test_the_age_that_days_rest_on_goes_along() -> None:
    assert good(files_of("sds-2.1")).incoming.guardian_age == GUARDIAN_AGE
    older = good(files_of("sds-2.1"), Wish(TODAY, guardian_age=16)).incoming
    assert older.guardian_age == 16
    assert older.pupils[0].decider_from.isoformat() == "2028-08-31"
