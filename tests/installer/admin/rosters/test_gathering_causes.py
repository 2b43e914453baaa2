# SPDX-License-Identifier: GPL-3.0-or-later
"""The least set there can be: what is wrong is told once, and not what leans on it."""

from datetime import date

import pytest

from consent.store.register.incoming import IncomingSet
from installer.admin.csv_rows import Fault
from installer.admin.rosters.reading import Read
from tests.fakes.rosters import read as read_set

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
    read = read_set(_files(**changed))
    assert isinstance(read, Read), [str(fault) for fault in read]
    return read.incoming


def _bad(**changed: str) -> list[Fault]:
    read = read_set(_files(**changed))
    assert not isinstance(read, Read)
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
        ({"users": ""}, "users.csv", 0, "-", "csv.no_file"),
        (
            {"users": USERS + "p1,,student,A,B,\n"},
            "users.csv",
            7,
            "sourcedId",
            "csv.twice",
        ),
        (
            {"users": USERS + f"p9,,student,{'a' * 60},{'b' * 60},\n"},
            "users.csv",
            7,
            "familyName",
            "csv.long",
        ),
        ({"classes": CLASSES + "c1,,x\n"}, "classes.csv", 3, "sourcedId", "csv.twice"),
        (
            {"classes": CLASSES + f"c2,,{'x' * 90}\n"},
            "classes.csv",
            3,
            "title",
            "csv.long",
        ),
        (
            {"enrollments": ENROLLMENTS + "e9,,c9,p1,student,,\n"},
            "enrollments.csv",
            7,
            "classSourcedId",
            "csv.no_class",
        ),
        (
            {"enrollments": ENROLLMENTS + "e9,,c1,t1,student,,\n"},
            "enrollments.csv",
            7,
            "userSourcedId",
            "csv.no_student",
        ),
        (
            {"demographics": BORN + "p2,,29/02/2012\n"},
            "demographics.csv",
            3,
            "birthDate",
            "csv.day_ymd",
        ),
        (
            {"slots": SLOTS + "c9,ma,08:00,09:00,x,t1\n"},
            "slots.csv",
            4,
            "classSourcedId",
            "csv.no_class",
        ),
        (
            {"slots": SLOTS + "c1,ma,8u00,09:00,x,t1\n"},
            "slots.csv",
            4,
            "starts",
            "csv.clock",
        ),
        (
            {"slots": SLOTS + "c1,ma,08:00,24:00,x,t1\n"},
            "slots.csv",
            4,
            "ends",
            "csv.clock",
        ),
        (
            {"slots": SLOTS + "c1,ma,09:00,09:00,x,t1\n"},
            "slots.csv",
            4,
            "ends",
            "csv.backwards",
        ),
        (
            {"slots": SLOTS + "c1,ma,08:00,09:00,x,p1\n"},
            "slots.csv",
            4,
            "teachers",
            "csv.not_theirs",
        ),
        (
            {"slots": SLOTS + "c1,someday,08:00,09:00,x,t1\n"},
            "slots.csv",
            4,
            "day",
            "csv.slot_day",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_read(
    changed: dict[str, str], file: str, line: int, column: str, why: str
) -> None:
    (fault,) = _bad(**changed)
    assert (fault.file, fault.line, fault.column) == (file, line, column)
    assert fault.why.key == why


def _places(**changed: str | bytes) -> list[tuple[str, int, str]]:
    files = {
        "users": USERS,
        "classes": CLASSES,
        "enrollments": ENROLLMENTS,
        "slots": SLOTS,
    } | changed
    read = read_set(
        {
            f"{name}.csv": data if isinstance(data, bytes) else data.encode()
            for name, data in files.items()
        }
    )
    assert not isinstance(read, Read)
    return [(one.file, one.line, one.why.key) for one in read]


def test_a_missing_column_is_told_alone_and_not_all_that_leans_on_it() -> None:
    users = USERS.replace("familyName", "achternaam")
    assert _places(users=users) == [("users.csv", 1, "csv.no_column")]
    classes = CLASSES.replace("title", "titel")
    assert _places(classes=classes) == [("classes.csv", 1, "csv.no_column")]
    enrollments = ENROLLMENTS.replace("userSourcedId", "wie")
    assert _places(enrollments=enrollments) == [("enrollments.csv", 1, "csv.no_column")]


def test_a_file_in_latin_1_is_told_alone() -> None:
    users = USERS.replace("Bakker", "B\u00e4kker").encode("latin-1")
    assert _places(users=users) == [("users.csv", 2, "csv.not_utf8")]


def test_who_names_a_row_that_is_in_doubt_is_not_wrong_but_a_typo_still_is() -> None:
    users = USERS.replace("t1,active,teacher,An,Peeters", "t1,active,teacher,An,")
    enrollments = ENROLLMENTS + "e9,active,c1,p9,student,,\n"
    assert _places(users=users, enrollments=enrollments) == [
        ("users.csv", 5, "csv.empty"),
        ("enrollments.csv", 7, "csv.no_student"),
    ]
    torn = ENROLLMENTS.replace("e3,active,c1,t1,teacher", "e3,active,,t1,teacher")
    assert _places(enrollments=torn) == [("enrollments.csv", 5, "csv.empty")]


def test_causes_come_before_what_leans_on_them() -> None:
    found = _places(
        users=USERS + "p1,,student,A,B,\n",
        classes=CLASSES + "c1,,x\n",
        slots=SLOTS + "c9,ma,08:00,09:00,x,t1\n",
    )
    assert [file for file, _, _ in found] == ["users.csv", "classes.csv", "slots.csv"]


def test_a_file_of_another_name_is_told_and_other_tables_of_oneroster_are_not() -> None:
    assert _places(slot=SLOTS) == [("slot.csv", 0, "csv.unknown")]
    more = {"courses.csv": b"x", "userprofiles.csv": b"\xff"}
    assert isinstance(read_set(_files() | more), Read)
