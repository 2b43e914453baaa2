# SPDX-License-Identifier: GPL-3.0-or-later
"""Serials never fall, not even with two admins at once."""

import threading
from datetime import UTC, datetime

from consent.store.register.papers import (
    last_serials,
    next_serial,
    revoke,
    revoked,
)
from consent.store.register.register import Register
from tests.consent.store.register.conftest import SCHOOL

NOW = datetime(2026, 9, 1, tzinfo=UTC)


def test_serials_count_up_per_paper(register: Register) -> None:
    with register.begin() as desk:
        assert next_serial(desk, SCHOOL, "charter", "") == 1
        assert next_serial(desk, SCHOOL, "charter", "") == 2
        assert next_serial(desk, SCHOOL, "class", "4b") == 1
        assert next_serial(desk, SCHOOL, "class", "4c") == 1
        assert next_serial(desk, SCHOOL, "class", "4c") == 2
        assert last_serials(desk, SCHOOL, "class") == {"4b": 1, "4c": 2}
        assert last_serials(desk, "another", "class") == {}


def test_two_admins_at_once_never_get_the_same_serial(register: Register) -> None:
    with register.begin() as desk:
        next_serial(desk, SCHOOL, "set", "4b")
    got: list[int] = []

    def take() -> None:
        for _ in range(10):
            with register.begin() as desk:
                got.append(next_serial(desk, SCHOOL, "set", "4b"))

    admins = [threading.Thread(target=take) for _ in range(2)]
    for admin in admins:
        admin.start()
    for admin in admins:
        admin.join()
    assert sorted(got) == list(range(2, 22))


def test_revoking_twice_changes_nothing(register: Register) -> None:
    with register.begin() as desk:
        revoke(desk, SCHOOL, "f" * 64, "lost", NOW)
        revoke(desk, SCHOOL, "f" * 64, "again", NOW)
        revoke(desk, SCHOOL, "a" * 64, "stolen", NOW)
        assert revoked(desk, SCHOOL) == ["a" * 64, "f" * 64]
