# SPDX-License-Identifier: GPL-3.0-or-later
"""This machine's own time zone, by its name."""

import os
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

FALLBACK: Final = "UTC"
LOCALTIME: Final = Path("/etc/localtime")


def own_zone(localtime: Path = LOCALTIME, variable: str | None = None) -> str:
    """Name the zone; UTC where the machine does not say.

    Args:
        localtime: a link into the zone database.
        variable: what TZ says; None = ask the environment.
    """
    said = os.environ.get("TZ", "") if variable is None else variable
    linked = str(localtime.resolve()).partition("zoneinfo/")[2]
    for name in (said.removeprefix(":"), linked, FALLBACK):
        try:
            if name and ZoneInfo(name).key:
                return name
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return FALLBACK
