# SPDX-License-Identifier: GPL-3.0-or-later
"""The tile table: no empty cell, no dead end, and the laws it must keep."""

from itertools import product

import pytest

from console.core.view import TileState
from console.core.wall import TABLE, Answer, TileAct, TileEvent, next_tile


def test_every_state_has_a_cell_for_every_event() -> None:
    assert set(TABLE) == set(product(TileState, TileEvent))


def test_every_cell_that_does_nothing_says_why_and_stays() -> None:
    for (state, _), cell in TABLE.items():
        if cell.answer is Answer.GO:
            assert not cell.why
        else:
            assert cell.why
            assert cell.state is state
            assert not cell.acts


def test_every_state_can_be_reached() -> None:
    seen, edge = {TileState.ABSENT}, [TileState.ABSENT]
    while edge:
        state = edge.pop()
        for event in TileEvent:
            after = next_tile(state, event).state
            if after not in seen:
                seen.add(after)
                edge.append(after)
    assert seen == set(TileState)


@pytest.mark.parametrize("state", list(TileState))
def test_no_state_is_a_dead_end(state: TileState) -> None:
    assert any(next_tile(state, event).state is not state for event in TileEvent) or (
        state is TileState.ABSENT
    )


def test_R69_leaving_shown_always_drops_the_pixels() -> None:
    for event in TileEvent:
        cell = next_tile(TileState.SHOWN, event)
        if cell.state is not TileState.SHOWN:
            assert TileAct.DROP in cell.acts, event


def test_pixels_are_painted_only_where_the_state_becomes_shown() -> None:
    for (_, event), cell in TABLE.items():
        if TileAct.PAINT in cell.acts:
            assert cell.state is TileState.SHOWN
            assert event is TileEvent.GOOD_FRAME


def test_asking_again_after_a_no_does_not_flicker() -> None:
    cell = next_tile(TileState.NO_PICTURE, TileEvent.ASK_AGAIN_DUE)
    assert cell.state is TileState.NO_PICTURE
    assert TileAct.ASK in cell.acts


@pytest.mark.parametrize("state", list(TileState))
def test_a_pupil_who_left_has_no_tile_and_no_link(state: TileState) -> None:
    cell = next_tile(state, TileEvent.PUPIL_LEFT)
    assert {TileAct.END_LINK, TileAct.REMOVE} <= set(cell.acts)


def test_R67_a_no_and_an_end_lead_to_the_same_tile() -> None:
    for state in (TileState.ASKED, TileState.SHOWN):
        ended = next_tile(state, TileEvent.ENDED)
        assert ended.state is TileState.NO_PICTURE
    no = next_tile(TileState.ASKED, TileEvent.NOT_SHARED)
    assert no == next_tile(TileState.ASKED, TileEvent.ENDED)
