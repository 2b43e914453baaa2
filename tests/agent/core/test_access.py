# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of one look: whole, walkable, and closed where it must be."""

import pytest

from agent.core.access import TABLE, AccessAct, AccessEvent, AccessState
from agent.core.table import Answer, step
from tests.agent.core.tables import PAGES, drawn, missing, reachable

S, E, A = AccessState, AccessEvent, AccessAct
ENDINGS = (
    E.NARROWING_HEARD,
    E.PUPIL_SAID_NEE,
    E.TEACHER_STOPPED,
    E.INDICATOR_LOST,
    E.LEASE_ENDED,
    E.SLOT_ENDED,
)


def test_every_state_answers_every_event() -> None:
    assert missing(TABLE, S, E) == set()


def test_every_state_is_reached_and_leads_back() -> None:
    assert reachable(TABLE, S.IDLE) == set(S)
    assert all(S.IDLE in reachable(TABLE, state) for state in S)


def test_only_streaming_passes_a_frame() -> None:
    passing = {s for s in S if A.SEND_FRAME in TABLE[s, E.FRAME_PASSED].acts}
    assert passing == {S.STREAMING}


def test_R31_P07_only_a_durable_open_leads_to_streaming_and_to_a_grab() -> None:
    into = {
        (s, e)
        for (s, e), found in TABLE.items()
        if found.next is S.STREAMING and s is not S.STREAMING
    }
    grabbing = {key for key, found in TABLE.items() if A.GRAB in found.acts}
    assert into == grabbing == {(S.OPENING, E.OPEN_ON_DISK)}


@pytest.mark.parametrize("event", ENDINGS)
def test_R15_every_ending_stops_grabbing_then_tells_then_writes(
    event: AccessEvent,
) -> None:
    acts = [a for a in TABLE[S.STREAMING, event].acts if a is not A.VETO]
    assert acts == [A.GRAB_OFF, A.SEND_ENDED, A.APPEND_CLOSE]


@pytest.mark.parametrize("event", ENDINGS)
def test_R31_an_ending_while_the_open_is_written_shows_nothing(
    event: AccessEvent,
) -> None:
    found = TABLE[S.OPENING, event]
    assert found.next is S.OWED
    assert set(found.acts) <= {A.VETO}
    assert A.GRAB not in step(TABLE, S.OWED, E.OPEN_ON_DISK).acts


def test_nothing_new_begins_while_a_close_is_owed() -> None:
    found = TABLE[S.OWED, E.REQUEST_GRANTED]
    assert (found.answer, found.next) == (Answer.REFUSE, S.OWED)


def test_the_page_is_drawn_from_the_table() -> None:
    page = next(path for path in PAGES if path.name == "access.md")
    assert drawn(page) in page.read_text()
