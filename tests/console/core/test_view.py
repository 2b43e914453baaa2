# SPDX-License-Identifier: GPL-3.0-or-later
"""The border's values are frozen: nobody changes what another thread reads."""

from dataclasses import is_dataclass

from console.core import view


def test_every_value_is_frozen() -> None:
    made = [x for x in vars(view).values() if is_dataclass(x)]
    assert made
    assert all(x.__dataclass_params__.frozen for x in made)  # type: ignore[union-attr]


def test_the_seven_states_of_a_tile() -> None:
    assert len(view.TileState) == 7
