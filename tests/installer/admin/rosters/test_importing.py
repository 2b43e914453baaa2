# SPDX-License-Identifier: GPL-3.0-or-later
"""What was shown is what is done; birth dates are nowhere afterwards."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consent.store.register import people
from consent.store.register.changes import Kind
from consent.store.register.closed import Deed
from consent.store.register.intake import take_in
from consent.store.register.models import Act
from installer.admin.office import Office
from installer.admin.publish import publish
from installer.admin.rosters.importing import carry_out, plan
from installer.admin.trouble import OfficeError
from tests.fakes.large_school import enrol_all
from tests.fakes.office import NOW, new_office, sign_charter
from tests.fakes.rosters import SORTS, TODAY, changed, files_of, good, whole

BORN = (date(2012, 2, 29), date(2018, 5, 5), date(1980, 1, 1))
SEEN = "2013-11-05"  # comes of age this very year: 5 November 2026 must be known


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office with an empty register."""
    office = new_office(tmp_path)
    yield office
    office.register.close()


def test_a_look_keeps_nothing_and_tells_the_same_twice(office: Office) -> None:
    first, again = (plan(office, whole("sds-2.1"), NOW, TODAY) for _ in range(2))
    assert sorted(first.changes.found) == sorted(again.changes.found) != []
    with office.register.read() as desk:
        assert people.classes(desk, office.school) == []


def test_what_was_shown_is_done_and_written_down(office: Office) -> None:
    read = whole("oneroster-1.1")
    carry_out(office, read, NOW, TODAY, plan(office, read, NOW, TODAY))
    with office.register.read() as desk:
        assert people.count_seated(desk, office.school, "2026-2027") == 4
        deeds = [act.deed for act in desk.query(Act)]
        assert deeds[-1] == Deed.CLASS_IMPORT
    assert plan(office, read, NOW, TODAY).changes.found == []


def test_a_register_that_changed_meanwhile_is_shown_anew(office: Office) -> None:
    read = whole("sds-2.1")
    shown = plan(office, read, NOW, TODAY)
    with office.register.begin() as desk:
        take_in(desk, office.school, replace(read, classes=read.classes[:1]))
    with pytest.raises(OfficeError) as caught:
        carry_out(office, read, NOW, TODAY, shown)
    assert caught.value.said.key == "import.overtaken"
    with office.register.read() as desk:
        assert len(people.classes(desk, office.school)) == 1


def test_a_set_from_which_many_are_missing_is_noticed(office: Office) -> None:
    read = whole("sds-2.1")
    carry_out(office, read, NOW, TODAY, plan(office, read, NOW, TODAY))
    less = changed(files_of("sds-2.1"), "enrollments.csv", ("c1,p2,student\n", ""))
    one_gone = plan(office, good(less).incoming, NOW, TODAY)
    assert (one_gone.leaving, one_gone.pupils, one_gone.loses_many) == (1, 4, False)
    less = changed(less, "enrollments.csv", ("c1,p1,student\n", ""))
    two_gone = plan(office, good(less).incoming, NOW, TODAY)
    assert (two_gone.leaving, two_gone.loses_many) == (2, True)
    assert len(two_gone.changes.of(Kind.CLASS_GONE)) == 1


def test_R35_what_is_past_its_time_goes_with_an_import(office: Office) -> None:
    read = whole("sds-2.1")
    carry_out(office, read, NOW, TODAY, plan(office, read, NOW, TODAY))
    later = NOW.replace(year=2027, month=10, day=2)
    new = replace(read, school_year="2027-2028")
    shown = plan(office, new, later, later.date())
    assert (shown.forgotten.pupils, shown.forgotten.classes) == (4, 2)
    carry_out(office, new, later, later.date(), shown)
    with office.register.read() as desk:
        years = {klass.school_year for klass in people.classes(desk, office.school)}
        assert years == {"2027-2028"}


@pytest.mark.parametrize("sort", SORTS)
def test_R19_no_birth_date_is_left_in_any_file_or_byte(
    tmp_path: Path, office: Office, sort: str
) -> None:
    sign_charter(office, tmp_path)
    read = whole(sort)
    carry_out(office, read, NOW, TODAY, plan(office, read, NOW, TODAY))
    enrol_all(office, NOW)
    publish(office, NOW, lambda *_: None)
    found = _everything(tmp_path, office)
    assert found
    for born in (*BORN, date.fromisoformat(SEEN)):
        for written in _ways_to_write(born):
            held = [name for name, data in found.items() if written in data]
            assert held == [], (born, written)


def _everything(folder: Path, office: Office) -> dict[str, bytes]:
    """Read every byte of the office, and every value of its register."""
    files = {str(p): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    with sqlite3.connect(office.places.home / "register.db") as database:
        files["a dump"] = "\n".join(database.iterdump()).encode()
    database.close()
    return files


def _ways_to_write(day: date) -> list[bytes]:
    number = (day - date(1970, 1, 1)).days
    return [
        day.isoformat().encode(),
        day.strftime("%Y%m%d").encode(),
        day.strftime("%d/%m/%Y").encode(),
        day.strftime("%m/%d/%Y").encode(),
        day.strftime("%y%m%d").encode() + b"-",
        str(number).encode().rjust(9, b"'"),
        number.to_bytes(8, "big"),
        (number * 86_400).to_bytes(8, "big"),
    ]
