# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/spec/tile.md shows the very table the program runs on."""

from pathlib import Path

from console.core.diagram import BEGIN, END, mermaid, page, table, with_page
from console.core.view import TileState
from console.core.wall import TABLE, TileEvent

SPEC = Path(__file__).parents[3] / "docs" / "spec" / "tile.md"


def test_the_page_in_the_spec_is_made_from_the_table() -> None:
    text = SPEC.read_text("utf-8")
    assert with_page(text) == text


def test_every_event_stands_with_every_state() -> None:
    rows = [row.split(" | ") for row in table().splitlines()[2:]]
    named = {
        (event.strip("| "), state)
        for event, states, _ in rows
        for state in states.split(", ")
    }
    assert len(named) == len(TABLE)
    assert {state for _, state in named} == {state.name for state in TileState}
    assert len({event for event, _ in named}) == len(TileEvent)


def test_the_drawing_has_an_arrow_for_each_change() -> None:
    changes = {(s, cell.state) for (s, _), cell in TABLE.items() if s is not cell.state}
    assert mermaid().count("-->") == len(changes) + 1


def test_a_page_is_put_between_its_marks() -> None:
    assert with_page(f"a {BEGIN} old {END} z") == f"a {page().rstrip()} z"
