# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop must offer so that a proven picture can be made of it.

The raw pixels behind these Protocols never leave the session's process.
Source: docs/spec/pixels.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from consent.purpose import OVERVIEW_WIDTH_PX

LOGICAL_FULL_PX: Final = 1920  # overview widths are meant for a desktop this wide
BYTES_PER_PX: Final = 4  # blue, green, red, unused


class GrabError(Exception):
    """The screens cannot be grabbed now; the text is one plain sentence."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle of the whole desktop, in physical px."""

    x_px: int
    y_px: int
    width_px: int
    height_px: int

    def holds(self, other: "Rect") -> bool:
        """Say whether the other lies wholly inside this one."""
        return (
            self.x_px <= other.x_px
            and self.y_px <= other.y_px
            and other.x_px + other.width_px <= self.x_px + self.width_px
            and other.y_px + other.height_px <= self.y_px + self.height_px
        )


@dataclass(frozen=True, slots=True)
class Area:
    """One monitor: its number, place and text scale (1.0 = 100 %)."""

    id: int
    rect: Rect
    scale: float

    @property
    def logical_width_px(self) -> int:
        """Width as the desktop's texts know it: large text, few logical px."""
        return int(self.rect.width_px / self.scale)


@dataclass(frozen=True, slots=True)
class Pixels:
    """Rows of 4-byte px; a view on memory that the next grab overwrites."""

    width_px: int
    height_px: int
    data: bytes | memoryview


@dataclass(frozen=True, slots=True)
class Plan:
    """How one monitor is grabbed: its base picture, then the tile made of it."""

    area: Area
    divisor: int
    tile_width_px: int
    tile_height_px: int

    @property
    def base_size_px(self) -> tuple[int, int]:
        """Width and height of the base picture."""
        rect = self.area.rect
        return rect.width_px // self.divisor, rect.height_px // self.divisor


def plan(area: Area, width_px: int, *, by_text_size: bool) -> Plan:
    """Choose the sizes for a picture at most this wide.

    Args:
        area: the monitor.
        width_px: what the daemon allows.
        by_text_size: the ceiling of an overview shrinks with the desktop's logical
            width, or large text would be readable on a small or magnified screen.
            The daemon asks less by the same rule; this holds even when it does not.
    """
    rect = area.rect
    width = min(width_px, rect.width_px)
    if by_text_size:
        most = area.logical_width_px * OVERVIEW_WIDTH_PX // LOGICAL_FULL_PX
        width = min(width, most)
    width = max(16, width)
    height = max(1, rect.height_px * width // rect.width_px)
    divisor = 2 if 2 * width <= rect.width_px else 1
    return Plan(area, divisor, width, height)


class Shot(Protocol):
    """One instant of one monitor; proof and tile are read from the same pixels."""

    def cut(self, rect: Rect) -> Pixels | None:
        """Give this rectangle of the base, or None when it is not wholly on it."""
        ...

    def tile(self) -> Pixels:
        """Give the small picture, computed from the base only."""
        ...


class Grabber(Protocol):
    """An open door to the screens. It exists only while something may be grabbed."""

    def fileno(self) -> int | None:
        """Give what turns readable on a change; None: ask `changed` now and then."""
        ...

    def woke(self) -> bool:
        """Drain what is queued; say whether the screen has changed."""
        ...

    def changed(self) -> Sequence[Rect]:
        """Give the rectangles changed since last asked, and listen again."""
        ...

    def shoot(self) -> Sequence[Shot]:
        """Take one instant of each planned monitor, in the order of the plans."""
        ...

    def close(self) -> None:
        """Shut the door."""
        ...


class Keeper(Protocol):
    """Keeps our own windows on top and mapped, knows of sleep; sees no pixel."""

    def fileno(self) -> int | None:
        """Give what turns readable when one of our windows was covered or hidden."""
        ...

    def watch(self, window: int) -> None:
        """Keep this window from now on."""
        ...

    def forget(self, window: int) -> None:
        """Keep it no longer."""
        ...

    def woke(self) -> None:
        """Answer what happened: raise or map again, at most ten times a second."""
        ...

    def raise_all(self, below: Sequence[int] = ()) -> None:
        """Put every watched window on top, and these just under them."""
        ...

    def covered(self) -> bool:
        """Say whether a watched window is known to be hidden or covered."""
        ...

    def resting(self) -> bool:
        """Say whether the screen is off or locked, so that nothing may be grabbed."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


class Platform(Protocol):
    """One kind of desktop."""

    number: int  # Here.platform

    def open(self, plans: Sequence[Plan]) -> Grabber:
        """Open the door to the screens.

        Raises:
            GrabError: not on this desktop, or not now.
        """
        ...

    def keeper(self) -> Keeper:
        """Give what keeps our windows on top."""
        ...

    def read_back(self, rects: Sequence[Rect]) -> Sequence[bytes]:
        """Give the true pixels of a few small rectangles, to see our own curtain.

        Raises:
            GrabError: they cannot be read.
        """
        ...

    def present(self, name: str, rect: Rect, pixels: Pixels | None) -> None:
        """Show or take away an own window where the desktop itself is drawn by us."""
        ...
