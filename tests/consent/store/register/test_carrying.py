# SPDX-License-Identifier: GPL-3.0-or-later
"""A no goes along to another class and another year; a yes from home does not."""

from dataclasses import replace
from datetime import UTC, date, datetime

from consent.store.register.changes import Change, Kind
from consent.store.register.choices import (
    exempt,
    is_exempt,
    opt_out,
    opt_outs,
    put_guardian_decision,
)
from consent.store.register.closed import Checked
from consent.store.register.intake import take_in
from consent.store.register.laptops import assign, device_of, lent
from consent.store.register.models import Device, GuardianDecision
from consent.store.register.people import find_class, find_pupil
from consent.store.register.register import Desk, Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import roster
from tests.consent.store.register.test_seating import two_classes
from tests.fakes.register import guardian_decisions

NOW = datetime(2026, 9, 1, tzinfo=UTC)
MOVED = [
    Change(Kind.CLASS_GONE, "4B"),
    Change(Kind.NO_KEPT, "Pupil 1"),
    Change(Kind.PUPIL_MOVED, "Pupil 1", "4B", "4C"),
    Change(Kind.YES_ENDED, "Pupil 1"),
]


def test_R17_a_move_takes_every_no_along_and_leaves_the_yes(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, two_classes([1], [2]))
        _say_everything(desk, "4B")
        assert sorted(take_in(desk, SCHOOL, two_classes([], [1, 2])).found) == MOVED
        pupil, klass = _ids(desk, "p1", "4C")
        assert opt_outs(desk, pupil, klass) == ["view"]
        assert [
            (d.purpose, d.answer, d.entered_by)
            for d in guardian_decisions(desk, pupil, klass)
        ] == [("overview", "no", "An")]
        assert is_exempt(desk, pupil, klass)


def test_one_more_class_beside_the_old_one_takes_nothing_along(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, two_classes([1], [2]))
        _say_everything(desk, "4B")
        changes = take_in(desk, SCHOOL, two_classes([1], [1, 2]))
        assert changes.of(Kind.NO_KEPT) == []
        pupil, klass = _ids(desk, "p1", "4C")
        assert opt_outs(desk, pupil, klass) == []
        assert not is_exempt(desk, pupil, klass)


def test_what_was_said_in_the_new_class_before_is_not_said_twice(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, two_classes([1], [2]))
        _say_everything(desk, "4B")
        take_in(desk, SCHOOL, two_classes([], [1, 2]))
        take_in(desk, SCHOOL, two_classes([1], [2]))
        take_in(desk, SCHOOL, two_classes([], [1, 2]))
        pupil, klass = _ids(desk, "p1", "4C")
        assert opt_outs(desk, pupil, klass) == ["view"]


def test_R17_a_new_year_takes_every_no_and_the_laptop_along(register: Register) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
        _say_everything(desk, "4B")
        found = find_pupil(desk, SCHOOL, "p1")
        assert found is not None
        laptop = Device(
            id="1" * 32,
            fingerprint="1" * 64,
            school=SCHOOL,
            certificate=b"der",
            label="laptop-1",
            token=None,
            enrolled_at=NOW,
            pupil=found.id,
        )
        desk.add(laptop)
        assign(desk, laptop, found, NOW.date())
        changes = take_in(desk, SCHOOL, replace(roster(1, 2), school_year="2027-2028"))
        assert changes.of(Kind.NO_KEPT) == [Change(Kind.NO_KEPT, "Pupil 1")]
        assert changes.of(Kind.YES_ENDED) == [Change(Kind.YES_ENDED, "Pupil 1")]
        pupil, klass = _ids(desk, "p1", "4B")
        assert pupil != found.id
        assert device_of(desk, pupil) is laptop
        assert device_of(desk, found.id) is None
        had = [(one.id, since) for one, since in lent(desk, laptop.id)]
        assert sorted(had) == sorted([(pupil, NOW.date()), (found.id, NOW.date())])
        assert opt_outs(desk, pupil, klass) == ["view"]
        assert is_exempt(desk, pupil, klass)
        other, klass = _ids(desk, "p2", "4B")
        assert opt_outs(desk, other, klass) == []


def _say_everything(desk: Desk, name: str) -> None:
    pupil, klass = _ids(desk, "p1", name)
    opt_out(desk, pupil, klass, "view", "An", NOW)
    exempt(desk, pupil, klass, yes=True)
    for purpose, answer in (("overview", "no"), ("show", "yes")):
        put_guardian_decision(
            desk,
            GuardianDecision(
                pupil=pupil,
                class_group=klass,
                purpose=purpose,
                answer=answer,
                checked=Checked.CALLED_BACK,
                checked_by="secretariat",
                decided_on=date(2026, 9, 2),
                entered_by="An",
                entered_at=NOW,
                widening=b"signed" if answer == "yes" else None,
            ),
        )
    desk.flush()


def _ids(desk: Desk, who: str, name: str) -> tuple[str, str]:
    pupil, klass = find_pupil(desk, SCHOOL, who), find_class(desk, SCHOOL, name)
    assert pupil is not None
    assert klass is not None
    return pupil.id, klass.id
