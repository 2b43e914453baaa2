# SPDX-License-Identifier: GPL-3.0-or-later
"""ALL session states and ALL transitions, in one table for both sides.

One session is one connection between one console and one agent. The agent always
speaks first, whoever dialled. A missing cell is a bug: `cell` raises. The diagram and
the table in docs/spec/session.md are made from here (`protocol/diagram.py`) and a test
makes them again. Source: docs/spec/session.md "States".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias


class Side(StrEnum):
    """Which of the two ends a session is."""

    AGENT = "A"
    CONSOLE = "C"


class State(StrEnum):
    """How far the two have come."""

    OPENING = "OPENING"  # TLS is done, nothing is said
    GREETED = "GREETED"
    SYNCING = "SYNCING"
    READY = "READY"
    CLOSING = "CLOSING"  # the last word is written, not yet gone
    CLOSED = "CLOSED"


class Event(StrEnum):
    """Everything that can happen to a session."""

    LINK_UP = "LinkUp"
    HELLO = "HelloReceived"
    WELCOME = "WelcomeReceived"
    SYNC = "SyncReceived"
    SYNC_PART_ANSWERED = "SyncPartAnswered"
    SYNC_ANSWERED = "SyncAnswered"
    READY = "ReadyReceived"
    PAPER = "PaperReceived"
    OTHER = "OtherMessageReceived"
    COMMAND_FRESH = "CommandReceived, fresh"
    COMMAND_STALE = "CommandReceived, stale"
    PING_PONG = "PingPongReceived"
    SILENCE = "NothingHeardFor15s"
    HANDSHAKE_SLOW = "HandshakeTimedOut"
    TWIN = "TwinFound"
    SUPERSEDED = "SupersededReceived"
    MALFORMED = "Malformed"
    REVOKED = "CertificateRevoked"
    SLOT_ENDED = "SlotEnded"
    TOO_FAST = "TooFast"
    ENDED = "PeerEnded, LocalEnd"
    FLUSHED = "Flushed"


class Answer(StrEnum):
    """What kind of answer a cell is."""

    GO = "go"  # the event belongs here
    REFUSE = "refuse"  # it does not, and the peer hears so
    IGNORE = "ignore"  # it does not, and nobody answers


@dataclass(frozen=True, slots=True)
class Cell:
    """One event in one state: what follows."""

    answer: Answer
    state: State
    words: str


Column: TypeAlias = dict[State, Cell]

LIVE: Final = (State.OPENING, State.GREETED, State.SYNCING, State.READY)
BOTH: Final = frozenset(Side)
_A: Final = frozenset({Side.AGENT})
_C: Final = frozenset({Side.CONSOLE})

_O, _G, _S, _R, _CG, _CD = State
_NEXT_AFTER_REFUSAL: Final = dict.fromkeys(State, _CG) | {_CD: _CD}


def _go(states: Iterable[State], to: State, words: str) -> Column:
    return {state: Cell(Answer.GO, to, words) for state in states}


def _stay(states: Iterable[State], words: str) -> Column:
    return {state: Cell(Answer.GO, state, words) for state in states}


def _refuse(states: Iterable[State], words: str) -> Column:
    return {
        state: Cell(Answer.REFUSE, _NEXT_AFTER_REFUSAL[state], words)
        for state in states
    }


def _wrong(states: Iterable[State], words: str) -> Column:
    return {state: Cell(Answer.REFUSE, state, words) for state in states}


def _ignore(states: Iterable[State], words: str) -> Column:
    return {state: Cell(Answer.IGNORE, state, words) for state in states}


_OUT_OF_ORDER: Final = "out of order"
_NOBODY: Final = "nothing listens"
_OVER: Final = "already ended"

TABLE: Final[dict[Event, Column]] = {
    Event.LINK_UP: _go([_O], _G, "send HELLO (fresh nonce); start the 5 s timer")
    | _wrong([_G, _S, _R, _CG, _CD], "a link comes up once; the caller is wrong"),
    Event.HELLO: _go([_O], _G, "check role and version; send signed WELCOME")
    | _refuse([_G, _S, _R, _CG, _CD], "second HELLO"),
    Event.WELCOME: _go([_G], _S, "settle twins; send SYNC")
    | _refuse([_O, _S, _R, _CG, _CD], _OUT_OF_ORDER),
    Event.SYNC: _go([_G], _S, "append receipts, fsync; after the last part SYNCED")
    | _stay([_S], "the next part")
    | _stay([_R], "same work, asked again after a late proof")
    | _refuse([_O, _CG, _CD], _OUT_OF_ORDER),
    Event.SYNC_PART_ANSWERED: _stay([_S, _R], "store proofs; more follow")
    | _refuse([_O, _G, _CG, _CD], _OUT_OF_ORDER),
    Event.SYNC_ANSWERED: _go([_S], _R, "store proofs, append GAPs; send READY; ping")
    | _stay([_R], "same work, asked again after a late proof")
    | _refuse([_O, _G, _CG, _CD], _OUT_OF_ORDER),
    Event.READY: _go([_S], _R, "say connected only now")
    | _stay([_R], "the pupil changed")
    | _refuse([_O, _G, _CG, _CD], _OUT_OF_ORDER),
    Event.PAPER: _stay([_S, _R], "handed up")
    | _refuse([_O, _G], _OUT_OF_ORDER)
    | _ignore([_CG, _CD], _NOBODY),
    Event.OTHER: _stay([_R], "handed up")
    | _refuse([_O, _G, _S], _OUT_OF_ORDER)
    | _ignore([_CG, _CD], _NOBODY),
    Event.COMMAND_FRESH: _stay([_R], "last seq := seq; to the gate")
    | _refuse([_O, _G, _S], "no answer before READY")
    | _ignore([_CG], "no new act on a dying link")
    | _ignore([_CD], _NOBODY),
    Event.COMMAND_STALE: _stay([_R], "no effect; REFUSED replay; not_shared when due")
    | _refuse([_O, _G, _S, _CG], "no answer before READY")
    | _ignore([_CD], _NOBODY),
    Event.PING_PONG: _stay([_S], "counts as life, renews nothing")
    | _stay([_R], "(C) answer PONG; (A) leases := that ping's departure + 15 s")
    | _refuse([_O, _G], _OUT_OF_ORDER)
    | _ignore([_CG, _CD], "renews nothing"),
    Event.SILENCE: _go([*LIVE, _CG], _CG, "end accesses and locks; back off")
    | _ignore([_CD], _OVER),
    Event.HANDSHAKE_SLOW: _go([_O, _G], _CD, "free the slot")
    | _go([_S], _CG, "no access ever began")
    | _ignore([_R, _CG, _CD], "timer of an earlier state"),
    Event.TWIN: _stay([_G], "not decided before WELCOME names the instance")
    | _go([_S], _CG, "loses to the other link")
    | _go([_R], _CG, "end accesses first; superseded")
    | _ignore([_O, _CG, _CD], "not a candidate"),
    Event.SUPERSEDED: _go([*LIVE, _CG], _CD, "no redial without the teacher's click")
    | _ignore([_CD], _OVER),
    Event.MALFORMED: _go([*LIVE, _CG], _CG, "a code only; the source waits")
    | _ignore([_CD], _NOBODY),
    Event.REVOKED: _go([*LIVE, _CG], _CG, "end accesses and locks first")
    | _ignore([_CD], _OVER),
    Event.SLOT_ENDED: _go([*LIVE, _CG], _CG, "60 s after the bell; shut the port")
    | _ignore([_CD], _OVER),
    Event.TOO_FAST: _go([_O, _G, _S, _CG], _CG, "nobody needs speed before READY")
    | _go([_R], _CG, "Bye(6); end accesses first; that certificate waits 30 s")
    | _ignore([_CD], _NOBODY),
    Event.ENDED: _go(LIVE, _CD, "end accesses and locks; the side that dials redials")
    | _go([_CG], _CD, "done")
    | _ignore([_CD], _OVER),
    Event.FLUSHED: _go([_CG], _CD, "done")
    | _ignore([*LIVE, _CD], "only CLOSING waits for it"),
}

HAPPENS_TO: Final[dict[Event, frozenset[Side]]] = dict.fromkeys(Event, BOTH) | {
    Event.LINK_UP: _A,
    Event.HELLO: _C,
    Event.WELCOME: _A,
    Event.SYNC: _C,
    Event.SYNC_PART_ANSWERED: _A,
    Event.SYNC_ANSWERED: _A,
    Event.READY: _C,
    Event.COMMAND_FRESH: _A,
    Event.COMMAND_STALE: _A,
    Event.TWIN: _A,
    Event.SUPERSEDED: _C,
    Event.SLOT_ENDED: _A,
}


def next_cell(side: Side, state: State, event: Event) -> Cell:
    """Look one event up.

    Raises:
        ValueError: this event cannot happen to this side; the caller is wrong, not
            the peer.
    """
    if side not in HAPPENS_TO[event]:
        raise ValueError(f"{event} does not happen to side {side}.")
    return TABLE[event][state]


def next_state(side: Side, state: State, event: Event) -> State:
    """Say in which state a session is after an event.

    Raises:
        ValueError: this event cannot happen to this side.
    """
    return next_cell(side, state, event).state
