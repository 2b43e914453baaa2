# SPDX-License-Identifier: GPL-3.0-or-later
"""What forbade and was taken back: it stands on until office and DPO both signed.

Where no slip was ever published it goes at once: no laptop could hold it.
Source: docs/spec/guardians.md "What is taken back"; docs/rights.md R-19, D04.
"""

import unicodedata
from datetime import date
from typing import Final

from sqlalchemy import select

from consent.documents.signed import Kind
from consent.store.register.closed import Checked, Ended
from consent.store.register.models import Lift, Membership, Pupil, Serial
from consent.store.register.register import Desk

ROLE_CHARS: Final = 40  # what a widening has room for
OFFICE: Final = "office"
Place = tuple[str, str]  # a pupil in a class


def take_back(
    desk: Desk,
    place: Place,
    answer: Ended,
    purpose: str,
    said: tuple[date, Checked, str],
) -> bool:
    """Let it stand on until both signed; False where it goes at once.

    Args:
        desk: where.
        place: of whom, and where.
        answer: what is taken back.
        purpose: of which purpose; "" = all.
        said: the day of the form, how it was checked, and who did.
    """
    if not is_published(desk, place[1]):
        return False
    day, checked, by = said
    desk.merge(
        Lift(
            pupil=place[0],
            class_group=place[1],
            answer=answer,
            purpose=purpose,
            checked=checked,
            checked_by=by,
            decided_on=day,
            widening=None,
        )
    )
    desk.flush()
    return True


def say_again(desk: Desk, place: Place, answer: Ended, purpose: str) -> None:
    """Let nothing that was signed before end what is said anew."""
    row = desk.get(Lift, (*place, answer, purpose))
    if row is not None:
        desk.delete(row)
    use_up(desk, place)


def end_no(desk: Desk, place: Place, purpose: str) -> None:
    """Let a guardian's signed yes end the no that stood on before it."""
    row = desk.get(Lift, (*place, Ended.NO, purpose))
    if row is not None and row.widening is None:
        desk.delete(row)
        desk.flush()


def use_up(desk: Desk, place: Place) -> None:
    """Let no widening of before now come again for a pupil in a class."""
    seat = desk.get(Membership, place)
    pupil = desk.get(Pupil, place[0])
    if seat is not None and pupil is not None:
        last = desk.get(Serial, (pupil.school, Kind.WIDENING, ""))
        seat.lifts_from = last.serial + 1 if last else 0
    desk.flush()


def decide_from(desk: Desk, pupil: Pupil, day: date) -> bool:
    """Let a pupil decide from another day; True where an earlier one has to wait."""
    before, pupil.decider_from = pupil.decider_from, day
    seats = select(Membership).where(Membership.pupil == pupil.id)
    waits = False
    for seat in desk.scalars(seats):
        place = (pupil.id, seat.class_group)
        row = desk.get(Lift, (*place, Ended.DECIDES, ""))
        stands = row.held_from if row and row.widening is None else None
        held = max(before, stands or before)
        if day >= held:
            say_again(desk, place, Ended.DECIDES, "")
        elif is_published(desk, seat.class_group):
            desk.merge(_earlier(place, held, day))
            waits = True
    return waits


def lifts_of(desk: Desk, klass: str) -> list[Lift]:
    """List those of a class, in a fixed order."""
    rows = select(Lift).where(Lift.class_group == klass)
    return list(desk.scalars(rows.order_by(Lift.answer, Lift.purpose)))


def signed_lifts(desk: Desk, school: str) -> list[Lift]:
    """List those of a school under which both signed."""
    rows = select(Lift).join(Pupil, Pupil.id == Lift.pupil)
    held = Lift.widening.is_not(None)
    return list(desk.scalars(rows.where(Pupil.school == school, held)))


def is_published(desk: Desk, klass: str) -> bool:
    """Say whether a laptop may hold a slip of this class."""
    rows = select(Serial.serial).where(Serial.kind == Kind.SLIP, Serial.ref == klass)
    return desk.scalar(rows.limit(1)) is not None


def role(text: str) -> str:
    """Write who checked as a widening can say it."""
    kept = [x for x in text if not unicodedata.category(x).startswith("C")]
    return unicodedata.normalize("NFC", "".join(kept))[:ROLE_CHARS] or OFFICE


def _earlier(place: Place, held: date, day: date) -> Lift:
    return Lift(
        pupil=place[0],
        class_group=place[1],
        answer=Ended.DECIDES,
        purpose="",
        held_from=held,
        decider_from=day,
        checked=Checked.NOT_SAID,
        checked_by=OFFICE,
        decided_on=None,
        widening=None,
    )
