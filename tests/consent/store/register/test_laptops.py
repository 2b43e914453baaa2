# SPDX-License-Identifier: GPL-3.0-or-later
"""A token runs out; a laptop waits for its pupil."""

from datetime import UTC, datetime, timedelta

from consent.store.register.intake import take_in
from consent.store.register.laptops import (
    add_device,
    add_token,
    assign,
    device_of,
    devices,
    find_device,
    lent,
    pending,
    use_token,
)
from consent.store.register.models import Device, Token
from consent.store.register.people import find_pupil
from consent.store.register.register import Desk, Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import roster

NOW = datetime(2026, 9, 1, tzinfo=UTC)
TOKEN = "c" * 32


def test_a_token_works_as_often_as_it_says_and_not_after_its_day(
    register: Register,
) -> None:
    with register.begin() as desk:
        _token(desk, uses=2)
    with register.begin() as desk:
        assert not use_token(desk, "d" * 32, NOW)
        assert not use_token(desk, TOKEN, NOW + timedelta(days=1))
        assert use_token(desk, TOKEN, NOW)
        assert use_token(desk, TOKEN, NOW)
        assert not use_token(desk, TOKEN, NOW)


def test_a_laptop_is_pending_until_it_has_a_pupil_and_a_pupil_has_one_laptop(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        one, two = _device(desk, "1"), _device(desk, "2")
        pupil = find_pupil(desk, SCHOOL, "p1")
        assert pupil is not None
        assert pending(desk, SCHOOL) == [one, two] == devices(desk, SCHOOL)
        assign(desk, one, pupil, NOW.date())
        assert pending(desk, SCHOOL) == [two]
        assign(desk, two, pupil, NOW.date())
        assert device_of(desk, pupil.id) is two
        assert pending(desk, SCHOOL) == [one]


def test_R38_each_handover_of_a_laptop_is_kept_also_to_who_had_it_before(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
        one = _device(desk, "1")
        a, b = (find_pupil(desk, SCHOOL, who) for who in ("p1", "p2"))
        assert a
        assert b
        days = [NOW.date() + timedelta(days=at) for at in range(10)]
        for who, day in ((a, days[0]), (b, days[5]), (a, days[9]), (a, days[9])):
            assign(desk, one, who, day)
        assert lent(desk, one.id) == [(a, days[9]), (b, days[5]), (a, days[0])]
        assign(desk, one, b, days[7])  # a clock went back
        assert lent(desk, one.id)[:2] == [(a, days[9]), (b, days[9])]


def test_R38_whose_a_laptop_was_is_kept_from_the_first_day_on(
    register: Register,
) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1, 2))
        one, two = _device(desk, "1"), _device(desk, "2")
        first, second = (find_pupil(desk, SCHOOL, who) for who in ("p1", "p2"))
        assert first
        assert second
        days = [NOW.date() + timedelta(days=at) for at in range(4)]
        assign(desk, one, first, days[0])
        assign(desk, one, second, days[1])
        assign(desk, two, first, days[2])
        assign(desk, one, second, days[3])  # again: the first day counts
        assert lent(desk, one.id) == [(second, days[1]), (first, days[0])]
        assert lent(desk, two.id) == [(first, days[2])]
        desk.delete(second)
        desk.flush()
        assert lent(desk, one.id) == [(first, days[0])]


def test_a_laptop_is_found_by_its_label_or_the_start_of_its_number(
    register: Register,
) -> None:
    with register.begin() as desk:
        one = _device(desk, "1")
        _device(desk, "2")
        assert find_device(desk, SCHOOL, "laptop-1") is one
        assert find_device(desk, SCHOOL, "1" * 8) is one
        assert find_device(desk, SCHOOL, "1" * 7) is None
        assert find_device(desk, SCHOOL, "laptop") is None


def _token(desk: Desk, uses: int) -> None:
    add_token(
        desk,
        Token(
            id=TOKEN,
            school=SCHOOL,
            secret_sha256="0" * 64,
            uses_left=uses,
            not_after=NOW + timedelta(hours=24),
        ),
    )


def _device(desk: Desk, sign: str) -> Device:
    device = Device(
        id=sign * 32,
        fingerprint=sign * 64,
        school=SCHOOL,
        certificate=b"der",
        label=f"laptop-{sign}",
        token=None,
        enrolled_at=NOW,
        pupil=None,
    )
    add_device(desk, device)
    desk.flush()
    return device
