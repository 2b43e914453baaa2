# SPDX-License-Identifier: GPL-3.0-or-later
"""Pick the kind of desktop this session runs on."""

import sys
from collections.abc import Callable, Mapping
from typing import Final

from agent.session.platform.base import GrabError, Platform
from agent.session.platform.no_picture import NoPicture

NAMES: Final = ("auto", "x11", "mss", "synthetic")


def choose(
    name: str, surroundings: Mapping[str, str], clock: Callable[[], float], seed: int
) -> Platform:
    """Give the platform of this name; "auto" looks at the desktop itself.

    Args:
        name: one of NAMES.
        surroundings: what the desktop told the process about itself.
        clock: boot time, for a drawn desktop.
        seed: which drawn page.
    """
    if name == "auto":
        name = _found(surroundings)
    if name == "x11":
        return _x11()
    if name == "mss":
        from agent.session.platform.mss_grab import Mss  # noqa: PLC0415 -- only if used

        return Mss()
    if name == "synthetic":
        from agent.session.platform.synthetic import (  # noqa: PLC0415 -- only if used
            Synthetic,
        )

        return Synthetic(clock, seed)
    return NoPicture()


def _found(surroundings: Mapping[str, str]) -> str:
    """Look at the desktop: a Wayland screen read through X11 would be black."""
    if sys.platform != "linux":
        return "mss"
    wayland = surroundings.get("XDG_SESSION_TYPE") == "wayland"
    if wayland or not surroundings.get("DISPLAY"):
        return "none"
    return "x11"


def _x11() -> Platform:
    """Use the fast way when this X server has it, else the plain one."""
    from agent.session.platform.x11 import X11  # noqa: PLC0415 -- only where X is
    from agent.session.platform.x11_display import Display  # noqa: PLC0415 -- (idem)

    try:
        Display().close()
    except GrabError:
        from agent.session.platform.mss_grab import Mss  # noqa: PLC0415 -- only if used

        return Mss()
    return X11()
