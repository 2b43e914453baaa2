# SPDX-License-Identifier: GPL-3.0-or-later
"""What a demo's script can wait for: things the window shows, nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from console.core.view import LockMark, TileState, TileView, WallView


class Wanted(Protocol):
    """The part of a step that a wait reads."""

    @property
    def pupil(self) -> str:
        """Whose tile, by id or name; empty = any."""

    @property
    def count(self) -> int:
        """How many, at least."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the window shows now."""

    view: WallView
    large_picture: bool
    log_lines: int
    look_refused: bool = False


def _tiles(seen: Seen, wanted: Wanted) -> list[TileView]:
    who = wanted.pupil
    return [t for t in seen.view.tiles if not who or who in {t.pupil, t.name}]


def _count(
    holds: Callable[[TileView], bool],
) -> Callable[[Seen, Wanted], bool]:
    return lambda seen, wanted: (
        sum(holds(tile) for tile in _tiles(seen, wanted)) >= wanted.count
    )


def _started(seen: Seen, _wanted: Wanted) -> bool:
    return seen.view.slot is not None and seen.view.slot.started


def _ended(seen: Seen, wanted: Wanted) -> bool:
    return not _started(seen, wanted)


WAITS: Final[Mapping[str, Callable[[Seen, Wanted], bool]]] = {
    "slot": lambda seen, _: seen.view.slot is not None,
    "connected": lambda seen, wanted: seen.view.connected >= wanted.count,
    "started": _started,
    "ended": _ended,
    "summary": lambda seen, _: bool(seen.view.summary),
    "picture": _count(lambda tile: tile.state is TileState.SHOWN and tile.picture > 0),
    "no_picture": _count(lambda tile: tile.state is TileState.NO_PICTURE),
    "lost": _count(lambda tile: tile.state is TileState.LOST),
    "hand": _count(lambda tile: tile.hand is not None),
    "offer": _count(lambda tile: tile.hand is not None and tile.hand.offers_look),
    "no_hand": lambda seen, wanted: not any(t.hand for t in _tiles(seen, wanted)),
    "look": lambda seen, _: seen.view.look is not None and bool(seen.view.look.until),
    "large_picture": lambda seen, _: seen.large_picture,
    "look_refused": lambda seen, _: seen.look_refused,
    "no_look": lambda seen, _: seen.view.look is None,
    "attention": _count(lambda tile: tile.lock is LockMark.SHOWN),
    "no_attention": lambda seen, _: seen.view.attention is None,
    "log": lambda seen, wanted: seen.log_lines >= wanted.count,
    "trouble": lambda seen, _: bool(seen.view.trouble),
}
