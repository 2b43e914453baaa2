# SPDX-License-Identifier: GPL-3.0-or-later
"""Two admins, each in a process of their own, write at once and lose nothing."""

import subprocess
import sys

from sqlalchemy import func, select

from consent.store.register.intake import take_in
from consent.store.register.models import Act, OptOut, Pupil, Serial
from consent.store.register.people import find_class, pupils_of
from consent.store.register.register import Register
from tests.architecture.house import ROOT
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import roster
from tests.consent.store.register.second_admin import PUPILS, TIMES


def both(url: str, *works: str) -> None:
    """Have two processes do their work at the same time."""
    started = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.consent.store.register.second_admin",
                *(url, work, name),
            ],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for work, name in zip(works, ("one", "two"), strict=True)
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in started:
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said


def test_objections_of_two_admins_are_all_kept_and_no_serial_is_given_twice(
    register: Register, school_url: str
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(*range(PUPILS)))
    both(school_url, "objections", "objections")
    with register.read() as desk:
        assert desk.scalar(select(func.count()).select_from(OptOut)) == 2 * TIMES
        serials = [int(act.about) for act in desk.scalars(select(Act))]
        assert sorted(serials) == list(range(1, 2 * TIMES + 1))
        assert desk.scalars(select(Serial.serial)).all() == [2 * TIMES]
        by = desk.scalars(select(OptOut.entered_by)).all()
        assert (by.count("one"), by.count("two")) == (TIMES, TIMES)


def test_two_imports_at_once_make_one_class(
    register: Register, school_url: str
) -> None:
    both(school_url, "import", "import")
    with register.read() as desk:
        klass = find_class(desk, SCHOOL, "4B")
        assert klass is not None
        assert len(pupils_of(desk, klass.id)) == PUPILS
        assert desk.scalar(select(func.count()).select_from(Pupil)) == PUPILS
        assert desk.scalar(select(func.count()).select_from(Act)) == 2


def test_an_import_beside_objections_loses_neither(
    register: Register, school_url: str
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(*range(TIMES)))
    both(school_url, "objections", "import")
    with register.read() as desk:
        klass = find_class(desk, SCHOOL, "4B")
        assert klass is not None
        assert len(pupils_of(desk, klass.id)) == PUPILS
        assert desk.scalar(select(func.count()).select_from(OptOut)) == TIMES


def test_who_only_reads_waits_for_nobody_and_sees_one_moment(
    register: Register, school_url: str
) -> None:
    other = Register(school_url, SCHOOL, wait_s=0.1)
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        desk.flush()
        with other.read() as reader:
            assert find_class(reader, SCHOOL, "4B") is None
    with other.read() as reader:
        assert find_class(reader, SCHOOL, "4B") is not None
        with register.begin() as desk:
            take_in(desk, SCHOOL, roster(1, name="4C"))
        reader.expire_all()
        assert find_class(reader, SCHOOL, "4C") is None
    other.close()
