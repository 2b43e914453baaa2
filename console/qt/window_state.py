# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window knows at one moment: the last view, the choice, the cover."""

from dataclasses import dataclass, field
from typing import Final

from console.core.view import HandView, TileView, WallView
from console.qt.look_trace import LookTrace

ALWAYS: Final = frozenset({"cover"})


@dataclass(slots=True)
class WindowState:
    """The one changing value of the window; it lives on the window's thread."""

    view: WallView | None = None
    chosen: tuple[str, ...] = ()
    covered: bool = True
    notice_read: bool = False
    look: LookTrace = field(default_factory=LookTrace)

    @property
    def in_lesson(self) -> bool:
        """Say whether a lesson runs."""
        return self.view is not None and self.view.slot is not None and self._started

    @property
    def _started(self) -> bool:
        slot = self.view.slot if self.view else None
        return slot is not None and slot.started

    def tile(self, pupil: str) -> TileView | None:
        """Find the tile of a pupil."""
        tiles = self.view.tiles if self.view else ()
        return next((tile for tile in tiles if tile.pupil == pupil), None)

    def pupil_named(self, who: str) -> str | None:
        """Find a pupil by id, or by a name that no other tile has."""
        tiles = self.view.tiles if self.view else ()
        found = [tile.pupil for tile in tiles if who in {tile.pupil, tile.name}]
        return found[0] if len(found) == 1 else None

    def hands(self) -> list[tuple[TileView, HandView]]:
        """List the raised hands, first come first."""
        tiles = self.view.tiles if self.view else ()
        up = [(tile, tile.hand) for tile in tiles if tile.hand is not None]
        return sorted(up, key=lambda pair: pair[1].place)

    def able(self) -> frozenset[str]:
        """Name what can be done now. The laptops decide; this is courtesy."""
        if self.view is None:
            return frozenset()
        if not self.in_lesson:
            ready = self.view.slot is not None and self.notice_read
            return ALWAYS | {"log"} | ({"startLesson"} if ready else set())
        return ALWAYS | self._able_in_lesson()

    def _able_in_lesson(self) -> set[str]:
        able = {"endLesson", "message", "link", "showScreens", "uncover", "seeHand"}
        view = self.view
        if view is None:
            return able
        if view.overview_reason is not None:
            able.add("stopScreens")
        if view.look is not None:
            able.add("stopLooking")
        if not self.covered:
            able |= {"look", "log"}
        if view.attention is None:
            return able | {"attention", "attentionMenu"}
        return able | {"endAttention"}
