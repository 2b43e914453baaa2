# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may knock at a port: known sources, few at once, none that keeps failing.

Source: docs/spec/session.md "Penalties".
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from protocol import constants as c
from protocol.identity import Peer
from protocol.penalties import Penalties


class Doorkeeper:
    """Half-open connections by source, and the penalties of one port."""

    def __init__(
        self, source_ok: Callable[[str], bool], clock: Callable[[], float]
    ) -> None:
        self._source_ok = source_ok
        self._clock = clock
        self._half_open: Counter[str] = Counter()
        self._penalties = Penalties()

    def admits(self, source: str) -> bool:
        """Say whether a source may start a handshake now; if so, it is counted.

        Every source that is admitted must go through `knocking`, which ends the count.
        """
        is_admitted = (
            self._half_open.total() < c.HALF_OPEN_MOST
            and self._half_open[source] < c.HALF_OPEN_A_SOURCE
            and not self._penalties.refuses(source, self._clock())
            and self._source_ok(source)
        )
        self._half_open[source] += is_admitted
        return is_admitted

    @contextmanager
    def knocking(self, source: str) -> Iterator[None]:
        """Hold an admitted source's handshake; one that raises is a failed one."""
        try:
            yield
        except Exception:
            self._penalties.failed(source, self._clock())
            raise
        else:
            self._penalties.succeeded(source)
        finally:
            self._half_open[source] -= 1
            self._half_open += Counter()  # forgets the zeros

    def is_waiting(self, peer: Peer) -> bool:
        """Say whether this certificate was sent away a moment ago."""
        return self._penalties.is_waiting(peer.fingerprint, self._clock())

    def penalise(self, peer: Peer) -> None:
        """Let a certificate wait: it was malformed or too fast."""
        self._penalties.let_wait(peer.fingerprint, self._clock())
