# SPDX-License-Identifier: GPL-3.0-or-later
"""From tables to a whole set, or to every single thing that is wrong with it."""

from consent.store.register.incoming import IncomingClass, IncomingSet
from installer.admin.csv_rows import Fault
from installer.admin.rosters.births import Year
from installer.admin.rosters.groups import read_groups, year_fault, year_of_set
from installer.admin.rosters.lessons import FILE as TIMETABLE
from installer.admin.rosters.lessons import read_lessons
from installer.admin.rosters.manifest import manifest_faults
from installer.admin.rosters.people import People, read_people
from installer.admin.rosters.reading import Read, Reading, Wish
from installer.admin.rosters.seats import read_seats
from installer.admin.rosters.tables import Tables, place_of
from installer.admin.trouble import said


def gather(tables: Tables, wish: Wish) -> Read | list[Fault]:
    """Read a whole set, or say every single thing that is wrong with it."""
    name = year_of_set(tables, wish)
    reading = Reading(wish, tables, Year(name, wish.guardian_age))
    reading.faults += [*manifest_faults(tables), *tables.faults()]
    late = year_fault(name, wish.today)
    if late:
        reading.faults.append(late)
    groups, people = read_groups(reading), read_people(reading)
    seats = read_seats(reading, groups, people)
    lessons = read_lessons(reading, groups, seats)
    if reading.faults:
        return sorted(reading.faults, key=place_of)
    classes = tuple(
        IncomingClass(
            sourced_id=number,
            name=row.get("title"),
            pupils=tuple(seats.pupils[number]),
            teachings=tuple(seats.teachers[number].values()),
            slots=tuple(lessons[number]) if TIMETABLE in tables.there else None,
        )
        for number, row in groups.items()
    )
    return _whole(reading, people, classes)


def _whole(
    reading: Reading, people: People, classes: tuple[IncomingClass, ...]
) -> Read:
    """Take in nobody who is in none of our classes."""
    learning = {who for klass in classes for who in klass.pupils}
    teaching = {t.teacher for klass in classes for t in klass.teachings}
    idle = len(people.pupils.keys() - learning)
    if idle:
        reading.notes.append(said("set.no_class", count=idle))
    return Read(
        IncomingSet(
            school_year=reading.year.name,
            guardian_age=reading.year.guardian_age,
            pupils=tuple(p for who, p in people.pupils.items() if who in learning),
            teachers=tuple(t for t in people.others.items() if t[0] in teaching),
            classes=classes,
        ),
        tuple(reading.notes),
    )
