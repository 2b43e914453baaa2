# SPDX-License-Identifier: GPL-3.0-or-later
"""Grab an X11 desktop: woken by XDamage, halved by RENDER inside the X server.

An X server runs requests one after the other, so one Composite of the root is one
instant. Everything later reads only that base pixmap, which nobody else can draw into:
what the proof saw is what the picture shows. Source: docs/spec/pixels.md, "The base".
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import xcffib
from xcffib import damage, render

from agent.session.platform.base import (
    BYTES_PER_PX,
    Grabber,
    GrabError,
    Keeper,
    Pixels,
    Plan,
    Rect,
)
from agent.session.platform.x11_display import ALL_PLANES, Z_PIXMAP, Display
from agent.session.platform.x11_keeper import X11Keeper
from agent.session.platform.x11_memory import SharedMemory

FIXED_ONE: Final = 65_536  # RENDER's numbers have 16 bits behind the point
PILL_BYTES: Final = 1024 * 256 * BYTES_PER_PX


@contextmanager
def _plainly() -> Iterator[None]:
    """Turn what X says into our one kind of trouble."""
    try:
        yield
    except xcffib.XcffibException as error:
        raise GrabError("The X screen is gone or refused a request.") from error


class _Screen:
    """One monitor's chain: root -> base -> halvings -> tile; it is its own Shot."""

    def __init__(self, display: Display, plan: Plan) -> None:
        self._display = display
        self.plan = plan
        self._steps: list[tuple[int, int, int, int]] = []
        self._pixmaps: list[int] = []
        self._build()
        tile_bytes = plan.tile_width_px * plan.tile_height_px * BYTES_PER_PX
        connection = display.connection
        self._tile = SharedMemory(connection, display.shm, tile_bytes)
        self._pill = SharedMemory(connection, display.shm, PILL_BYTES)

    def _build(self) -> None:
        rect = self.plan.area.rect
        source = self._display.picture_of_root()
        from_size = (rect.width_px, rect.height_px)
        offset = (rect.x_px, rect.y_px)
        for size in _sizes(self.plan):
            self._transform(source, from_size, size, offset)
            target = self._target(size)
            self._steps.append((source, target, *size))
            source, from_size, offset = target, size, (0, 0)

    def _transform(
        self,
        source: int,
        from_size: tuple[int, int],
        size: tuple[int, int],
        offset: tuple[int, int],
    ) -> None:
        across, down = from_size[0] / size[0], from_size[1] / size[1]
        if not self._steps:  # exactly, or an odd width would shift the pill's px
            across = down = self.plan.divisor
        if self.plan.divisor != 1 or self._steps:
            self._display.smooth(source)
        numbers = (across, 0, offset[0], 0, down, offset[1], 0, 0, 1)
        transform = render.TRANSFORM.synthetic(*(_fixed(n) for n in numbers))
        self._display.render.SetPictureTransform(source, transform)

    def _target(self, size: tuple[int, int]) -> int:
        display = self._display
        pixmap = display.connection.generate_id()
        depth = display.screen.root_depth
        display.connection.core.CreatePixmapChecked(
            depth, pixmap, display.root, *size
        ).check()
        self._pixmaps.append(pixmap)
        picture = int(display.connection.generate_id())
        display.render.CreatePictureChecked(
            picture, pixmap, display.format, 0, []
        ).check()
        return picture

    def _run(self, steps: Sequence[tuple[int, int, int, int]]) -> None:
        for source, target, width, height in steps:
            self._display.render.Composite(
                render.PictOp.Src, source, 0, target, 0, 0, 0, 0, 0, 0, width, height
            )

    def take(self) -> None:
        """Fill the base: exactly one request reads the root."""
        self._run(self._steps[:1])

    def cut(self, rect: Rect) -> Pixels | None:
        """Give this rectangle of the base."""
        divisor, area = self.plan.divisor, self.plan.area.rect
        if not area.holds(rect):
            return None
        x, y = (rect.x_px - area.x_px), (rect.y_px - area.y_px)
        if x % divisor or y % divisor:
            return None  # between two px of the base: not what we painted
        width, height = rect.width_px // divisor, rect.height_px // divisor
        if width * height * BYTES_PER_PX > PILL_BYTES:
            return None
        memory = self._pill
        self._get(self._pixmaps[0], memory, x // divisor, y // divisor, width, height)
        return Pixels(width, height, memory.first(width * height * BYTES_PER_PX))

    def tile(self) -> Pixels:
        """Halve the base on to the tile, in the server, and fetch it."""
        with _plainly():
            self._run(self._steps[1:])
        width, height = self.plan.tile_width_px, self.plan.tile_height_px
        self._get(self._pixmaps[-1], self._tile, 0, 0, width, height)
        return Pixels(width, height, self._tile.first(self._tile.size_bytes))

    def _get(
        self, pixmap: int, memory: SharedMemory, x: int, y: int, width: int, height: int
    ) -> None:
        with _plainly():
            self._display.shm.GetImage(
                pixmap, x, y, width, height, ALL_PLANES, Z_PIXMAP, memory.id, 0
            ).reply()

    def close(self) -> None:
        self._tile.close()
        self._pill.close()


def _fixed(value: float) -> int:
    return round(value * FIXED_ONE)


def _sizes(plan: Plan) -> list[tuple[int, int]]:
    """Give the chain's sizes: the base, halved while it stays above the tile."""
    tile = (plan.tile_width_px, plan.tile_height_px)
    sizes = [plan.base_size_px]
    while sizes[-1][0] // 2 >= tile[0] and sizes[-1][1] // 2 >= tile[1]:
        sizes.append((sizes[-1][0] // 2, sizes[-1][1] // 2))
    if sizes[-1] != tile:
        sizes.append(tile)
    return sizes


class X11Grabber:
    """The open door: a connection, its monitors, and the damage that wakes us."""

    def __init__(self, plans: Sequence[Plan], name: str | None = None) -> None:
        """Connect and prepare each monitor.

        Raises:
            GrabError: the display or an extension is missing.
        """
        self._display = Display(name)
        self._screens: list[_Screen] = []
        try:
            with _plainly():
                self._screens = [_Screen(self._display, plan) for plan in plans]
                self._listen()
        except GrabError:
            self.close()
            raise

    def _listen(self) -> None:
        display = self._display
        self._damage = display.connection.generate_id()
        level = damage.ReportLevel.NonEmpty
        display.damage.CreateChecked(self._damage, display.root, level).check()
        self._region = display.connection.generate_id()
        display.xfixes.CreateRegionChecked(self._region, 0, []).check()

    def fileno(self) -> int | None:
        """Give the connection; it turns readable on damage."""
        return int(self._display.connection.get_file_descriptor())

    def woke(self) -> bool:
        """Drain every queued event; a reply may have queued some unseen."""
        hit = False
        with _plainly():
            while (event := self._display.connection.poll_for_event()) is not None:
                hit = hit or isinstance(event, damage.NotifyEvent)
        return hit

    def changed(self) -> Sequence[Rect]:
        """Take the damaged rectangles and arm the one event again."""
        with _plainly():
            self._display.damage.Subtract(self._damage, 0, self._region)
            region = self._display.xfixes.FetchRegion(self._region).reply()
        return [Rect(r.x, r.y, r.width, r.height) for r in region.rectangles]

    def shoot(self) -> Sequence[_Screen]:
        """Take one instant of each monitor."""
        with _plainly():
            for screen in self._screens:
                screen.take()
            self._display.connection.flush()  # the instant is now, not at the first cut
        return self._screens

    def close(self) -> None:
        """Shut the door: no connection, no picture."""
        for screen in self._screens:
            screen.close()
        self._screens = []
        self._display.close()


class X11:
    """A desktop on an X server that has the extensions we need."""

    number = 1

    def __init__(self, name: str | None = None) -> None:
        """Take the display's name; None is the session's own."""
        self._name = name

    def open(self, plans: Sequence[Plan]) -> Grabber:
        """Open the door to the screens."""
        return X11Grabber(plans, self._name)

    def keeper(self) -> Keeper:
        """Give what keeps our windows on top."""
        return X11Keeper(self._name)

    def read_back(self, rects: Sequence[Rect]) -> Sequence[bytes]:
        """Give the true pixels of a few small rectangles."""
        display = Display(self._name)
        try:
            with _plainly():
                return [
                    display.patch(r.x_px, r.y_px, r.width_px, r.height_px)
                    for r in rects
                ]
        finally:
            display.close()

    def present(self, name: str, rect: Rect, pixels: Pixels | None) -> None:
        """Do nothing: the X server shows our windows itself."""
