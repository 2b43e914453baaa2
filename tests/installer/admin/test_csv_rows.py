# SPDX-License-Identifier: GPL-3.0-or-later
"""Every row knows its place; what cannot be used is told once, with that place."""

import pytest

from consent.documents.fields import Lang
from installer.admin.csv_rows import Fault, Layout, delimiter_of, read_sheet
from installer.admin.saying import text
from installer.admin.trouble import said

NEEDED = ("id", "name")


def places(data: bytes) -> list[tuple[int, str, str]]:
    found = read_sheet("x.csv", data, NEEDED).faults
    return [(one.line, one.column, one.why.key) for one in found]


def test_rows_come_with_their_line() -> None:
    sheet = read_sheet(
        "x.csv", "\ufeffid,name\n1,Zo\u00e9\n\n2, Bo \n".encode(), NEEDED
    )
    rows = [(row.line, row.get("id"), row.get("name")) for row in sheet.rows]
    assert rows == [(2, "1", "Zoé"), (4, "2", "Bo")]
    assert sheet.is_whole
    assert sheet.rows[0].get("nothing") == ""


def test_a_semicolon_splits_as_well() -> None:
    sheet = read_sheet("x.csv", b'id;name\n1;"a;b,c"\n', NEEDED)
    assert [row.get("name") for row in sheet.rows] == ["a;b,c"]
    assert delimiter_of("a,b;c,d\n;;;;;") == ","
    assert delimiter_of("") == ","


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"id\n1\n", (1, "name", "csv.no_column")),
        (b"", (1, "id, name", "csv.no_column")),
        ("id,name\n1,Zo\u00e9\n".encode("latin-1"), (2, "-", "csv.not_utf8")),
        (b'id,name\n1,"x\n', (2, "-", "csv.broken")),
        (b"id,name,ID\n1,x,2\n", (1, "id", "csv.column_twice")),
        ("id,name\n".encode("utf-16"), (1, "-", "csv.utf16")),
    ],
)
def test_a_file_that_cannot_be_read_is_told_once_and_is_not_whole(
    data: bytes, place: tuple[int, str, str]
) -> None:
    assert places(data) == [place]
    assert not read_sheet("x.csv", data, NEEDED).is_whole


@pytest.mark.parametrize(
    ("line", "place"),
    [
        (b"1", (2, "-", "csv.size")),
        (b"1,", (2, "name", "csv.empty")),
        (b"1," + b"x" * 256, (2, "name", "csv.long")),
        ("1,a\u202eb".encode(), (2, "name", "csv.odd")),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_is_in_doubt(
    line: bytes, place: tuple[int, str, str]
) -> None:
    data = b"id,name\n" + line + b"\n2,Bo\n"
    sheet = read_sheet("x.csv", data, NEEDED)
    assert places(data) == [place]
    assert [row.get("id") for row in sheet.rows] == ["2"]
    assert [row.get("id") for row in sheet.doubtful] == ["1"]
    assert sheet.is_whole


def test_columns_that_nobody_asked_for_are_never_looked_at() -> None:
    data = "id,name,note\n1,Bo,a\u202eb\n2,Al,\n".encode()
    assert places(data) == [(2, "note", "csv.odd")]
    sheet = read_sheet("x.csv", data, NEEDED, Layout(also=("mail",)))
    assert sheet.faults == []
    assert sheet.columns == {"id", "name"}
    assert [dict(row.cells) for row in sheet.rows] == [
        {"id": "1", "name": "Bo"},
        {"id": "2", "name": "Al"},
    ]


def test_a_column_may_be_called_something_else_in_small_letters_or_large() -> None:
    layout = Layout(also=(), names={"name": "Naam"}, delimiter="\t")
    sheet = read_sheet("x.csv", b"ID\tNAAM\n1\tBo\n2\t\n", NEEDED, layout)
    assert [row.get("name") for row in sheet.rows] == ["Bo"]
    assert [(one.line, one.column) for one in sheet.faults] == [(3, "Naam")]


@pytest.mark.parametrize(
    ("rows", "faults"),
    [(b"1,\n" * 1_500, 1_002), (b"1,a\n" * 300_001 + b"2,\n", 1)],
)
def test_who_has_very_many_faults_or_rows_has_one_cause(
    rows: bytes, faults: int
) -> None:
    sheet = read_sheet("x.csv", b"id,name\n" + rows, NEEDED)
    assert len(sheet.faults) == faults
    assert sheet.faults[-1].why.key == "csv.too_much"
    assert not sheet.is_whole


def test_a_fault_is_one_line_for_a_person() -> None:
    why = said("csv.empty")
    told = [
        text(Lang.NL, Fault("x.csv", line, column, why).said)
        for line, column in ((0, "-"), (3, "-"), (3, "name"))
    ]
    assert told == [
        "x.csv: is leeg.",
        "x.csv, regel 3: is leeg.",
        "x.csv, regel 3, kolom name: is leeg.",
    ]
