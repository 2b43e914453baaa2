# SPDX-License-Identifier: GPL-3.0-or-later
"""Show a drawn desktop on an X screen, and work on in it.

Run as `python -m installer.demo.desktop N`.

It paints the root window's background, so that every window lies over it.
"""

import sys
import time
from typing import Any, Final

import xcffib
import xcffib.xproto as x

from installer.demo.pages import desktop

STEP_S: Final = 7.0
ROWS_AT_ONCE: Final = 32  # a request has at most 256 KiB


def paint(connection: Any, page: int, step: int) -> None:  # noqa: ANN401 -- xcffib's types are half
    """Put one picture behind everything."""
    screen = connection.get_setup().roots[0]
    size = screen.width_in_pixels, screen.height_in_pixels
    pixels = desktop(page, step, size).tobytes("raw", "BGRX")
    pixmap, gc = connection.generate_id(), connection.generate_id()
    core = connection.core
    core.CreatePixmap(screen.root_depth, pixmap, screen.root, *size)
    core.CreateGC(gc, pixmap, 0, [])
    row_bytes = size[0] * 4
    for top in range(0, size[1], ROWS_AT_ONCE):
        rows = min(ROWS_AT_ONCE, size[1] - top)
        data = pixels[top * row_bytes : (top + rows) * row_bytes]
        core.PutImage(
            x.ImageFormat.ZPixmap, pixmap, gc, size[0], rows, 0, top, 0,
            screen.root_depth, len(data), data,
        )  # fmt: skip
    core.ChangeWindowAttributes(screen.root, x.CW.BackPixmap, [pixmap])
    core.ClearArea(False, screen.root, 0, 0, 0, 0)  # noqa: FBT003 -- X's own order
    core.FreeGC(gc)
    core.FreePixmap(pixmap)
    connection.flush()


def main(arguments: list[str]) -> int:
    """Work until the screen goes away or we are stopped."""
    page, step = int(arguments[0]), 0
    try:
        connection = xcffib.connect()
        while True:
            paint(connection, page, step)
            step += 1
            time.sleep(STEP_S + page % 5)
    except (xcffib.ConnectionException, KeyboardInterrupt):
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
