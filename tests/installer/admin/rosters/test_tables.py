# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets of every sort come to the same tables; unknown and missing files are told."""

from pathlib import Path

import pytest

from installer.admin.csv_rows import Fault
from installer.admin.rosters.tables import MUST, TABLES, place_of, read_tables
from installer.admin.trouble import said
from tests.fakes.rosters import bad, changed, files_of, good

ROOT = Path(__file__).parents[4]


@pytest.mark.parametrize("name", ["users.csv", "classes.csv", "enrollments.csv"])
def test_a_missing_file_is_told_once_and_nobody_is_blamed_for_it(name: str) -> None:
    files = files_of("sds-2.1")
    del files[name]
    assert bad(files) == [(name, 0, "-", "csv.no_file")]


def test_a_file_that_nobody_knows_is_told_first() -> None:
    files = files_of("sds-2.1") | {"user.csv": b"x"}
    assert bad(files) == [("user.csv", 0, "-", "csv.unknown")]


def test_columns_of_school_data_sync_are_told_by_their_own_names() -> None:
    files = changed(files_of("sds-2.1"), "demographics.csv", ("p1,female", ",female"))
    assert bad(files) == [("demographics.csv", 2, "userSourcedId", "csv.empty")]


def test_what_is_marked_as_gone_is_gone() -> None:
    files = changed(
        files_of("oneroster-1.1"),
        "enrollments.csv",
        ("e2,,,c1,s1,p2", "e2,tobedeleted,2026-10-01T00:00:00Z,c1,s1,p2"),
    )
    read = good(files).incoming
    assert [k.pupils for k in read.classes] == [("p1",), ("p3", "p4")]


def test_a_row_that_names_one_in_doubt_is_not_blamed() -> None:
    files = changed(files_of("sds-2.1"), "users.csv", ("Amina,Bakker", ",Bakker"))
    assert bad(files) == [("users.csv", 2, "givenName", "csv.empty")]


def test_a_file_that_cannot_be_read_at_all_is_the_one_fault() -> None:
    files = files_of("sds-2.1")
    files["users.csv"] = files["users.csv"].decode().encode("utf-16")
    assert bad(files) == [("users.csv", 1, "-", "csv.utf16")]


def test_a_cause_stands_before_what_leans_on_it() -> None:
    why = said("csv.empty")
    faults = [
        Fault("enrollments.csv", 2, "role", why),
        Fault("users.csv", 9, "givenName", why),
        Fault("users.csv", 3, "givenName", why),
        Fault("mine.csv", 7, "x", why),
    ]
    assert [(f.file, f.line) for f in sorted(faults, key=place_of)] == [
        ("mine.csv", 7),
        ("users.csv", 3),
        ("users.csv", 9),
        ("enrollments.csv", 2),
    ]


def test_nothing_else_of_a_person_is_ever_read() -> None:
    tables = read_tables(files_of("oneroster-1.1"))
    kept = {name for row in tables.rows("users.csv") for name in row.cells}
    assert kept == {"sourcedId", "givenName", "familyName", "status", "role"}
    columns = {c for table in TABLES.values() for c in (*table.needed, *table.also)}
    assert not columns & {"email", "phone", "sms", "sex", "password", "username"}
    assert "geheim" not in repr(tables)
    assert "example.org" not in repr(tables)


def test_the_page_names_every_column_that_is_read_and_what_must_be_there() -> None:
    page = (ROOT / "docs/spec/rosters.md").read_text("utf-8")
    rows = page.partition("| file | columns |")[2].partition("\n\n")[0].splitlines()[2:]
    told = {}
    for row in rows:
        name, columns = [cell.strip() for cell in row.split("|")[1:3]]
        told[name.split(",")[0].lower()] = columns.split(", ")
    assert told.keys() == TABLES.keys()
    for name, table in TABLES.items():
        also = set(table.also) - {"status"}
        bold = [f"**{column}**" for column in table.needed]
        assert sorted(told[name]) == sorted([*bold, *also]), name
        assert (f"| {name}, must be there |" in page.lower()) is (name in MUST), name
