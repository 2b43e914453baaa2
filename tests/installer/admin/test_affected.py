# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody who can be meant is left out; a volume only says more of who is listed."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from consent.store.register import people
from consent.store.register.laptops import assign, find_device
from consent.store.register.models import (
    ClassGroup,
    Device,
    Membership,
    Pupil,
    Teacher,
    Teaches,
)
from consent.store.register.register import Desk
from installer.admin.affected import Affected, Held, on_laptop, on_teachers, unknown
from installer.admin.affected_volumes import Volume
from installer.admin.office import Office
from tests.fakes.office import NOW, fill_register, new_office

TODAY = NOW.date()
YEAR = "2026-2027"
BEGINS, ENDS, KEPT = date(2026, 9, 1), date(2027, 8, 31), date(2027, 9, 30)
OTHERS, GONE, LAPTOP = "0" * 32, "9" * 32, "1" * 32


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office: three pupils in 4B, one in 5C, one who has left."""
    made = new_office(tmp_path)
    fill_register(made)
    with made.register.begin() as desk:
        desk.add(_class(made, OTHERS, "5C"))
        desk.add_all((_pupil(made, OTHERS, "Dina Fox"), _pupil(made, GONE, "Eva Gil")))
        desk.flush()
        desk.add(Membership(pupil=OTHERS, class_group=OTHERS))
        desk.add(
            Device(
                id=LAPTOP,
                fingerprint=LAPTOP * 2,
                school=made.school,
                certificate=b"der",
                label="laptop-07",
                enrolled_at=NOW,
            )
        )
    yield made
    made.register.close()


def _class(office: Office, number: str, name: str) -> ClassGroup:
    return ClassGroup(
        id=number, school=office.school, sourced_id=name, name=name, school_year=YEAR
    )


def _pupil(office: Office, number: str, name: str) -> Pupil:
    return Pupil(
        id=number,
        school=office.school,
        sourced_id=name,
        school_year=YEAR,
        name=name,
        sort=name,
        decider_from=BEGINS,
        band="10+",
    )


def _teacher(desk: Desk, office: Office) -> Teacher:
    found = people.find_teacher(desk, office.school, "t1")
    assert found is not None
    return found


def listed(
    office: Office,
    *volumes: Volume,
    since: date | None = None,
    today: date = TODAY,
) -> list[Affected]:
    with office.register.read() as desk:
        return on_teachers(desk, _teacher(desk, office), volumes, since, today)


def held(rows: list[Affected]) -> list[tuple[str, Held]]:
    return [(row.name.split()[0], row.held) for row in rows]


def volume(office: Office, *pupils: str, devices: tuple[str, ...] = ()) -> Volume:
    with office.register.read() as desk:
        klass = people.find_class(desk, office.school, "4B")
        assert klass is not None
        found = [people.find_pupil(desk, office.school, who) for who in pupils]
        ids = frozenset(one.id for one in found if one)
    return Volume(klass.id, "2026-11", NOW, ids, frozenset(devices))


def test_R38_every_pupil_of_the_teachers_classes_can_have_lines_there(
    office: Office,
) -> None:
    rows = listed(office)
    assert rows[0] == Affected("Amina Bakker", "4B", YEAR, Held.LINES, BEGINS, KEPT)
    assert held(rows[:3]) == [(who, Held.LINES) for who in ("Amina", "Bram", "Casper")]


def test_R38_who_left_counts_and_all_others_may_have_been_in_a_class_before(
    office: Office,
) -> None:
    gone, other = listed(office)[3:]
    assert gone == Affected("Eva Gil", "", YEAR, Held.LINES, None, KEPT)
    assert other == Affected("Dina Fox", "5C", YEAR, Held.EARLIER, None, KEPT)


def test_R38_a_volume_says_whose_lines_there_are_and_takes_no_name_away(
    office: Office,
) -> None:
    rows = listed(office, volume(office, "p2"))
    assert held(rows) == [
        ("Bram", Held.FOUND),
        ("Eva", Held.LINES),
        ("Amina", Held.ABSENT),
        ("Casper", Held.ABSENT),
        ("Dina", Held.EARLIER),
    ]
    assert rows[2] == Affected("Amina Bakker", "4B", YEAR, Held.ABSENT, None, ENDS)


def test_R38_who_changed_class_or_only_lent_the_laptop_is_found_by_a_volume(
    office: Office,
) -> None:
    moved = volume(office)
    moved = Volume(moved.klass, moved.month, NOW, frozenset({OTHERS}), frozenset())
    assert ("Dina", Held.FOUND) in held(listed(office, moved))
    with office.register.begin() as desk:
        device = find_device(desk, office.school, "laptop-07")
        pupil = people.find_pupil(desk, office.school, "p1")
        assert device
        assert pupil
        assign(desk, device, pupil, TODAY)
    asked = volume(office, devices=(LAPTOP,))
    assert held(listed(office, asked))[0] == ("Amina", Held.FOUND)


def test_R38_a_volume_of_another_class_narrows_nothing(office: Office) -> None:
    other = Volume("f" * 32, "2026-11", NOW, frozenset(), frozenset())
    assert listed(office, other) == listed(office)


def test_R38_a_machine_used_since_a_day_has_no_lines_of_before(office: Office) -> None:
    assert listed(office, since=ENDS + timedelta(days=1)) == []
    assert listed(office, since=ENDS) == listed(office)


def test_R38_after_a_substitution_the_class_list_stays_without_lines(
    office: Office,
) -> None:
    with office.register.begin() as desk:
        for row in desk.scalars(select(Teaches)):
            row.until = TODAY
    rows = listed(office, since=TODAY + timedelta(days=1))
    amina = Affected("Amina Bakker", "4B", YEAR, Held.NAME, None, ENDS)
    assert rows[0] == amina
    assert [row.held for row in rows[1:]] == [Held.NAME] * 2 + [Held.EARLIER] * 2
    assert listed(office, since=TODAY) == listed(office)


def test_R38_a_year_whose_lines_are_gone_is_not_listed(office: Office) -> None:
    assert listed(office, today=KEPT) == listed(office)
    assert listed(office, today=KEPT + timedelta(days=1)) == []


def test_R38_pupils_whom_the_register_forgot_are_counted(office: Office) -> None:
    strange = Volume("f" * 32, "2026-11", NOW, frozenset({GONE, "e" * 32}), frozenset())
    with office.register.read() as desk:
        assert unknown(desk, office.school, [strange, strange]) == 1


def _lend(office: Office, *whose: tuple[str, int]) -> None:
    """Hand the laptop over: to whom, and how many days after the first."""
    with office.register.begin() as desk:
        device = find_device(desk, office.school, "laptop-07")
        assert device is not None
        for who, day in whose:
            pupil = people.find_pupil(desk, office.school, who)
            assert pupil is not None
            assign(desk, device, pupil, TODAY + timedelta(days=day))


def _had(office: Office, since: int | None = None) -> list[tuple[str, int]]:
    """List who can be on it, and since how many days after the first."""
    first = None if since is None else TODAY + timedelta(days=since)
    with office.register.read() as desk:
        device = find_device(desk, office.school, "laptop-07")
        assert device is not None
        rows = on_laptop(desk, device, first, TODAY + timedelta(days=20))
    return [(r.name.split()[0], (r.since - TODAY).days) for r in rows if r.since]


def test_R38_a_laptop_tells_of_whoever_had_it_and_since_when(office: Office) -> None:
    assert _had(office) == []
    _lend(office, ("p1", 0), ("p2", 9))
    assert _had(office) == [("Bram", 9), ("Amina", 0)]
    assert _had(office, since=9) == [("Bram", 9), ("Amina", 0)]  # given back that day
    assert _had(office, since=10) == [("Bram", 9)]
    with office.register.read() as desk:
        device = find_device(desk, office.school, "laptop-07")
        assert device is not None
        back = TODAY + timedelta(days=9)
        new = on_laptop(desk, device, None, TODAY)[0]
        assert new == Affected("Bram Dries", "4B", YEAR, Held.OWN, back, KEPT)
        assert on_laptop(desk, device, None, KEPT + timedelta(days=1)) == []


def test_R38_who_has_the_laptop_again_is_listed_from_the_first_day_that_counts(
    office: Office,
) -> None:
    _lend(office, ("p1", 0), ("p2", 5), ("p1", 9))
    assert _had(office) == [("Amina", 0), ("Bram", 5)]
    assert _had(office, since=6) == [("Amina", 9), ("Bram", 5)]
    assert _had(office, since=10) == [("Amina", 9)]


def test_R38_who_had_the_laptop_again_counts_until_the_next_one(
    office: Office,
) -> None:
    _lend(office, ("p1", 0), ("p2", 5), ("p1", 9), ("p3", 12))
    assert _had(office, since=6) == [("Casper", 12), ("Amina", 9), ("Bram", 5)]
    assert _had(office, since=12) == [("Casper", 12), ("Amina", 9)]
    assert _had(office, since=13) == [("Casper", 12)]


def test_R38_of_two_on_one_day_both_count_until_the_next_day(office: Office) -> None:
    _lend(office, ("p2", 0), ("p1", 0), ("p3", 9))
    assert _had(office, since=5) == [("Casper", 9), ("Amina", 0), ("Bram", 0)]
    assert _had(office, since=10) == [("Casper", 9)]
