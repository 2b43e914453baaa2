# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen nobody else has, with a window manager on it."""

import os
import select
from collections.abc import Iterator
from contextlib import contextmanager

from installer.newcomer.rig.child import READY_WITHIN_S, child, until
from installer.newcomer.words import TroubleError

SIZE = "1920x1080x24"


@contextmanager
def screen(size: str = SIZE) -> Iterator[dict[str, str]]:
    """Lend the environment of a fresh X screen.

    Xvfb itself picks the free number and says it, so two runs never collide.
    """
    heard, tell = os.pipe()
    where = ("-displayfd", str(tell), "-screen", "0", size)
    with (
        os.fdopen(heard, "rb", buffering=0),
        child("Xvfb", *where, "-nolisten", "tcp", "-noreset", hand_over=tell),
    ):
        display = _environment(read_line(heard, "Xvfb"))
        with child("openbox", "--sm-disable", more=display):
            # It answers for the number of desktops once it manages windows.
            until("xdotool", "get_num_desktops", more=display)
            yield display


def read_line(heard: int, who: str) -> str:
    """Wait for one line.

    Raises:
        TroubleError: the program died (end of file) or stayed silent.
    """
    text = b""
    while not text.endswith(b"\n"):
        ready, _, _ = select.select([heard], [], [], READY_WITHIN_S)
        more = os.read(heard, 64) if ready else b""
        if not more:
            raise TroubleError(f"{who} did not start.")
        text += more
    return text.decode().strip()


def _environment(number: str) -> dict[str, str]:
    """Point at this screen, and away from the one a developer looks at."""
    return {
        "DISPLAY": f":{number}",
        "WAYLAND_DISPLAY": "",
        "XDG_SESSION_TYPE": "x11",
    }
