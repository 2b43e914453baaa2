# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has to wait before trying again: sources that fail, certificates that break.

The idea is OpenSSH's per-source penalties. A source with a known certificate behind it
is never held back for what another there did: a whole class may share one address.
Source: docs/spec/session.md "Penalties".
"""

from dataclasses import dataclass, field

from protocol import constants as c


@dataclass(slots=True)
class Penalties:
    """Penalties in seconds, by source address, and waits by certificate."""

    _until: dict[str, float] = field(default_factory=dict)
    _good: set[str] = field(default_factory=set)
    _waits: dict[bytes, float] = field(default_factory=dict)

    def failed(self, source: str, now: float) -> None:
        """Count one handshake that came to nothing."""
        start = max(now, self._until.get(source, now))
        until = min(start + c.PENALTY_FAILED_S, now + c.PENALTY_MOST_S)
        self._until.pop(source, None)
        self._until[source] = until
        self._forget(now)

    def succeeded(self, source: str) -> None:
        """Remember that a checked certificate spoke from here."""
        self._until.pop(source, None)
        if len(self._good) >= c.PENALTY_SOURCES:
            self._good.clear()
        self._good.add(source)

    def refuses(self, source: str, now: float) -> bool:
        """Say whether a source is turned away before any handshake."""
        left = self._until.get(source, now) - now
        return source not in self._good and left >= c.PENALTY_FELT_S

    def let_wait(self, fingerprint: bytes, now: float) -> None:
        """Keep a certificate out for a while: it was malformed or too fast."""
        self._waits = {fp: at for fp, at in self._waits.items() if at > now}
        self._waits[fingerprint] = now + c.PENALTY_S

    def is_waiting(self, fingerprint: bytes, now: float) -> bool:
        """Say whether a certificate still has to wait."""
        return self._waits.get(fingerprint, now) > now

    def _forget(self, now: float) -> None:
        """Keep the table small: what is over goes, then the oldest."""
        if len(self._until) <= c.PENALTY_SOURCES:
            return
        self._until = {at: until for at, until in self._until.items() if until > now}
        while len(self._until) > c.PENALTY_SOURCES:
            self._until.pop(next(iter(self._until)))
