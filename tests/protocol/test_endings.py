# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes, events and codes of an end belong together."""

import pytest

from protocol import endings
from protocol.events import EndCause
from protocol.machine import TABLE, State
from protocol.messages.link import ByeCode


@pytest.mark.parametrize("code", ByeCode)
def test_closing_with_any_code_ends_a_ready_session(code: ByeCode) -> None:
    _cause, event = endings.CLOSE[code]
    assert TABLE[event][State.READY].state in {State.CLOSING, State.CLOSED}


def test_the_cause_of_a_code_is_told_by_that_code() -> None:
    for code, (cause, _event) in endings.CLOSE.items():
        assert endings.BYE.get(cause, code) is code


@pytest.mark.parametrize(
    "cause", [EndCause.PEER_LEFT, EndCause.PEER_SAID_BYE, EndCause.SUPERSEDED]
)
def test_who_left_is_told_nothing(cause: EndCause) -> None:
    assert cause not in endings.BYE
