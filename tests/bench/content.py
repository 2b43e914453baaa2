# SPDX-License-Identifier: GPL-3.0-or-later
"""What a pupil's screen shows, drawn cheaply: run it on the screen to be measured.

    python -m tests.bench.content still | scroll | typing | video

The same four contents, sizes and rates as Veyon was measured with: a page of text that
stands still, that scrolls 120 px each half second, that somebody types in at 5 letters
a second, or beside a moving picture of 854x480 at 24 a second. The page is drawn
once; what moves is copied inside the X server, as a browser does.
"""

import random
import sys
import time
from collections.abc import Callable
from typing import Final

import xcffib
import xcffib.xproto as x
from PIL import Image, ImageDraw, ImageFont

from tests.bench.x_link import connect

SCROLL_PX: Final = 120
SCROLL_S: Final = 0.5
TYPING_S: Final = 0.2
VIDEO_S: Final = 1 / 24
VIDEO_PX: Final = (854, 480)
LETTER_PX: Final = (9, 18)
LINE_PX: Final = 24
ROWS_AT_ONCE: Final = 24  # a request has at most 256 KiB
WORDS: Final = "De leerling verandert de grafiek en tekent de top van de parabool. "
PAPER: Final = 0xFFFFFF
INK: Final = 0x182026


class Page:
    """A window over the whole screen, and a page twice as tall to show in it."""

    def __init__(self) -> None:
        """Draw the page into the X server."""
        self.connection = connect()
        self.core = self.connection.core
        self.screen = self.connection.get_setup().roots[0]
        self.width = self.screen.width_in_pixels
        self.height = self.screen.height_in_pixels
        self.window, self.paper, self.gc = (
            self.connection.generate_id() for _ in range(3)
        )
        self._make()
        self._put(_text(self.width, self.height * 2))

    def show(self, top: int) -> None:
        """Show the page from this row on."""
        self.core.CopyArea(
            self.paper, self.window, self.gc, 0, top, 0, 0, self.width, self.height
        )

    def flush(self) -> None:
        """Send it."""
        self.connection.flush()

    def picture(self, data: bytes, at: tuple[int, int], size: tuple[int, int]) -> None:
        """Paint pixels in the window."""
        self._rows(self.window, data, at, size)

    def letter(self, number: int) -> None:
        """Type one letter; the line starts anew when it is full."""
        each = LETTER_PX[0]
        across = number * each % (self.width // 2)
        self.core.ChangeGC(self.gc, x.GC.Foreground, [INK if number % 7 else PAPER])
        place = x.RECTANGLE.synthetic(200 + across, 500, each - 2, LETTER_PX[1])
        self.core.PolyFillRectangle(self.window, self.gc, 1, [place])

    def _make(self) -> None:
        root, depth = self.screen.root, self.screen.root_depth
        size = self.width, self.height
        self.core.CreateWindow(
            depth, self.window, root, 0, 0, *size, 0, x.WindowClass.InputOutput,
            self.screen.root_visual, x.CW.BackPixel | x.CW.OverrideRedirect,
            [PAPER, 1],
        )  # fmt: skip
        self.core.CreatePixmap(depth, self.paper, root, self.width, self.height * 2)
        self.core.CreateGC(self.gc, self.paper, x.GC.GraphicsExposures, [0])
        below = [x.StackMode.Below]
        self.core.ConfigureWindow(self.window, x.ConfigWindow.StackMode, below)
        self.core.MapWindow(self.window)

    def _put(self, image: Image.Image) -> None:
        self._rows(self.paper, image.tobytes("raw", "BGRX"), (0, 0), image.size)

    def _rows(
        self, where: int, data: bytes, at: tuple[int, int], size: tuple[int, int]
    ) -> None:
        row_bytes = size[0] * 4
        for top in range(0, size[1], ROWS_AT_ONCE):
            rows = min(ROWS_AT_ONCE, size[1] - top)
            part = data[top * row_bytes : (top + rows) * row_bytes]
            self.core.PutImage(
                x.ImageFormat.ZPixmap, where, self.gc, size[0], rows, at[0],
                at[1] + top, 0, self.screen.root_depth, len(part), part,
            )  # fmt: skip


def _text(width: int, height: int) -> Image.Image:
    image = Image.new("RGB", (width, height), "#ffffff")
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(16)
    chance = random.Random(1)
    for number, y in enumerate(range(0, height, LINE_PX)):
        words = WORDS * (1 + chance.randrange(3))
        draw.text((40, y), f"{number}. {words}", fill="#182026", font=font)
    return image


def _noise() -> list[bytes]:
    """Make four moving pictures; no two alike."""
    chance, size = random.Random(2), VIDEO_PX[0] * VIDEO_PX[1] * 4
    return [chance.randbytes(size // 64) * 64 for _ in range(4)]


def _mover(page: Page, kind: str) -> tuple[float, Callable[[int], None]]:
    """Give how often something moves, and what."""
    if kind == "scroll":
        return SCROLL_S, lambda n: page.show(n * SCROLL_PX % page.height)
    if kind == "typing":
        return TYPING_S, page.letter
    pictures = _noise()
    return VIDEO_S, lambda n: page.picture(pictures[n % 4], (300, 200), VIDEO_PX)


def main(kind: str) -> int:
    """Show it until the screen goes away or we are stopped."""
    try:
        page = Page()
        page.show(0)
        page.flush()
        print("shown", flush=True)
        if kind == "still":
            page.connection.wait_for_event()
        each_s, move = _mover(page, kind)
        began, number = time.monotonic(), 0
        while True:
            number += 1
            time.sleep(max(0.0, began + number * each_s - time.monotonic()))
            move(number)
            page.flush()
    except (xcffib.ConnectionException, KeyboardInterrupt):
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
