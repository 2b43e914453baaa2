# SPDX-License-Identifier: GPL-3.0-or-later
"""A real pointer on a pupil's screen, and a picture of what stands there."""

import os
import subprocess
from pathlib import Path

import mss
import mss.tools

from installer.newcomer.needs import find_program


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
    with mss.MSS(display=display) as camera:
        shot = camera.grab(camera.monitors[0])
        mss.tools.to_png(shot.rgb, shot.size, output=str(file))
