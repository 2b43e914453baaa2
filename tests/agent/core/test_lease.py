# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the curtain: whole, walkable, and no way out needs the console."""

from agent.core.lease import TABLE, LeaseAct, LeaseEvent, LeaseState
from agent.core.table import Answer
from tests.agent.core.tables import PAGES, drawn, missing, reachable

S, E, A = LeaseState, LeaseEvent, LeaseAct
LOCAL = set(E) - {
    E.LOCK_GRANTED,
    E.RENEWAL_HEARD,
    E.PONG_WITHOUT_THIS_LOCK,
    E.TEACHER_UNLOCKED,
}


def test_every_state_answers_every_event() -> None:
    assert missing(TABLE, S, E) == set()


def test_every_state_is_reached_and_leads_back() -> None:
    assert reachable(TABLE, S.FREE) == set(S)
    local = {key: found for key, found in TABLE.items() if key[1] in LOCAL}
    assert all(S.FREE in reachable(local, state) for state in S)


def test_R31_only_a_durable_open_raises_the_curtain() -> None:
    raising = {key for key, found in TABLE.items() if A.RAISE in found.acts}
    assert raising == {(S.FREE, E.LOCK_GRANTED)}


def test_shown_is_told_only_after_the_pixels_were_read_back() -> None:
    telling = {key for key, found in TABLE.items() if A.TELL_SHOWN in found.acts}
    assert telling == {(S.RAISING, E.CURTAIN_PAINTED)}


def test_a_release_is_never_undone() -> None:
    leaving = {
        found.next
        for (state, _), found in TABLE.items()
        if state is S.RELEASING and found.answer is Answer.MOVE
    }
    assert leaving == {S.RELEASING, S.FREE}


def test_whatever_was_raised_gets_its_close() -> None:
    for (state, event), found in TABLE.items():
        if found.next is S.FREE and state is not S.FREE and event is not E.DAEMON_LOST:
            assert A.APPEND_CLOSE in found.acts, (state, event)


def test_the_page_is_drawn_from_the_table() -> None:
    page = next(path for path in PAGES if path.name == "lease.md")
    assert drawn(page) in page.read_text()
