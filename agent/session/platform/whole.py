# SPDX-License-Identifier: GPL-3.0-or-later
"""Make a proof and a tile from one whole picture of a monitor, held in our memory.

Where the desktop cannot halve for us: one read of the screen, everything else from it.
"""

from collections.abc import Sequence

from PIL import Image

from agent.session.platform.base import Pixels, Plan, Rect


class WholeShot:
    """One instant of one monitor, already reduced to its base."""

    def __init__(self, plan: Plan, size: tuple[int, int], raw: bytes) -> None:
        """Reduce once; the full picture is not kept.

        Args:
            plan: of this monitor.
            size: width and height of the full picture.
            raw: its rows, blue green red unused.
        """
        self._plan = plan
        full = Image.frombuffer("RGBX", size, raw, "raw", "RGBX", 0, 1)
        self._base = full.reduce(plan.divisor) if plan.divisor > 1 else full.copy()

    def cut(self, rect: Rect) -> Pixels | None:
        """Give this rectangle of the base."""
        divisor, area = self._plan.divisor, self._plan.area.rect
        x, y = rect.x_px - area.x_px, rect.y_px - area.y_px
        if not area.holds(rect) or x % divisor or y % divisor:
            return None
        width, height = rect.width_px // divisor, rect.height_px // divisor
        left, top = x // divisor, y // divisor
        part = self._base.crop((left, top, left + width, top + height))
        return Pixels(width, height, part.tobytes())

    def tile(self) -> Pixels:
        """Give the small picture."""
        size = (self._plan.tile_width_px, self._plan.tile_height_px)
        factor = max(1, min(self._base.width // size[0], self._base.height // size[1]))
        small = self._base.reduce(factor) if factor > 1 else self._base
        small = small.resize(size, Image.Resampling.BILINEAR)
        return Pixels(*size, small.tobytes())


def news(
    shots: Sequence[tuple[Plan, WholeShot]], last: dict[int, Pixels]
) -> list[Rect]:
    """Give the monitors whose tile differs from last time, and remember the new."""
    found = []
    for plan, shot in shots:
        tile = shot.tile()
        if differs(last.get(plan.area.id), tile):
            last[plan.area.id] = tile
            found.append(plan.area.rect)
    return found


def differs(one: Pixels | None, other: Pixels) -> bool:
    """Compare two tiles as bytes; memoryviews compare px by px, far slower."""
    return one is None or bytes(one.data) != bytes(other.data)
