# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done since the last publication is known, and by this school alone."""

from datetime import UTC, datetime

from consent.store.register.acts import done_since
from consent.store.register.closed import Deed
from consent.store.register.register import Register, note_act
from tests.consent.store.register.conftest import SCHOOL

NOW = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def test_what_came_after_the_last_time_is_named(register: Register) -> None:
    with register.begin() as desk:
        for deed in (Deed.CLASS_IMPORT, Deed.PUBLISH, Deed.OPT_OUT, Deed.OPT_OUT):
            note_act(desk, SCHOOL, "office", deed, NOW)
        desk.flush()
        assert done_since(desk, SCHOOL, Deed.PUBLISH) == {Deed.OPT_OUT}
        assert done_since(desk, SCHOOL, Deed.OPT_OUT) == set()
        assert Deed.CLASS_IMPORT in done_since(desk, SCHOOL, Deed.REVOKE)
        assert done_since(desk, "f" * 32, Deed.REVOKE) == set()
