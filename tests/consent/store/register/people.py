# SPDX-License-Identifier: GPL-3.0-or-later
"""A small roster for the tests of this folder."""

from datetime import date

from consent.store.register.incoming import (
    IncomingClass,
    IncomingPupil,
    IncomingSet,
    IncomingSlot,
    IncomingTeaching,
)

SINCE, UNTIL = date(2026, 9, 1), date(2027, 8, 31)


def pupil(number: int, name: str = "") -> IncomingPupil:
    """Make a pupil."""
    return IncomingPupil(
        f"p{number}", name or f"Pupil {number}", f"Sort {number}", SINCE, "10+"
    )


def class_of(*pupils: str, name: str = "4B") -> IncomingClass:
    """Make a class with one teacher and one weekly lesson."""
    return IncomingClass(
        sourced_id="c1",
        name=name,
        pupils=pupils,
        teachings=(IncomingTeaching("t1", SINCE, UNTIL),),
        slots=(IncomingSlot(0, None, "08:25", "09:15", "wiskunde", ("t1",)),),
    )


def roster(*numbers: int, name: str = "4B") -> IncomingSet:
    """Make a whole set with these pupils."""
    return IncomingSet(
        school_year="2026-2027",
        pupils=tuple(map(pupil, numbers)),
        teachers=(("t1", "An Peeters"),),
        classes=(class_of(*(f"p{n}" for n in numbers), name=name),),
    )
