# SPDX-License-Identifier: GPL-3.0-or-later
"""All states of one pupil's choice and every event in each of them: one table.

Per pupil, class and purpose. The names are the ten consent statuses of W3C DPV; only
two of them allow. No message of a console is an event here.
Source: docs/spec/consent.md (the diagram there is made from TABLE).
"""

from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from types import MappingProxyType
from typing import Final


class ConsentState(StrEnum):
    """What stands for one purpose now."""

    UNKNOWN = "ConsentUnknown"
    REQUESTED = "ConsentRequested"
    DEFERRED = "ConsentRequestDeferred"
    GIVEN = "ConsentGiven"
    RENEWED = "RenewedConsentGiven"
    REFUSED = "ConsentRefused"
    WITHDRAWN = "ConsentWithdrawn"
    EXPIRED = "ConsentExpired"
    TERMINATED = "ConsentTerminated"
    INVALIDATED = "ConsentInvalidated"

    @property
    def allows(self) -> bool:
        """Say whether it is a yes; all the rest of the law must still agree."""
        return self in {ConsentState.GIVEN, ConsentState.RENEWED}


class ConsentEvent(StrEnum):
    """What can happen to a choice."""

    QUESTION_DUE = "QuestionDue"
    PUPIL_SAID_YES = "PupilSaidYes"
    PUPIL_SAID_NO = "PupilSaidNo"
    PUPIL_SAID_LATER = "PupilSaidLater"
    PUPIL_SWITCHED_ON = "PupilSwitchedOn"
    PUPIL_WITHDREW = "PupilWithdrew"
    PUPIL_STOPPED_ONCE = "PupilStoppedOnce"
    GUARDIAN_DECIDED = "GuardianDecided"
    YEAR_ENDED = "YearEnded"
    RULES_CHANGED = "RulesChanged"
    TOOL_ENDED = "ToolEnded"
    ENTRY_UNREADABLE = "EntryUnreadable"
    STARTED_UNCLEAN = "StartedUnclean"


class Answer(Enum):
    """What an event does where it moves nothing: nothing to say, or not allowed."""

    IGNORE = auto()
    REFUSE = auto()


START: Final = ConsentState.UNKNOWN

_S = ConsentState
_IGNORE: Final = Answer.IGNORE
_REFUSE: Final = Answer.REFUSE

Cell = ConsentState | Answer


def _row(
    default: Cell, cells: Mapping[ConsentState, Cell] = MappingProxyType({})
) -> Mapping[ConsentState, Cell]:
    return MappingProxyType({state: cells.get(state, default) for state in _S})


TABLE: Final[Mapping[ConsentEvent, Mapping[ConsentState, Cell]]] = MappingProxyType(
    {
        # The notice was shown, and this purpose was not asked this school year.
        ConsentEvent.QUESTION_DUE: _row(
            _S.REQUESTED,
            {
                _S.REQUESTED: _IGNORE,
                _S.GIVEN: _IGNORE,
                _S.RENEWED: _IGNORE,
                _S.TERMINATED: _REFUSE,
            },
        ),
        # An answer to the question; RenewedConsentGiven where it was ever given before.
        ConsentEvent.PUPIL_SAID_YES: _row(_REFUSE, {_S.REQUESTED: _S.GIVEN}),
        ConsentEvent.PUPIL_SAID_NO: _row(
            _IGNORE,
            {
                _S.REQUESTED: _S.REFUSED,
                _S.GIVEN: _S.WITHDRAWN,
                _S.RENEWED: _S.WITHDRAWN,
            },
        ),
        # Or the question was closed, or 60 s passed, or the session ended.
        ConsentEvent.PUPIL_SAID_LATER: _row(_IGNORE, {_S.REQUESTED: _S.DEFERRED}),
        # The pupil's own act on the choices page, the notice shown.
        ConsentEvent.PUPIL_SWITCHED_ON: _row(
            _S.GIVEN,
            {
                _S.GIVEN: _IGNORE,
                _S.RENEWED: _IGNORE,
                _S.WITHDRAWN: _S.RENEWED,
                _S.EXPIRED: _S.RENEWED,
                _S.INVALIDATED: _S.RENEWED,
                _S.TERMINATED: _REFUSE,
            },
        ),
        # The switch off, or [Stop] on the eye.
        ConsentEvent.PUPIL_WITHDREW: _row(
            _IGNORE,
            {
                _S.REQUESTED: _S.REFUSED,
                _S.GIVEN: _S.WITHDRAWN,
                _S.RENEWED: _S.WITHDRAWN,
            },
        ),
        # [Nee], or [Stop] of a show or an offered view: it ends that one look.
        ConsentEvent.PUPIL_STOPPED_ONCE: _row(_IGNORE),
        # A fact of the slip, weighed in decide().
        ConsentEvent.GUARDIAN_DECIDED: _row(_IGNORE),
        # 31 August, or another class.
        ConsentEvent.YEAR_ENDED: _row(
            _IGNORE,
            {
                _S.REQUESTED: _S.EXPIRED,
                _S.GIVEN: _S.EXPIRED,
                _S.RENEWED: _S.EXPIRED,
            },
        ),
        # Another notice, charter or decider; council or DPIA lapsed; a new pupil key.
        ConsentEvent.RULES_CHANGED: _row(
            _IGNORE,
            {
                _S.REQUESTED: _S.INVALIDATED,
                _S.GIVEN: _S.INVALIDATED,
                _S.RENEWED: _S.INVALIDATED,
            },
        ),
        # Signed by the office.
        ConsentEvent.TOOL_ENDED: _row(_S.TERMINATED, {_S.TERMINATED: _IGNORE}),
        # At start. Doubt is a no; the pupil is told once.
        ConsentEvent.ENTRY_UNREADABLE: _row(_S.UNKNOWN, {_S.TERMINATED: _IGNORE}),
        # It sets the pause, which is no state.
        ConsentEvent.STARTED_UNCLEAN: _row(_IGNORE),
    }
)

ONLY_IN_A_NEW_YEAR: Final = frozenset({_S.DEFERRED, _S.REFUSED, _S.WITHDRAWN})


def next_state(
    state: ConsentState,
    event: ConsentEvent,
    *,
    given_before: bool = False,
    new_year: bool = False,
) -> ConsentState | Answer:
    """Look up what an event does.

    Args:
        state: what stands now.
        event: what happened.
        given_before: this purpose was given at any earlier time.
        new_year: it was last asked in an earlier school year.

    Returns:
        The next state, or IGNORE or REFUSE where nothing changes.
    """
    cell = TABLE[event][state]
    if event is ConsentEvent.QUESTION_DUE and state in ONLY_IN_A_NEW_YEAR:
        return cell if new_year else _REFUSE
    if cell is _S.GIVEN and given_before:
        return _S.RENEWED
    return cell
