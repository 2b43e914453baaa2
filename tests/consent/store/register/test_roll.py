# SPDX-License-Identifier: GPL-3.0-or-later
"""A class is read in few questions and says the same as one question each."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import event

from consent.store.register import choices, laptops, people
from consent.store.register.closed import Checked
from consent.store.register.incoming import IncomingSet, IncomingSlot
from consent.store.register.intake import take_in
from consent.store.register.models import Device, GuardianDecision
from consent.store.register.register import Desk, Register
from consent.store.register.roll import lessons_of, seats_of
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import roster
from tests.fakes.register import guardian_decisions, slot_teachers

NOW = datetime(2026, 9, 1, tzinfo=UTC)


def _fill(desk: Desk, pupils: int) -> str:
    take_in(desk, SCHOOL, _with_lessons(roster(*range(pupils)), pupils))
    klass = people.find_class(desk, SCHOOL, "4B")
    assert klass is not None
    for number, pupil in enumerate(people.pupils_of(desk, klass.id)):
        for purpose in ("view", "overview")[: number % 3]:
            choices.opt_out(desk, pupil.id, klass.id, purpose, "An", NOW)
        if number % 2:
            desk.add(_device(number, pupil.id))
            desk.add(_decision(pupil.id, klass.id))
            choices.exempt(desk, pupil.id, klass.id, yes=True)
    desk.flush()
    return klass.id


def test_a_class_says_what_its_pupils_say_one_by_one(register: Register) -> None:
    with register.begin() as desk:
        klass = _fill(desk, 5)
        seats = seats_of(desk, klass)
        assert [seat.pupil for seat in seats] == people.pupils_of(desk, klass)
        for seat in seats:
            who = seat.pupil.id
            assert seat.device is laptops.device_of(desk, who)
            assert seat.exempt_attention == choices.is_exempt(desk, who, klass)
            assert seat.opt_outs == choices.opt_outs(desk, who, klass)
            assert seat.decisions == guardian_decisions(desk, who, klass)
        assert [slot.id for slot, _ in lessons_of(desk, klass)] == [
            slot.id for slot in people.slots_of(desk, klass)
        ]
        for slot, teachers in lessons_of(desk, klass):
            assert teachers == slot_teachers(desk, slot.id) != []


def test_a_larger_class_asks_no_more_questions(register: Register) -> None:
    counts = []
    for pupils in (2, 30):
        with register.begin() as desk:
            klass = _fill(desk, pupils)
            asked: list[int] = []
            desk.expire_all()
            bind = desk.connection()
            event.listen(bind, "before_execute", lambda *_, to=asked: to.append(1))
            seats_of(desk, klass)
            lessons_of(desk, klass)
            counts.append(len(asked))
            desk.rollback()
    assert counts[0] == counts[1] <= 6


def _with_lessons(incoming: IncomingSet, count: int) -> IncomingSet:
    """Give the class as many lessons as pupils."""
    (klass,) = incoming.classes
    slots = tuple(
        IncomingSlot(n % 5, None, f"{8 + n // 5:02}:00", "23:00", "x", ("t1",))
        for n in range(count)
    )
    return replace(incoming, classes=(replace(klass, slots=slots),))


def _device(number: int, pupil: str) -> Device:
    return Device(
        id=f"{number:032x}",
        fingerprint=f"{number:064x}",
        school=SCHOOL,
        certificate=b"der",
        label=f"laptop-{number}",
        token=None,
        enrolled_at=NOW,
        pupil=pupil,
    )


def _decision(pupil: str, klass: str) -> GuardianDecision:
    return GuardianDecision(
        pupil=pupil,
        class_group=klass,
        purpose="view",
        answer="no",
        checked=Checked.IN_PERSON,
        checked_by="secretariat",
        decided_on=date(2026, 9, 2),
        entered_by="An",
        entered_at=NOW,
        widening=None,
    )
