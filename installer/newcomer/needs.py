# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs need of a Debian or Ubuntu system, and what proves it is there."""

import ctypes
import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """A package and its proof: a library that loads or a program that is found."""

    package: str
    library: str = ""
    program: str = ""

    def is_met(self) -> bool:
        """Say whether the library loads or the program is found."""
        if self.program:
            return find_program(self.program) is not None
        try:
            ctypes.CDLL(self.library)
        except OSError:
            return False
        return True


def find_program(name: str) -> str | None:
    """Find a program; Debian keeps PostgreSQL's own off the path."""
    hidden = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places = [*map(str, hidden), os.environ.get("PATH", os.defpath)]
    return shutil.which(name, path=os.pathsep.join(places))


OFFSCREEN = (  # Qt without a screen
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libgl1", library="libGL.so.1"),
    Need("libxkbcommon0", library="libxkbcommon.so.0"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
)
WINDOWS = (  # Qt on an X screen
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-image0", library="libxcb-image.so.0"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-randr0", library="libxcb-randr.so.0"),
    Need("libxcb-render-util0", library="libxcb-render-util.so.0"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
    Need("libxcb-xkb1", library="libxcb-xkb.so.1"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
    Need("libx11-xcb1", library="libX11-xcb.so.1"),
)
SCREEN = (  # a screen of our own, with a window manager and a hand on the mouse
    Need("xvfb", program="Xvfb"),
    Need("xauth", program="xauth"),
    Need("openbox", program="openbox"),
    Need("xdotool", program="xdotool"),
)
DATABASE = (Need("postgresql", program="initdb"),)
PAPERS = (  # the office's papers as PDF
    Need("libpango-1.0-0", library="libpango-1.0.so.0"),
    Need("libpangoft2-1.0-0", library="libpangoft2-1.0.so.0"),
    Need("libharfbuzz-subset0", library="libharfbuzz-subset.so.0"),
)
FAULTS = (  # what lets a test break a disk and turn a clock
    Need("strace", program="strace"),
    Need("faketime", program="faketime"),
)
