# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose data can be on a stolen machine: never fewer than there are.

Nobody can look at the machine any more. So the register says whom it could reach, and
a teacher's volumes, where somebody has them, say whose lines there really were.
Source: GDPR art. 33(3)(a), 34; docs/spec/office.md "affected"; docs/rights.md R-38.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consent.documents.fields import year_end
from consent.ledger.retention import KEPT_AFTER_YEAR
from consent.store.register.laptops import lent
from consent.store.register.models import ClassGroup, Device, Pupil, Teacher
from consent.store.register.people import classes_of
from consent.store.register.reach import Taught, everybody, taught_by
from consent.store.register.register import Desk
from consent.store.register.retention import is_over
from installer.admin.affected_volumes import Volume


class Held(StrEnum):
    """What of a pupil can be there."""

    FOUND = "found"  # name and lines: a volume has them
    LINES = "lines"  # name and lines, perhaps
    ABSENT = "absent"  # a name; no line in the volumes at hand
    NAME = "name"  # a name alone
    EARLIER = "earlier"  # nothing, unless the teacher had the class, which is forgotten
    OWN = "own"  # the pupil's own list: this is or was their laptop


@dataclass(frozen=True, slots=True)
class Affected:
    """One pupil in one class: what can be there, from when, and when it goes.

    class_name: "" when the register does not know it any more.
    """

    name: str
    class_name: str
    school_year: str
    held: Held
    since: date | None = None  # none: a name alone, or a class that is not known
    until: date | None = None  # of lines, or of a name alone


def on_teachers(
    desk: Desk,
    teacher: Teacher,
    volumes: Sequence[Volume],
    since: date | None,
    today: date,
) -> list[Affected]:
    """List whom a teacher's machine can tell of, lines first.

    Args:
        desk: where.
        teacher: whose machine.
        volumes: what is at hand of this teacher's record.
        since: from when the machine was used; None: as long as lines are kept.
        today: the day at school.
    """
    listed = {one.klass.id: one for one in taught_by(desk, teacher.id)}
    taught = {
        key: one for key, one in listed.items() if since is None or one.until >= since
    }
    found = _found(desk, volumes)
    rows = [
        _of_teacher(pupil, klass, taught, found, volumes)
        or _without_lines(pupil, klass, listed)
        for pupil, klass in everybody(desk, teacher.school)
        if not is_over(pupil.school_year, today)
        and (since is None or year_end(pupil.school_year) >= since)
    ]
    return sorted(rows, key=lambda row: list(Held).index(row.held))


def on_laptop(
    desk: Desk, device: Device, since: date | None, today: date
) -> list[Affected]:
    """List whose laptop it is and was; who gave it back before `since` is left out."""
    handed = lent(desk, device.id)
    rows = {}
    for pupil, first in handed:
        ended = min((day for _, day in handed if day > first), default=None)
        if not is_over(pupil.school_year, today) and not (
            since and ended and ended < since
        ):
            names = [klass.name for klass in classes_of(desk, pupil.id)]
            rows[pupil.id] = _row(pupil, ", ".join(names), Held.OWN, first)
    return list(rows.values())


def unknown(desk: Desk, school: str, volumes: Sequence[Volume]) -> int:
    """Count the pupils in volumes whom the register has forgotten."""
    known = {pupil.id for pupil, _ in everybody(desk, school)}
    return len({one for volume in volumes for one in volume.pupils} - known)


def _found(desk: Desk, volumes: Sequence[Volume]) -> set[str]:
    """Name the pupils in volumes, also by a laptop they have or had."""
    devices = {device for volume in volumes for device in volume.devices}
    by_laptop = {pupil.id for device in devices for pupil, _ in lent(desk, device)}
    return by_laptop.union(*(volume.pupils for volume in volumes))


def _of_teacher(
    pupil: Pupil,
    klass: ClassGroup | None,
    taught: dict[str, Taught],
    found: Collection[str],
    volumes: Sequence[Volume],
) -> Affected | None:
    """Say what is there of a pupil of whom lines can be; None: there can be none."""
    name = klass.name if klass else ""
    had = taught.get(klass.id) if klass else None
    first = had.since if had else None
    if pupil.id in found:
        return _row(pupil, name, Held.FOUND, first)
    if had and had.klass.id in {volume.klass for volume in volumes}:
        return _name_alone(pupil, name, Held.ABSENT)
    years = {one.klass.school_year for one in taught.values()}
    if had or (klass is None and pupil.school_year in years):
        return _row(pupil, name, Held.LINES, first)
    return None


def _without_lines(
    pupil: Pupil, klass: ClassGroup | None, listed: Collection[str]
) -> Affected:
    """A list stays all year, and the register forgets who had which class before."""
    if klass is None or klass.id not in listed:
        return _row(pupil, klass.name if klass else "", Held.EARLIER, None)
    return _name_alone(pupil, klass.name, Held.NAME)


def _name_alone(pupil: Pupil, klass: str, held: Held) -> Affected:
    until = year_end(pupil.school_year)  # the console wipes the list then
    return Affected(pupil.name, klass, pupil.school_year, held, until=until)


def _row(pupil: Pupil, klass: str, held: Held, since: date | None) -> Affected:
    until = year_end(pupil.school_year) + KEPT_AFTER_YEAR
    return Affected(pupil.name, klass, pupil.school_year, held, since, until)
