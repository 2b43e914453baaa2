# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk keeps everything or nothing."""

import gc
from datetime import UTC, datetime

import pytest
from sqlalchemy import event, select
from sqlalchemy.pool import Pool

from consent.store.register.closed import Deed
from consent.store.register.models import Act, School
from consent.store.register.register import Register, note_act
from tests.consent.store.register.conftest import SCHOOL

NOW = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def test_what_happened_on_a_desk_is_kept(register: Register) -> None:
    with register.begin() as desk:
        note_act(desk, SCHOOL, "admin", Deed.ENROL_TOKEN, NOW, "30")
    with register.begin() as desk:
        (act,) = desk.scalars(select(Act))
        assert (act.deed, act.about, act.at) == (Deed.ENROL_TOKEN, "30", NOW)


def test_a_desk_that_fails_keeps_nothing(register: Register) -> None:
    def fail_halfway() -> None:
        with register.begin() as desk:
            note_act(desk, SCHOOL, "admin", Deed.PUBLISH, NOW)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail_halfway()
    with register.begin() as desk:
        assert list(desk.scalars(select(Act))) == []


def test_a_school_is_found_again_after_opening_anew(
    register: Register, school_url: str
) -> None:
    register.close()
    again = Register(school_url)
    with again.begin() as desk:
        school = desk.get(School, SCHOOL)
        assert school is not None
        assert school.name == "School"
    again.close()


def test_a_register_that_nobody_closes_lets_its_connections_go(school_url: str) -> None:
    held: set[object] = set()

    def opened(connection: object, _: object) -> None:
        held.add(connection)

    def closed(connection: object, _: object) -> None:
        held.discard(connection)

    event.listen(Pool, "connect", opened)
    event.listen(Pool, "close", closed)
    try:
        forgotten = Register(school_url)
        with forgotten.read():
            pass
        assert held
        del forgotten
        gc.collect()
        assert held == set()
    finally:
        event.remove(Pool, "connect", opened)
        event.remove(Pool, "close", closed)
