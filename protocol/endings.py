# SPDX-License-Identifier: GPL-3.0-or-later
"""Causes of an end, events of the table and codes on the wire, side by side.

Source: docs/spec/session.md "Last words".
"""

from typing import Final

from protocol.events import EndCause
from protocol.machine import Event
from protocol.messages.link import ByeCode

CLOSE: Final[dict[ByeCode, tuple[EndCause, Event]]] = {
    ByeCode.MALFORMED: (EndCause.MALFORMED, Event.MALFORMED),
    ByeCode.VERSION: (EndCause.OTHER_VERSION, Event.MALFORMED),
    ByeCode.ROLE: (EndCause.WRONG_ROLE, Event.MALFORMED),
    ByeCode.REVOKED: (EndCause.REVOKED, Event.REVOKED),
    ByeCode.SUPERSEDED: (EndCause.SUPERSEDED, Event.TWIN),
    ByeCode.RATE: (EndCause.TOO_FAST, Event.TOO_FAST),
    ByeCode.CLOSING: (EndCause.CLOSED_HERE, Event.ENDED),
    ByeCode.SECOND_TEACHER: (EndCause.SECOND_TEACHER, Event.ENDED),
}
"""What closing with each code is, when the program itself closes."""

BYE: Final[dict[EndCause, ByeCode]] = {
    EndCause.MALFORMED: ByeCode.MALFORMED,
    EndCause.OTHER_VERSION: ByeCode.VERSION,
    EndCause.WRONG_ROLE: ByeCode.ROLE,
    EndCause.TOO_FAST: ByeCode.RATE,
    EndCause.BELL: ByeCode.CLOSING,
    EndCause.SILENT: ByeCode.CLOSING,
    EndCause.SLOW_HANDSHAKE: ByeCode.CLOSING,
}
"""The last word where the caller named none; a peer that left hears nothing."""
