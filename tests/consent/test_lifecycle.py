# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.lifecycle: every state with every event, and no way past a no."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consent.lifecycle import (
    START,
    TABLE,
    Answer,
    ConsentEvent,
    ConsentState,
    next_state,
)

S, E = ConsentState, ConsentEvent
IGNORE, REFUSE = Answer.IGNORE, Answer.REFUSE
SPEC = Path(__file__).parents[2] / "docs" / "spec" / "consent.md"
YES = {S.GIVEN, S.RENEWED}
PUPILS_YES = {E.PUPIL_SAID_YES, E.PUPIL_SWITCHED_ON}

# Written a second time, one letter per state in order; "." ignore, "!" refuse.
ORDER = "URDGNFWXTI"
LETTERS = dict(zip(ORDER, S, strict=True))
ROWS = {
    E.QUESTION_DUE: "R.R..RRR!R",
    E.PUPIL_SAID_YES: "!G!!!!!!!!",
    E.PUPIL_SAID_NO: ".F.WW.....",
    E.PUPIL_SAID_LATER: ".D........",
    E.PUPIL_SWITCHED_ON: "GGG..GNN!N",
    E.PUPIL_WITHDREW: ".F.WW.....",
    E.PUPIL_STOPPED_ONCE: "..........",
    E.GUARDIAN_DECIDED: "..........",
    E.YEAR_ENDED: ".X.XX.....",
    E.RULES_CHANGED: ".I.II.....",
    E.TOOL_ENDED: "TTTTTTTT.T",
    E.ENTRY_UNREADABLE: "UUUUUUUU.U",
    E.STARTED_UNCLEAN: "..........",
}


def cell(letter: str) -> ConsentState | Answer:
    """Read one letter of a row."""
    if letter in LETTERS:
        return LETTERS[letter]
    return {".": IGNORE, "!": REFUSE}[letter]


@pytest.mark.parametrize("event", E)
def test_each_row_is_as_written_down_twice(event: ConsentEvent) -> None:
    wanted = {state: cell(x) for state, x in zip(S, ROWS[event], strict=True)}
    assert dict(TABLE[event]) == wanted


def test_every_state_has_every_event_and_nothing_else() -> None:
    assert set(TABLE) == set(E)
    assert all(set(row) == set(S) for row in TABLE.values())


def test_every_state_is_reached_and_only_the_end_has_no_way_out() -> None:
    reached, seen = {START}, set[ConsentState]()
    while reached - seen:
        state = (reached - seen).pop()
        seen.add(state)
        for event in E:
            for before in (False, True):
                after = next_state(state, event, given_before=before, new_year=True)
                if isinstance(after, ConsentState):
                    reached.add(after)
    assert reached == set(S)
    for state in S:
        moves = {x for row in TABLE.values() if (x := row[state]) in set(S) - {state}}
        assert bool(moves) is (state is not S.TERMINATED)


def test_R10_only_the_pupils_own_yes_makes_a_yes() -> None:
    for state in set(S) - YES:
        for event in E:
            after = next_state(state, event, given_before=True, new_year=True)
            assert after not in YES or event in PUPILS_YES


@pytest.mark.parametrize("state", sorted(YES))
def test_R13_one_no_ends_a_yes(state: ConsentState) -> None:
    for event in (E.PUPIL_SAID_NO, E.PUPIL_WITHDREW):
        assert next_state(state, event) is S.WITHDRAWN


def test_a_second_yes_is_a_renewed_one() -> None:
    assert next_state(S.REQUESTED, E.PUPIL_SAID_YES) is S.GIVEN
    again = next_state(S.REQUESTED, E.PUPIL_SAID_YES, given_before=True)
    assert again is S.RENEWED
    assert next_state(S.REFUSED, E.PUPIL_SWITCHED_ON, given_before=True) is S.RENEWED


@pytest.mark.parametrize("state", [S.DEFERRED, S.REFUSED, S.WITHDRAWN])
def test_R18_after_a_no_the_question_comes_in_a_new_year_alone(
    state: ConsentState,
) -> None:
    assert next_state(state, E.QUESTION_DUE) is REFUSE
    assert next_state(state, E.QUESTION_DUE, new_year=True) is S.REQUESTED


def test_R19_only_two_states_allow() -> None:
    assert {state for state in S if state.allows} == YES


@given(st.lists(st.sampled_from(sorted(set(E) - PUPILS_YES)), max_size=40))
def test_R19_without_the_pupils_yes_no_road_leads_to_one(
    events: list[ConsentEvent],
) -> None:
    state = START
    for event in events:
        after = next_state(state, event, given_before=True, new_year=True)
        state = after if isinstance(after, ConsentState) else state
        assert not state.allows


@pytest.mark.parametrize("event", E)
def test_an_event_is_written_as_the_diagram_writes_it(event: ConsentEvent) -> None:
    assert event.value == event.name.title().replace("_", "")


def test_the_names_are_w3c_dpvs() -> None:
    assert {state.value for state in S} == {
        "ConsentUnknown",
        "ConsentRequested",
        "ConsentRequestDeferred",
        "ConsentGiven",
        "RenewedConsentGiven",
        "ConsentRefused",
        "ConsentWithdrawn",
        "ConsentExpired",
        "ConsentTerminated",
        "ConsentInvalidated",
    }


def diagram() -> str:
    """Draw the table as the specification shows it."""
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {START}"]
    for state in S:
        roads: dict[str, list[str]] = {}
        for event, row in TABLE.items():
            after = row[state]
            if isinstance(after, ConsentState) and after is not state:
                roads.setdefault(after.value, []).append(event.value)
        lines += [
            f"    {state} --> {after}: {', '.join(events)}"
            for after, events in roads.items()
        ]
    return "\n".join([*lines, "```"])


def test_the_diagram_in_the_specification_is_made_from_the_table() -> None:
    assert diagram() in SPEC.read_text(encoding="utf-8")


@pytest.mark.parametrize("state", [S.UNKNOWN, S.EXPIRED, S.INVALIDATED])
def test_a_question_that_was_not_answered_no_may_come_within_the_year(
    state: ConsentState,
) -> None:
    assert next_state(state, E.QUESTION_DUE) is S.REQUESTED
