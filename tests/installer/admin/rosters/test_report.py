# SPDX-License-Identifier: GPL-3.0-or-later
"""A list for a spreadsheet: nothing in it is run, and only its owner reads it."""

import csv
import os
from pathlib import Path

import pytest

from consent.documents.fields import Lang
from consent.store.register.changes import Changes, Kind
from installer.admin.csv_rows import Fault
from installer.admin.rosters.report import change_rows, fault_rows, write_report
from installer.admin.trouble import OfficeError, said


def _cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("lang", list(Lang))
def test_faults_are_written_with_their_place(tmp_path: Path, lang: Lang) -> None:
    faults = [Fault("users.csv", 3, "givenName", said("csv.empty"))]
    write_report(tmp_path / "report.csv", fault_rows(lang, faults))
    heading, row = _cells(tmp_path / "report.csv")
    assert len(heading) == len(set(heading)) == 4
    assert row[:3] == ["users.csv", "3", "givenName"]
    assert row[3]


@pytest.mark.parametrize(
    "name", ["=1+1", "+32", "-x", "@SUM(A1)", "\t=1", "\uff1d1", " =1+1"]
)
def test_S10_no_cell_is_a_formula(tmp_path: Path, name: str) -> None:
    changes = Changes()
    changes.note(Kind.PUPIL_MOVED, name, name, name)
    write_report(tmp_path / "report.csv", change_rows(Lang.NL, changes))
    _, (who, before, after, what) = _cells(tmp_path / "report.csv")
    assert who == before == after == f"'{name}"
    assert what.startswith("> ")


def test_only_its_owner_reads_it_and_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    write_report(path, [["a"]])
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(OfficeError) as caught:
        write_report(path, [["b"]])
    assert caught.value.said.key == "report.there"
    assert _cells(path) == [["a"]]
