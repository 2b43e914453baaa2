# SPDX-License-Identifier: GPL-3.0-or-later
"""What one tile shows: a pure choice, so that every cause of no picture looks the same.

Loudest first: hand (area), you look (frame), exception (bold words), the rest silent.
Source: docs/spec/look.md "Tile"; docs/rights.md R-67.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from console.core.view import LockMark, LookView, TileState, TileView, WallView
from console.qt.phrases import clock_text, countdown, initials, waited
from console.qt.words.words import Words


class Ground(StrEnum):
    """What fills the 16:9 of a tile."""

    PICTURE = "picture"
    NONE = "none"
    CURTAIN = "curtain"


class Weight(StrEnum):
    """How loud the sentence under a name is."""

    QUIET = "quiet"
    ACCENT = "accent"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class Chip:
    """The small mark on a tile: an icon, and words when they add something."""

    icon: str
    text: str = ""
    accent: bool = False


@dataclass(frozen=True, slots=True)
class TileFace:
    """One tile, ready to paint and to be read aloud."""

    name: str
    initials: str
    ground: Ground
    chip: Chip | None = None
    framed: bool = False
    hand: bool = False
    sentence: str = ""
    weight: Weight = Weight.QUIET

    @property
    def spoken(self) -> str:
        """What a screen reader says: the name, then the sentence."""
        return f"{self.name}, {self.sentence}" if self.sentence else self.name


def covered_face(tile: TileView) -> TileFace:
    """Show a name and nothing else: the class may be looking at this screen."""
    return TileFace(tile.name, initials(tile.name), Ground.NONE)


def face(tile: TileView, view: WallView, now: datetime, words: Words) -> TileFace:
    """Choose what one tile shows on an open wall."""
    look = view.look if view.look and view.look.pupil == tile.pupil else None
    sentence, weight = _sentence(tile, view, look, now, words)
    return TileFace(
        tile.name,
        initials(tile.name),
        _ground(tile),
        _chip(tile, look, now),
        framed=look is not None or tile.hand is not None,
        hand=tile.hand is not None,
        sentence=sentence,
        weight=weight,
    )


def _ground(tile: TileView) -> Ground:
    if tile.state is TileState.LOST:
        return Ground.NONE
    if tile.lock is LockMark.SHOWN:
        return Ground.CURTAIN
    return Ground.PICTURE if tile.state is TileState.SHOWN else Ground.NONE


def _chip(tile: TileView, look: LookView | None, now: datetime) -> Chip | None:
    if tile.state is TileState.LOST:
        return Chip("away")
    if look is not None:
        left = countdown(look.until, now) if look.until else "…"
        return Chip("eye-open", left, accent=True)
    if tile.hand is not None:
        return Chip("hand", str(tile.hand.place), accent=True)
    return Chip("clock") if tile.lock is LockMark.REQUESTED else None


def _sentence(
    tile: TileView,
    view: WallView,
    look: LookView | None,
    now: datetime,
    words: Words,
) -> tuple[str, Weight]:
    if tile.state is TileState.LOST:
        since = clock_text(tile.lost_since or now)
        return words.link_lost.format(time=since), Weight.QUIET
    if look is not None:
        return _looking(look, now, words), Weight.ACCENT
    if tile.hand is not None and tile.lock not in _UNCONFIRMED:
        time = waited(tile.hand.since, now, words)
        return words.help_asked.format(time=time), Weight.ACCENT
    if tile.lock is not LockMark.NONE:
        return _lock(tile, view, now, words)
    return _presence(tile, view, words), Weight.QUIET


_UNCONFIRMED: Final = frozenset({LockMark.REQUESTED, LockMark.NOT_SHOWN})


def _looking(look: LookView, now: datetime, words: Words) -> str:
    if look.until is None:
        return words.look_asked
    return words.looking.format(left=countdown(look.until, now))


def _lock(
    tile: TileView, view: WallView, now: datetime, words: Words
) -> tuple[str, Weight]:
    if tile.lock is LockMark.REQUESTED:
        return words.attention_requested, Weight.EXCEPTION
    if tile.lock is LockMark.NOT_SHOWN:
        return words.attention_not_shown, Weight.EXCEPTION
    asked = view.attention
    if asked is not None and asked.pupil == tile.pupil:
        left = countdown(asked.until, now)
        return words.attention_time.format(left=left), Weight.QUIET
    return words.attention_shown, Weight.QUIET


def _presence(tile: TileView, view: WallView, words: Words) -> str:
    if tile.state in {TileState.ABSENT, TileState.CONNECTING}:
        return words.not_connected
    if tile.state is TileState.NO_PICTURE:
        return words.no_picture
    waiting = tile.state is TileState.PRESENT and view.overview_reason is not None
    return words.no_picture if waiting else ""
