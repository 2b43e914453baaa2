# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether this program runs in a network namespace of its own, as tests make them.

Source: docs/spec/decision.md "Network" 3; ADR 0098.
"""

from pathlib import Path
from typing import Final

SETTINGS: Final = Path("/proc/sys/net/core")
OF_EACH: Final = "somaxconn"  # every network has this one
OF_THE_FIRST: Final = "netdev_max_backlog"  # the machine's own network alone


def has_own_network(settings: Path = SETTINGS) -> bool:
    """Say whether our network is another than the machine's first; doubt is a no.

    The kernel shows the settings of the whole machine in its first network alone.
    Everybody may read which there are, and only root can put a cable into another one.

    Args:
        settings: the kernel's folder of network settings.
    """
    try:
        names = {entry.name for entry in settings.iterdir()}
    except OSError:
        return False
    return OF_EACH in names and OF_THE_FIRST not in names
