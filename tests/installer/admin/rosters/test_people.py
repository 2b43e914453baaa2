# SPDX-License-Identifier: GPL-3.0-or-later
"""Everybody in a set is there once, as a pupil or as somebody else, never as both."""

from datetime import date

import pytest

from tests.fakes.rosters import SORTS, bad, changed, files_of, good, read, whole

HEAP = "\u0300\u0301\u0302\u0303"  # more accents than any letter has


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_of_set_gives_the_same_people(sort: str) -> None:
    read = whole(sort)
    assert [(p.sourced_id, p.name, p.sort) for p in read.pupils] == [
        ("p1", "Amina Bakker", "Bakker Amina"),
        ("p2", "Bram Dries", "Dries Bram"),
        ("p3", "Casper Elst", "Elst Casper"),
        ("p4", "Daphné Faes", "Faes Daphné"),
    ]
    assert read.teachers == (("t1", "An Peeters"), ("t2", "Bo Maes"))


@pytest.mark.parametrize("sort", SORTS)
def test_R19_birth_dates_become_days_of_deciding_and_are_gone(sort: str) -> None:
    read = whole(sort)
    assert [(p.decider_from, p.band) for p in read.pupils] == [
        (date(2026, 9, 1), "10+"),
        (date(2026, 11, 5), "10+"),
        (date(2031, 8, 31), "6-9"),
        (date(2027, 8, 31), "10+"),
    ]
    for born in ("2012", "2013", "2018", "1980"):
        assert born not in repr(read)


def test_people_are_called_as_they_want_where_the_set_says_so() -> None:
    files = changed(
        files_of("oneroster-1.2"), "users.csv", (",,,,s1,\np2", ",Mina,,,s1,\np2")
    )
    assert good(files).incoming.pupils[0].name == "Mina Bakker"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("p2,", "p1,", (3, "sourcedId", "csv.twice")),
        ("Bram,Dries", f"{'a' * 60},{'b' * 60}", (3, "familyName", "csv.long")),
        ("Bram,Dries", "=HYPERLINK(1),Dries", (3, "givenName", "csv.formula")),
        ("Bram,Dries", "Bram,@SUM(A1)", (3, "familyName", "csv.formula")),
        ("Bram,Dries", "Br\u202eam,Dries", (3, "givenName", "csv.odd")),
        ("Bram,Dries", "Br\x00am,Dries", (3, "givenName", "csv.odd")),
        ("Bram,Dries", "Bram\u200b,Dries", (3, "givenName", "csv.odd")),
        ("Bram,Dries", f"Br{HEAP}am,Dries", (3, "givenName", "csv.odd")),
    ],
)
def test_who_cannot_be_read_is_told(
    old: str, new: str, fault: tuple[int, str, str]
) -> None:
    files = changed(files_of("sds-2.1"), "users.csv", (old, new))
    assert ("users.csv", *fault) in bad(files)


def test_nobody_is_a_pupil_and_a_teacher() -> None:
    files = changed(files_of("sds-2.1"), "roles.csv", ("t2,s1,staff", "t2,s1,student"))
    files = changed(files, "roles.csv", ("t1,s1,faculty", "t2,s1,faculty"))
    assert ("users.csv", 7, "sourcedId", "csv.both_roles") in bad(files)


@pytest.mark.parametrize(
    ("born", "why"),
    [
        ("2026-11-25", "csv.not_born"),
        ("29/02/2012", "csv.day_ymd"),
        ("31/02/2012", "csv.no_day"),
        ("2012-02-31", "csv.no_day"),
        ("20120231", "csv.no_day"),
        ("spring", "csv.day_ymd"),
        ("1/2/12", "csv.day_ymd"),
    ],
)
def test_a_birth_date_that_is_none_is_told(born: str, why: str) -> None:
    files = changed(files_of("sds-2.1"), "demographics.csv", ("2012-02-29", born))
    assert bad(files) == [("demographics.csv", 2, "birthDate", why)]


def test_a_name_with_accents_is_the_same_however_it_is_written() -> None:
    files = changed(files_of("sds-2.1"), "users.csv", ("Daphné", "Daphne\u0301"))
    assert good(files).incoming.pupils[3].name == "Daphné Faes"


def test_who_is_there_twice_is_told_where_the_first_is() -> None:
    files = changed(files_of("sds-2.1"), "users.csv", ("p3,", "p1,"))
    found = read(files)
    assert isinstance(found, list)
    (fault,) = [one for one in found if one.why.key == "csv.twice"]
    assert (fault.line, dict(fault.why.values)) == (
        4,
        {"line": 2, "file": "users.csv"},
    )


def test_a_sign_alone_is_a_name_of_who_has_one() -> None:
    files = changed(files_of("sds-2.1"), "users.csv", ("Bram,Dries", "Bram,-"))
    assert "Bram -" in [one.name for one in good(files).incoming.pupils]
