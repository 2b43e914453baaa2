# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has what from home: each decision, and each pupil whose form is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from consent.store.register import people
from consent.store.register.closed import Answer
from consent.store.register.models import ClassGroup
from consent.store.register.roll import Seat, seats_of
from installer.admin.office import Office
from installer.admin.school_year import school_year
from installer.admin.stages import Scene, stage
from installer.admin.widenings import scene_of


@dataclass(frozen=True, slots=True)
class HomeRow:
    """One line: a yes, a no, or nothing yet."""

    class_name: str
    kind: str  # yes, no or missing
    values: Mapping[str, object]

    @property
    def is_missing(self) -> bool:
        """Say whether a form is still to come."""
        return self.kind == "missing"


def home_list(office: Office, now: datetime) -> list[HomeRow]:
    """List this school year's decisions by class and pupil, and what is missing."""
    scene = scene_of(office, now)
    with office.register.read() as desk:
        return [
            row
            for klass in people.classes(desk, office.school, school_year(scene.today))
            for seat in seats_of(desk, klass.id)
            for row in _rows(klass, seat, scene)
        ]


def is_awaited(seat: Seat, today: date) -> bool:
    """Say whether this pupil needs a form from home and none came."""
    return today < seat.decider_from and not seat.decisions


def _rows(klass: ClassGroup, seat: Seat, scene: Scene) -> Iterator[HomeRow]:
    who = {"who": seat.pupil.name, "klass": klass.name}
    if is_awaited(seat, scene.today):
        since = seat.decider_from
        yield HomeRow(klass.name, "missing", who | {"since": since})
    for held in seat.decisions:
        kind = "yes" if held.answer == Answer.YES else "no"
        values = {
            **who,
            "purpose": held.purpose,
            "day": held.decided_on,
            "checked_by": held.checked_by,
            "stage": stage(held, klass.school_year, scene, seat.seat.lifts_from),
        }
        yield HomeRow(klass.name, kind, values)
