# SPDX-License-Identifier: GPL-3.0-or-later
"""Say when the next picture is due. Pure: the caller reads the clock.

A small picture waits until the screen has settled, so that nobody can put text
together from many frames of a scrolling page. Source: docs/spec/pixels.md, "When".
"""

from dataclasses import dataclass
from typing import Final

from consent import purpose as p

SETTLED_S: Final = p.OVERVIEW_SETTLED_S
AT_LEAST_EACH_S: Final = p.OVERVIEW_AT_LEAST_EACH_S


@dataclass(slots=True)
class Pace:
    """The rhythm of one access."""

    gap_s: float
    settles: bool  # a small picture waits for a still screen; a large one does not
    last_shot: float | None = None
    dirty_since: float | None = None
    last_change: float = 0.0
    in_flight: bool = False

    def begin(self, now: float, last_overview: float | None) -> None:
        """Count the whole screen as new.

        The first small picture goes at once, unless one left in the last ten seconds.
        """
        self.last_shot = last_overview
        recent = last_overview is not None and now - last_overview < AT_LEAST_EACH_S
        self.dirty_since = now
        self.last_change = now if recent else now - SETTLED_S

    def changed(self, now: float) -> None:
        """Note that the screen changed."""
        self.last_change = now
        if self.dirty_since is None:
            self.dirty_since = now

    def shot(self, now: float) -> None:
        """Note that a picture was taken: what changed before it is in it."""
        self.last_shot = now
        self.dirty_since = None

    def due(self) -> float | None:
        """Give when the next picture may be taken; None while there is no need."""
        if self.dirty_since is None or self.in_flight:
            return None
        due = self.last_change + SETTLED_S if self.settles else self.dirty_since
        if self.settles:
            since = max(self.dirty_since, self.last_shot or 0.0)
            due = min(due, since + AT_LEAST_EACH_S)
        if self.last_shot is not None:
            due = max(due, self.last_shot + self.gap_s)
        return due
