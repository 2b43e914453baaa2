# SPDX-License-Identifier: GPL-3.0-or-later
"""A window that remembers what it was given, and can be waited on."""

import asyncio
from collections.abc import Callable
from typing import Final

from console.core.view import LogView, Pixels, TileState, TileView, WallView
from tests.fakes.clock import MONDAY_MORNING

PATIENCE_S: Final = 20.0


class FakeScreen:
    """Holds what a window would show. It may be told things from any thread."""

    def __init__(self) -> None:
        self.shown: WallView | None = None
        self.shows = 0
        self.pixels: dict[tuple[str, bool], Pixels] = {}
        self.drops: list[tuple[str, bool]] = []
        self.logs: list[LogView] = []
        self._told = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def show(self, view: WallView) -> None:
        """Take a wall."""
        self.shown = view
        self.shows += 1
        self._tell()

    def picture(self, pixels: Pixels) -> None:
        """Take pixels."""
        self.pixels[pixels.pupil, pixels.large] = pixels
        self._tell()

    def drop(self, pupil: str, large: bool) -> None:  # noqa: FBT001 -- the port's shape
        """Forget pixels."""
        self.pixels.pop((pupil, large), None)
        self.drops.append((pupil, large))
        self._tell()

    def log(self, view: LogView) -> None:
        """Take a page of the record."""
        self.logs.append(view)
        self._tell()

    @property
    def view(self) -> WallView:
        """Give the wall; an empty one before the first."""
        return self.shown or WallView(MONDAY_MORNING, demo=False, slot=None)

    def has(self, pupil: str, state: TileState) -> bool:
        """Say whether a tile is there and in this state."""
        return any(t.pupil == pupil and t.state is state for t in self.view.tiles)

    def tile(self, pupil: str) -> TileView:
        """Give one tile."""
        return next(tile for tile in self.view.tiles if tile.pupil == pupil)

    async def until(self, wish: Callable[["FakeScreen"], object]) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(PATIENCE_S):
            while not wish(self):
                self._told.clear()
                await self._told.wait()

    def _tell(self) -> None:
        self._loop.call_soon_threadsafe(self._told.set)
