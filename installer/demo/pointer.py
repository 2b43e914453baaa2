# SPDX-License-Identifier: GPL-3.0-or-later
"""A real pointer on a pupil's screen, and a picture of what stands there."""

import os
import subprocess
from pathlib import Path
from typing import Any, Final

import xcffib
import xcffib.xproto as x
from PIL import Image

from installer.newcomer.needs import find_program

ALL_PLANES: Final = 0xFFFFFFFF


def click(display: str, x_px: int, y_px: int) -> None:
    """Move the pointer and click, through the X server like a hand would."""
    xdotool = find_program("xdotool")
    if xdotool is None:
        return
    subprocess.run(
        [xdotool, "mousemove", str(x_px), str(y_px), "click", "1"],
        env={**os.environ, "DISPLAY": display},
        check=False,
        capture_output=True,
    )


def picture(display: str, file: Path) -> None:
    """Save what a made-up pupil's screen shows."""
    connection: Any = xcffib.connect(display)  # its types are half
    try:
        screen = connection.get_setup().roots[0]
        size = screen.width_in_pixels, screen.height_in_pixels
        pixels = connection.core.GetImage(
            x.ImageFormat.ZPixmap, screen.root, 0, 0, *size, ALL_PLANES
        ).reply()
        data = pixels.data.buf()
    finally:
        connection.disconnect()
    Image.frombuffer("RGB", size, data, "raw", "BGRX", 0, 1).save(file, "PNG")
