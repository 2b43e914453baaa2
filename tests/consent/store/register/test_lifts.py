# SPDX-License-Identifier: GPL-3.0-or-later
"""What forbade and was published stands on until both signed that it is over."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from consent.documents.signed import Kind
from consent.store.register import choices
from consent.store.register.changes import Change
from consent.store.register.changes import Kind as Sort
from consent.store.register.closed import Checked, Ended
from consent.store.register.intake import take_in
from consent.store.register.lifts import (
    ROLE_CHARS,
    end_no,
    is_published,
    lifts_of,
    role,
    say_again,
    signed_lifts,
    take_back,
    use_up,
)
from consent.store.register.models import Lift, Membership, Pupil
from consent.store.register.papers import next_serial
from consent.store.register.people import find_class, find_pupil
from consent.store.register.register import Desk, Register
from consent.store.register.roll import Seat, seats_of
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import SINCE, pupil, roster

NOW = datetime(2026, 9, 1, tzinfo=UTC)
SAID = (date(2026, 9, 3), Checked.IN_PERSON, "secretariaat")


def _place(desk: Desk) -> tuple[str, str]:
    take_in(desk, SCHOOL, roster(1))
    who, klass = find_pupil(desk, SCHOOL, "p1"), find_class(desk, SCHOOL, "4B")
    assert who is not None
    assert klass is not None
    return who.id, klass.id


def _published(desk: Desk) -> tuple[str, str]:
    place = _place(desk)
    next_serial(desk, SCHOOL, Kind.SLIP, place[1])
    return place


def _seat(desk: Desk, place: tuple[str, str]) -> Seat:
    (seat,) = seats_of(desk, place[1])
    return seat


def _sign(desk: Desk, place: tuple[str, str], answer: Ended, purpose: str) -> None:
    desk.get_one(Lift, (*place, answer, purpose)).widening = b"{}"
    desk.flush()


def test_D04_each_thing_that_forbade_stands_on_until_both_signed(
    register: Register,
) -> None:
    with register.begin() as desk:
        place = _published(desk)
        for answer, purpose in (
            (Ended.OBJECTION, "view"),
            (Ended.NO, "show"),
            (Ended.EXEMPTION, ""),
        ):
            assert take_back(desk, place, answer, purpose, SAID)
        seat = _seat(desk, place)
        assert (seat.opt_outs, seat.guardian_no) == (["view"], ["show"])
        assert seat.exempt_attention
        assert len(seat.waiting) == 3
        assert signed_lifts(desk, SCHOOL) == []
        _sign(desk, place, Ended.OBJECTION, "view")
        seat = _seat(desk, place)
        assert (seat.opt_outs, seat.guardian_no) == ([], ["show"])
        assert seat.exempt_attention
        assert [lift.answer for lift in signed_lifts(desk, SCHOOL)] == [Ended.OBJECTION]
        _sign(desk, place, Ended.EXEMPTION, "")
        assert not _seat(desk, place).exempt_attention
        end_no(desk, place, "show")
        assert _seat(desk, place).guardian_no == []
        assert len(lifts_of(desk, place[1])) == 2


def test_who_comes_back_to_a_class_begins_above_what_was_used_up(
    register: Register,
) -> None:
    with register.begin() as desk:
        place = _published(desk)
        next_serial(desk, SCHOOL, Kind.WIDENING, "")
        assert _seat(desk, place).seat.lifts_from == 0
        take_in(desk, SCHOOL, replace(roster(1), classes=()))
        assert seats_of(desk, place[1]) == []
        take_in(desk, SCHOOL, roster(1))
        assert _seat(desk, place).seat.lifts_from == 2


def test_where_no_slip_was_published_it_goes_at_once(register: Register) -> None:
    with register.begin() as desk:
        place = _place(desk)
        assert not is_published(desk, place[1])
        assert not take_back(desk, place, Ended.OBJECTION, "view", SAID)
        assert _seat(desk, place).opt_outs == []


def test_D04_what_is_said_anew_uses_up_what_was_signed_before(
    register: Register,
) -> None:
    with register.begin() as desk:
        place = _published(desk)
        take_back(desk, place, Ended.OBJECTION, "view", SAID)
        _sign(desk, place, Ended.OBJECTION, "view")
        next_serial(desk, SCHOOL, Kind.WIDENING, "")
        say_again(desk, place, Ended.OBJECTION, "view")
        assert lifts_of(desk, place[1]) == []
        assert desk.get_one(Membership, place).lifts_from == 2
        use_up(desk, ("nobody", place[1]))  # who sits there no more has nothing


def test_a_signed_yes_ends_no_lift_that_was_signed(register: Register) -> None:
    with register.begin() as desk:
        place = _published(desk)
        take_back(desk, place, Ended.NO, "view", SAID)
        _sign(desk, place, Ended.NO, "view")
        end_no(desk, place, "view")
        assert len(lifts_of(desk, place[1])) == 1


def _imports(desk: Desk, day: date) -> list[Change]:
    one = replace(pupil(1), decider_from=day)
    return take_in(desk, SCHOOL, replace(roster(1), pupils=(one,))).found


def test_D04_an_earlier_day_of_deciding_waits_and_a_later_one_does_not(
    register: Register,
) -> None:
    sooner, later = SINCE - timedelta(days=9), SINCE + timedelta(days=9)
    with register.begin() as desk:
        place = _published(desk)
        waits = Change(Sort.AGE_WAITS, "Pupil 1")
        age = Change(Sort.PUPIL_AGE, "Pupil 1")
        assert sorted(_imports(desk, sooner)) == sorted([age, waits])
        assert _seat(desk, place).decider_from == SINCE
        assert _imports(desk, sooner) == []  # the same list again
        (lift,) = lifts_of(desk, place[1])
        assert (lift.held_from, lift.decider_from) == (SINCE, sooner)
        even_sooner = sooner - timedelta(days=1)
        assert waits in _imports(desk, even_sooner)
        (lift,) = lifts_of(desk, place[1])
        assert (lift.held_from, lift.decider_from) == (SINCE, even_sooner)
        _sign(desk, place, Ended.DECIDES, "")
        assert _seat(desk, place).decider_from == even_sooner
        assert _imports(desk, later) == [age]
        assert lifts_of(desk, place[1]) == []
        assert _seat(desk, place).decider_from == later


def test_a_day_that_was_corrected_before_a_publication_counts_at_once(
    register: Register,
) -> None:
    sooner = SINCE - timedelta(days=9)
    with register.begin() as desk:
        place = _place(desk)
        assert _imports(desk, sooner) == [Change(Sort.PUPIL_AGE, "Pupil 1")]
        assert _seat(desk, place).decider_from == sooner
        assert desk.get_one(Pupil, place[0]).decider_from == sooner


def test_an_objection_beside_one_that_was_taken_back_is_one(register: Register) -> None:
    with register.begin() as desk:
        place = _published(desk)
        take_back(desk, place, Ended.OBJECTION, "view", SAID)
        for purpose in ("view", "overview"):
            choices.opt_out(desk, *place, purpose, "an", NOW)
        assert _seat(desk, place).opt_outs == ["overview", "view"]


def test_who_checked_is_said_as_a_paper_can_say_it() -> None:
    assert role("e\u0301\u202e x\n") == "\u00e9 x"
    assert role("\n") == "office"
    assert role("x" * 99) == "x" * ROLE_CHARS
