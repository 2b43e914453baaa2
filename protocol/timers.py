# SPDX-License-Identifier: GPL-3.0-or-later
"""The times at which a session must act by itself.

All are boot time in seconds. A timer belongs to a state: entering one sets its own and
drops those of the state before. Source: docs/spec/session.md "Timers".
"""

from dataclasses import dataclass

from protocol import constants as c
from protocol.machine import Side, State


@dataclass(slots=True)
class Timers:
    """Deadlines of one session; None where none runs."""

    handshake_at: float | None = None  # greeting, then each step of the sync
    silent_at: float | None = None
    ping_at: float | None = None
    gone_at: float | None = None  # a last word that does not leave

    def link_up(self, now: float) -> None:
        """Start counting: the peer has to speak, and in time."""
        self.handshake_at = now + c.HANDSHAKE_S
        self.heard(now)

    def heard(self, now: float) -> None:
        """Count a whole, well-formed message as life."""
        self.silent_at = now + c.SILENCE_S

    def sync_moved(self, now: float) -> None:
        """Give the sync its time again: a part of it, or a paper, came."""
        if self.handshake_at is not None:
            self.handshake_at = now + c.SYNC_S

    def entered(self, state: State, now: float) -> None:
        """Set what the new state needs and drop the rest."""
        if state is State.SYNCING:
            self.handshake_at = now + c.SYNC_S
        if state in {State.READY, State.CLOSING, State.CLOSED}:
            self.handshake_at = None
        if state in {State.CLOSING, State.CLOSED}:
            self.silent_at = self.ping_at = None
            self.gone_at = now + c.FLUSH_S if state is State.CLOSING else None

    def start_pings(self, side: Side, now: float) -> None:
        """Let the first ping leave at once; only an agent pings."""
        if side is Side.AGENT and self.ping_at is None:
            self.ping_at = now

    def earliest(self, due: float | None) -> float | None:
        """Say when tick() has work, a held answer's due time included."""
        times = (self.handshake_at, self.silent_at, self.ping_at, self.gone_at, due)
        return min((time for time in times if time is not None), default=None)
