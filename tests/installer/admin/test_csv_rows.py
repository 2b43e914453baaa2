# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bad row is told with file, line, column and reason; good rows go on."""

import pytest

from installer.admin.csv_rows import Fault, Row, read_rows


def _read(data: bytes) -> tuple[list[Row], list[Fault]]:
    faults: list[Fault] = []
    return list(read_rows("users.csv", data, ("id", "name"), faults)), faults


def test_a_good_file_gives_its_rows_with_line_numbers() -> None:
    rows, faults = _read(b"\xef\xbb\xbfid,name,more\n1, An ,x\n\n2,Bo,\n")
    assert faults == []
    assert [(row.line, row.get("name"), row.get("more")) for row in rows] == [
        (2, "An", "x"),
        (4, "Bo", ""),
    ]
    assert rows[0].get("no such column") == ""


@pytest.mark.parametrize(
    ("data", "line", "column", "why"),
    [
        (b"", 1, "id, name", "ontbreekt"),
        (b"id\n1\n", 1, "name", "ontbreekt"),
        (b"id,name\n1\n", 2, "-", "1 velden, de kop heeft er 2"),
        (b"id,name\n1,\n", 2, "name", "is leeg"),
        (b'id,name\n1,"An\n', 2, "-", "geen geldige CSV"),
        (b"id,name\n1,An\n2,\xff\n", 3, "-", "geen UTF-8"),
        (b"id,name\n1,A\x00n\n", 2, "name", "onzichtbaar"),
        ("id,name\n1,A\u202en\n".encode(), 2, "name", "onzichtbaar"),
        (b"id,name\n1," + b"a" * 201 + b"\n", 2, "name", "langer dan 200"),
    ],
)
def test_a_bad_row_is_told_by_its_place(
    data: bytes, line: int, column: str, why: str
) -> None:
    _, faults = _read(data)
    assert [(fault.line, fault.column) for fault in faults] == [(line, column)]
    assert why in faults[0].why
    assert str(faults[0]).startswith(f"users.csv, regel {line}, kolom {column}: ")
