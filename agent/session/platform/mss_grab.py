# SPDX-License-Identifier: GPL-3.0-or-later
"""Grab where there is no faster way: Windows, macOS, an X server without extensions.

Nothing wakes us here; `changed` compares small pictures. Never `.rgb` or `.pixels`:
they build one Python object per px. Source: docs/spec/pixels.md, "The fallback".
"""

from collections.abc import Sequence

import mss
from mss.exception import ScreenShotError

from agent.session.platform.base import Grabber, GrabError, Keeper, Pixels, Plan, Rect
from agent.session.platform.no_keeper import NoKeeper
from agent.session.platform.whole import WholeShot, news


class MssGrabber:
    """The open door: one mss handle."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        """Open it.

        Raises:
            GrabError: mss cannot read this desktop.
        """
        self._plans = plans
        self._last: dict[int, Pixels] = {}
        try:
            self._mss = mss.MSS()
        except ScreenShotError as error:
            raise GrabError("This desktop cannot be read.") from error

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
        """Read each monitor once."""
        try:
            return [self._one(plan) for plan in self._plans]
        except ScreenShotError as error:
            raise GrabError("This desktop cannot be read now.") from error

    def _one(self, plan: Plan) -> WholeShot:
        rect = plan.area.rect
        seen = self._mss.grab(
            {
                "left": rect.x_px,
                "top": rect.y_px,
                "width": rect.width_px,
                "height": rect.height_px,
            }
        )
        return WholeShot(plan, (seen.width, seen.height), bytes(seen.raw))

    def close(self) -> None:
        """Shut the door."""
        self._mss.close()


class Mss:
    """A desktop that mss can read."""

    number = 2

    def open(self, plans: Sequence[Plan]) -> Grabber:
        """Open the door to the screens."""
        return MssGrabber(plans)

    def keeper(self) -> Keeper:
        """Give nothing more than what Qt does itself."""
        return NoKeeper()

    def read_back(self, rects: Sequence[Rect]) -> Sequence[bytes]:
        """Give the true pixels of a few small rectangles."""
        try:
            with mss.MSS() as reader:
                return [
                    bytes(
                        reader.grab(
                            (
                                r.x_px,
                                r.y_px,
                                r.x_px + r.width_px,
                                r.y_px + r.height_px,
                            )
                        ).raw
                    )
                    for r in rects
                ]
        except ScreenShotError as error:
            raise GrabError("This desktop cannot be read now.") from error

    def present(self, name: str, rect: Rect, pixels: Pixels | None) -> None:
        """Do nothing: the desktop shows our windows itself."""
