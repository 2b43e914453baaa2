# SPDX-License-Identifier: GPL-3.0-or-later
"""Both engines give back the same instant, aware."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from consent.store.register.closed import Deed
from consent.store.register.models import Act
from consent.store.register.register import Register, note_act
from tests.consent.store.register.conftest import SCHOOL


def test_a_brussels_time_comes_back_as_the_same_instant_in_utc(
    register: Register,
) -> None:
    at = datetime(2026, 9, 1, 10, 0, tzinfo=timezone(timedelta(hours=2)))
    with register.begin() as desk:
        note_act(desk, SCHOOL, "admin", Deed.PUBLISH, at)
    with register.begin() as desk:
        (act,) = desk.scalars(select(Act))
        assert act.at == at
        assert act.at.tzinfo is not None
        assert act.at.astimezone(UTC).hour == 8


def test_a_time_without_a_zone_is_refused(register: Register) -> None:
    with pytest.raises(StatementError, match="without a zone"), register.begin() as d:
        note_act(d, SCHOOL, "admin", Deed.PUBLISH, datetime(2026, 9, 1, 10))  # noqa: DTZ001 -- the wrong input
