# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's table has every cell, no state out of reach and no dead end."""

import itertools

import pytest

from protocol.machine import (
    HAPPENS_TO,
    LIVE,
    TABLE,
    Answer,
    Event,
    Side,
    State,
    next_cell,
    next_state,
)

CELLS = list(itertools.product(Event, State))


@pytest.mark.parametrize(("event", "state"), CELLS)
def test_every_event_has_an_answer_in_every_state(event: Event, state: State) -> None:
    cell = TABLE[event][state]
    assert cell.words
    if cell.answer is Answer.IGNORE:
        assert cell.state is state


def test_the_table_holds_nothing_else() -> None:
    assert set(TABLE) == set(Event)
    assert all(set(column) == set(State) for column in TABLE.values())
    assert set(HAPPENS_TO) == set(Event)


def _reached(side: Side, start: State) -> set[State]:
    reached, new = {start}, [start]
    while new:
        state = new.pop()
        for event in (event for event in Event if side in HAPPENS_TO[event]):
            after = next_state(side, state, event)
            if after not in reached:
                reached.add(after)
                new.append(after)
    return reached


@pytest.mark.parametrize("side", Side)
def test_every_state_can_be_reached(side: Side) -> None:
    assert _reached(side, State.OPENING) == set(State)


@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("state", State)
def test_every_state_can_end(side: Side, state: State) -> None:
    assert State.CLOSED in _reached(side, state)


@pytest.mark.parametrize("side", Side)
def test_nothing_comes_back_from_closed(side: Side) -> None:
    assert _reached(side, State.CLOSED) == {State.CLOSED}
    assert _reached(side, State.CLOSING) == {State.CLOSING, State.CLOSED}


def test_ready_is_entered_from_syncing_alone() -> None:
    into_ready = {
        state
        for event, state in CELLS
        if TABLE[event][state].state is State.READY and state is not State.READY
    }
    assert into_ready == {State.SYNCING}


def test_a_command_is_taken_in_ready_alone() -> None:
    for event in (Event.COMMAND_FRESH, Event.COMMAND_STALE):
        going = {s for s in State if TABLE[event][s].answer is Answer.GO}
        assert going == {State.READY}


def test_every_doubt_ends_a_live_session() -> None:
    for event in (Event.MALFORMED, Event.REVOKED, Event.SLOT_ENDED, Event.ENDED):
        for state in LIVE:
            assert TABLE[event][state].state in {State.CLOSING, State.CLOSED}


@pytest.mark.parametrize(
    ("side", "event"),
    [
        (Side.CONSOLE, Event.LINK_UP),
        (Side.CONSOLE, Event.SLOT_ENDED),
        (Side.CONSOLE, Event.TWIN),
        (Side.AGENT, Event.SUPERSEDED),
        (Side.AGENT, Event.HELLO),
    ],
)
def test_an_event_of_the_other_side_is_a_bug(side: Side, event: Event) -> None:
    with pytest.raises(ValueError, match="does not happen"):
        next_cell(side, State.READY, event)
