# SPDX-License-Identifier: GPL-3.0-or-later
"""Thirty days after a school year its pupils and classes are gone, and no sooner."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from consent.store.register.choices import opt_out
from consent.store.register.closed import Deed
from consent.store.register.engine import sqlite_url
from consent.store.register.intake import take_in
from consent.store.register.models import (
    Act,
    ClassGroup,
    Device,
    Membership,
    OptOut,
    Pupil,
    School,
    Slot,
    SlotTeacher,
    Table,
    Teacher,
    Teaches,
    Token,
)
from consent.store.register.people import find_class, find_pupil, pupils_of
from consent.store.register.register import Desk, Register, add_school, note_act
from consent.store.register.retention import Forgotten, forget, is_over
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import pupil, roster

LAST, OVER = date(2027, 9, 30), date(2027, 10, 1)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)


def _fill(desk: Desk) -> None:
    take_in(desk, SCHOOL, roster(1, 2))
    found, klass = find_pupil(desk, SCHOOL, "p1"), find_class(desk, SCHOOL, "4B")
    assert found is not None
    assert klass is not None
    opt_out(desk, found.id, klass.id, "view", "An", _at(LAST))
    desk.add(
        Token(
            id="c" * 32,
            school=SCHOOL,
            secret_sha256="0" * 64,
            uses_left=0,
            not_after=_at(date(2026, 9, 1)),
        )
    )
    desk.flush()
    desk.add(
        Device(
            id="1" * 32,
            fingerprint="1" * 64,
            school=SCHOOL,
            certificate=b"der",
            label="laptop-1",
            token="c" * 32,
            enrolled_at=_at(LAST),
            pupil=found.id,
        )
    )
    desk.flush()


def _count(desk: Desk, table: type[Table]) -> int:
    return desk.scalar(select(func.count()).select_from(table)) or 0


def test_R35_a_year_is_kept_until_thirty_days_after_it(register: Register) -> None:
    assert not is_over("2026-2027", LAST)
    assert is_over("2026-2027", OVER)
    with register.begin() as desk:
        _fill(desk)
        assert not forget(desk, SCHOOL, _at(LAST), LAST)
        assert _count(desk, Pupil) == 2


def test_R35_then_everything_of_its_pupils_goes_and_the_laptop_stays(
    register: Register,
) -> None:
    with register.begin() as desk:
        _fill(desk)
    with register.begin() as desk:
        gone = forget(desk, SCHOOL, _at(OVER), OVER)
        assert gone == Forgotten(pupils=2, classes=1, teachers=1)
    with register.begin() as desk:
        for table in (
            Pupil,
            ClassGroup,
            Membership,
            OptOut,
            Slot,
            SlotTeacher,
            Teaches,
            Teacher,
            Token,
        ):
            assert _count(desk, table) == 0, table
        laptop = desk.get_one(Device, "1" * 32)
        assert (laptop.pupil, laptop.token) == (None, None)


def test_the_new_year_its_teachers_and_another_school_stay(register: Register) -> None:
    other = "b" * 32
    with register.begin() as desk:
        add_school(desk, School(id=other, name="Other", kind="school", timezone="UTC"))
        desk.flush()
        take_in(desk, other, roster(1))
        _fill(desk)
        take_in(desk, SCHOOL, replace(roster(1), school_year="2027-2028"))
        gone = forget(desk, SCHOOL, _at(OVER), OVER)
        assert gone == Forgotten(pupils=2, classes=1, teachers=0)
        klass = find_class(desk, SCHOOL, "4B")
        assert klass is not None
        assert [p.school_year for p in pupils_of(desk, klass.id)] == ["2027-2028"]
        assert find_pupil(desk, other, "p1") is not None


def test_acts_are_kept_three_years(register: Register) -> None:
    now = _at(OVER)
    with register.begin() as desk:
        for days in (3 * 366 + 1, 3 * 366 - 1):
            note_act(desk, SCHOOL, "An", Deed.PUBLISH, now - timedelta(days=days))
    with register.begin() as desk:
        forget(desk, SCHOOL, now, OVER)
        assert _count(desk, Act) == 1


@pytest.mark.parametrize("name", ["Quirine Zonderling-Uniek"])
def test_R35_no_byte_of_a_forgotten_name_is_left_in_the_file(
    tmp_path: Path, name: str
) -> None:
    register = Register(sqlite_url(tmp_path / "register.db"))
    with register.begin() as desk:
        add_school(desk, School(id=SCHOOL, name="S", kind="school", timezone="UTC"))
        desk.flush()
        take_in(desk, SCHOOL, replace(roster(1), pupils=(pupil(1, name),)))
    assert _found(tmp_path, name)
    with register.begin() as desk:
        forget(desk, SCHOOL, _at(OVER), OVER)
    register.close()
    assert not _found(tmp_path, name)


def _found(folder: Path, name: str) -> list[str]:
    wanted = name.encode()
    return [file.name for file in folder.iterdir() if wanted in file.read_bytes()]
