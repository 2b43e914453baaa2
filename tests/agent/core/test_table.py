# SPDX-License-Identifier: GPL-3.0-or-later
"""The grammar of the two tables."""

from enum import StrEnum

import pytest

from agent.core.table import (
    Answer,
    Cell,
    ImpossibleEventError,
    build,
    diagram,
    listing,
    step,
)


class Lamp(StrEnum):
    OFF = "OFF"
    ON = "ON"


class Press(StrEnum):
    DOWN = "Down"
    BROKEN = "Broken"


class Do(StrEnum):
    LIGHT = "light"


TABLE = build(
    {
        Press.DOWN: (
            Cell((Lamp.OFF,), Answer.MOVE, Lamp.ON, (Do.LIGHT,), "click"),
            Cell((Lamp.ON,), Answer.IGNORE, note="lit already"),
        ),
        Press.BROKEN: (Cell(tuple(Lamp), Answer.BUG, note="lamps do not break"),),
    }
)


def test_a_cell_spreads_over_its_states_and_keeps_its_acts() -> None:
    found = step(TABLE, Lamp.OFF, Press.DOWN)
    assert (found.next, found.acts) == (Lamp.ON, (Do.LIGHT,))


def test_a_cell_without_a_next_state_stays() -> None:
    assert step(TABLE, Lamp.ON, Press.DOWN).next is Lamp.ON


def test_a_bug_stops_the_program() -> None:
    with pytest.raises(ImpossibleEventError, match="lamps do not break"):
        step(TABLE, Lamp.ON, Press.BROKEN)


def test_a_cell_written_twice_is_refused() -> None:
    twice = Cell[Lamp, Do]((Lamp.ON,), Answer.IGNORE)
    with pytest.raises(ValueError, match="twice"):
        build({Press.DOWN: (twice, twice)})


def test_only_changes_of_state_are_arrows() -> None:
    assert diagram(TABLE, Lamp.OFF).splitlines() == [
        "stateDiagram-v2",
        "    [*] --> OFF",
        "    OFF --> ON: Down",
    ]


def test_the_listing_has_every_cell() -> None:
    assert listing(TABLE).splitlines()[2:] == [
        "| Down | OFF | **ON** | light | click |",
        "| Down | ON | ignore |  | lit already |",
        "| Broken | OFF | bug |  | lamps do not break |",
        "| Broken | ON | bug |  | lamps do not break |",
    ]
