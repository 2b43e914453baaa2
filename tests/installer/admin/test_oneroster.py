# SPDX-License-Identifier: GPL-3.0-or-later
"""A small OneRoster set is read whole, or every fault of it is told."""

from datetime import date

import pytest

from consent.store.register.incoming import IncomingSet
from installer.admin.csv_rows import Fault
from installer.admin.oneroster import read_set

TODAY = date(2026, 11, 24)
USERS = (
    "sourcedId,status,role,givenName,familyName,email\n"
    "p1,active,student,Amina,Bakker,a@example.org\n"
    "p2,,student,Bram,Dries,\n"
    "p3,tobedeleted,student,Gone,Away,\n"
    "t1,active,teacher,An,Peeters,\n"
    "x1,active,guardian,Some,Body,\n"
)
CLASSES = "sourcedId,status,title\nc1,active,4B\n"
ENROLLMENTS = (
    "sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate\n"
    "e1,active,c1,p1,student,,\n"
    "e2,active,c1,p2,student,,\n"
    "e2,active,c1,p2,student,,\n"
    "e3,active,c1,t1,teacher,2026-10-01,2026-12-01\n"
    "e4,active,c1,x1,guardian,,\n"
)
BORN = "sourcedId,status,birthDate\np1,active,2012-02-29\n"
SLOTS = (
    "classSourcedId,day,starts,ends,subject,teachers\n"
    "c1,di,8:25,09:15,wiskunde,t1\n"
    "c1,2026-12-24,10:20,11:10,wiskunde,t1;t1\n"
)


def _files(**changed: str) -> dict[str, bytes]:
    files = {
        "users": USERS,
        "classes": CLASSES,
        "enrollments": ENROLLMENTS,
        "demographics": BORN,
        "slots": SLOTS,
    } | changed
    return {f"{name}.csv": text.encode() for name, text in files.items() if text}


def _good(**changed: str) -> IncomingSet:
    read = read_set(_files(**changed), TODAY)
    assert isinstance(read, IncomingSet), [str(fault) for fault in read]
    return read


def _bad(**changed: str) -> list[Fault]:
    read = read_set(_files(**changed), TODAY)
    assert not isinstance(read, IncomingSet)
    return read


def test_a_whole_set_is_read_without_e_mail_or_birth_date() -> None:
    read = _good()
    assert [p.name for p in read.pupils] == ["Amina Bakker", "Bram Dries"]
    assert read.pupils[0].sort == "Bakker Amina"
    assert read.teachers == (("t1", "An Peeters"),)
    (klass,) = read.classes
    assert (klass.name, read.school_year) == ("4B", "2026-2027")
    assert klass.pupils == ("p1", "p2")
    assert klass.teachings[0].since == date(2026, 10, 1)
    assert "example.org" not in repr(read)
    assert "2012" not in repr(read)


def test_a_birthday_becomes_the_day_from_which_the_pupil_decides() -> None:
    known, unknown = _good().pupils
    assert known.decider_from == date(2025, 3, 1)  # born on a leap day
    assert unknown.decider_from == date(2027, 8, 31)  # doubt: a guardian too, all year


def test_young_pupils_get_the_words_for_young_pupils() -> None:
    young = BORN.replace("2012-02-29", "2018-05-05")
    assert [p.band for p in _good(demographics=young).pupils] == ["6-9", "10+"]


def test_roles_of_oneroster_1_2_come_from_their_own_file() -> None:
    users = "sourcedId,givenName,familyName\np1,Amina,B\np2,Bram,D\nt1,An,P\n"
    roles = "userSourcedId,roleType,role\np1,primary,student\np2,primary,student\n"
    roles += "t1,primary,teacher\n"
    assert len(_good(users=users, roles=roles).pupils) == 2


def test_lessons_are_weekly_or_on_a_date_and_absent_slots_leave_the_old_ones() -> None:
    first, second = _good().classes[0].slots or ()
    assert (first.weekday, first.on_date, first.starts) == (1, None, "08:25")
    assert (second.weekday, second.on_date) == (None, date(2026, 12, 24))
    assert _good(slots="").classes[0].slots is None


@pytest.mark.parametrize(
    ("changed", "file", "line", "column", "why"),
    [
        ({"users": ""}, "users.csv", 0, "sourcedId", "ontbreekt"),
        ({"users": USERS + "p1,,student,A,B,\n"}, "users.csv", 7, "sourcedId", "twee"),
        (
            {"users": USERS + f"p9,,student,{'a' * 60},{'b' * 60},\n"},
            "users.csv",
            7,
            "familyName",
            "langer",
        ),
        ({"classes": CLASSES + "c1,,x\n"}, "classes.csv", 3, "sourcedId", "twee"),
        (
            {"classes": CLASSES + f"c2,,{'x' * 90}\n"},
            "classes.csv",
            3,
            "title",
            "langer",
        ),
        (
            {"enrollments": ENROLLMENTS + "e9,,c9,p1,student,,\n"},
            "enrollments.csv",
            7,
            "classSourcedId",
            "geen klas c9",
        ),
        (
            {"enrollments": ENROLLMENTS + "e9,,c1,t1,student,,\n"},
            "enrollments.csv",
            7,
            "userSourcedId",
            "geen student t1",
        ),
        (
            {"demographics": BORN + "p2,,29/02/2012\n"},
            "demographics.csv",
            3,
            "birthDate",
            "geen datum",
        ),
        (
            {"slots": SLOTS + "c9,ma,08:00,09:00,x,t1\n"},
            "slots.csv",
            4,
            "classSourcedId",
            "geen klas",
        ),
        (
            {"slots": SLOTS + "c1,ma,8u00,09:00,x,t1\n"},
            "slots.csv",
            4,
            "starts",
            "geen uur",
        ),
        (
            {"slots": SLOTS + "c1,ma,08:00,24:00,x,t1\n"},
            "slots.csv",
            4,
            "ends",
            "geen uur",
        ),
        (
            {"slots": SLOTS + "c1,ma,09:00,09:00,x,t1\n"},
            "slots.csv",
            4,
            "ends",
            "eindigt voor",
        ),
        (
            {"slots": SLOTS + "c1,ma,08:00,09:00,x,p1\n"},
            "slots.csv",
            4,
            "teachers",
            "geeft geen les",
        ),
        (
            {"slots": SLOTS + "c1,someday,08:00,09:00,x,t1\n"},
            "slots.csv",
            4,
            "day",
            "geen datum",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_read(
    changed: dict[str, str], file: str, line: int, column: str, why: str
) -> None:
    places = [(f.file, f.line, f.column.split(",")[0]) for f in _bad(**changed)]
    assert (file, line, column) in places
    assert any(why in str(fault) for fault in _bad(**changed))
