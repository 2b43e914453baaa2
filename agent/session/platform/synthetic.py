# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop drawn by ourselves, for a machine without a screen.

It goes through the same path as a real one: our windows are painted into it, the pill
is proven in it, tiles are made from it. Demonstrations and tests use it.
"""

from collections.abc import Callable, Sequence

from PIL import Image

from agent.session.platform.base import Grabber, Keeper, Pixels, Plan, Rect
from agent.session.platform.no_keeper import NoKeeper
from agent.session.platform.synthetic_page import page
from agent.session.platform.whole import WholeShot, news

CHANGES_EACH_S = 4.0
Clock = Callable[[], float]


class Synthetic:
    """The desktop: a page somebody works on, and our own windows over it."""

    number = 4

    def __init__(self, clock: Clock, seed: int = 0) -> None:
        """Take the clock that moves the work on, and which pupil's page it is."""
        self._clock = clock
        self._seed = seed
        self._began = clock()
        self._windows: dict[str, tuple[Rect, Image.Image]] = {}
        self.cover: Rect | None = None  # a foreign window over everything, for tests

    def present(self, name: str, rect: Rect, pixels: Pixels | None) -> None:
        """Show an own window, or take it away; the pill is shown last, on top."""
        self._windows.pop(name, None)
        if pixels is not None:
            size = (pixels.width_px, pixels.height_px)
            self._windows[name] = (
                rect,
                Image.frombytes("RGBA", size, bytes(pixels.data), "raw", "BGRA"),
            )

    def draw(self, rect: Rect) -> Image.Image:
        """Give what this part of the desktop shows now."""
        step = int((self._clock() - self._began) / CHANGES_EACH_S)
        image = page(rect.width_px, rect.height_px, self._seed, step).copy()
        pills_last = sorted(self._windows.items(), key=lambda w: w[0].startswith("eye"))
        for _, (place, window) in pills_last:
            at = (place.x_px - rect.x_px, place.y_px - rect.y_px)
            image.paste(window, at, window)
        if (cover := self.cover) is not None:
            left, top = cover.x_px - rect.x_px, cover.y_px - rect.y_px
            image.paste(
                (51, 102, 51),
                (left, top, left + cover.width_px, top + cover.height_px),
            )
        return image

    def open(self, plans: Sequence[Plan]) -> Grabber:
        """Open the door to the drawn screens."""
        return SyntheticGrabber(self, plans)

    def keeper(self) -> Keeper:
        """Give nothing: nobody else is on this desktop."""
        return NoKeeper()

    def read_back(self, rects: Sequence[Rect]) -> Sequence[bytes]:
        """Give the drawn pixels of a few small rectangles."""
        return [_bgrx(self.draw(rect)) for rect in rects]


class SyntheticGrabber:
    """The open door to a drawn desktop."""

    def __init__(self, desktop: Synthetic, plans: Sequence[Plan]) -> None:
        """Take what to grab."""
        self._desktop = desktop
        self._plans = plans
        self._last: dict[int, Pixels] = {}

    def fileno(self) -> int | None:
        """Give nothing: ask `changed` now and then."""
        return None

    def woke(self) -> bool:
        """Say nothing; there are no events."""
        return False

    def changed(self) -> Sequence[Rect]:
        """Give the monitors whose small picture differs from last time."""
        return news(list(zip(self._plans, self.shoot(), strict=True)), self._last)

    def shoot(self) -> Sequence[WholeShot]:
        """Take one instant of each monitor."""
        shots = []
        for plan in self._plans:
            image = self._desktop.draw(plan.area.rect)
            shots.append(WholeShot(plan, image.size, _bgrx(image)))
        return shots

    def close(self) -> None:
        """Shut the door."""


def _bgrx(image: Image.Image) -> bytes:
    return image.convert("RGBA").tobytes("raw", "BGRA")
