# SPDX-License-Identifier: GPL-3.0-or-later
"""What the core expects of chance, held by the fake it is tested with."""

from console.core.chance import Chance
from tests.fakes.chance import FakeChance


def test_ids_are_sixteen_bytes_and_never_the_same() -> None:
    chance: Chance = FakeChance()
    ids = {chance.fresh_id() for _ in range(100)}
    assert len(ids) == 100
    assert {len(one) for one in ids} == {16}


def test_jitter_is_within_one() -> None:
    chance: Chance = FakeChance()
    assert -1.0 <= chance.jitter() <= 1.0
