# SPDX-License-Identifier: GPL-3.0-or-later
"""The one clock of leases, due times and silence: it runs on while a laptop sleeps.

Source: docs/spec/session.md "Timers".
"""

import time
from collections.abc import Callable
from functools import partial
from typing import Final

_HAS_BOOT_TIME: Final = hasattr(time, "CLOCK_BOOTTIME")  # Linux
_read: Final[Callable[[], float]] = (
    partial(time.clock_gettime, time.CLOCK_BOOTTIME)
    if _HAS_BOOT_TIME
    else time.monotonic
)


def boottime() -> float:
    """Say the seconds since this machine started, suspend included where it counts.

    Linux has CLOCK_BOOTTIME. Elsewhere the monotonic clock is the nearest there is.
    """
    return _read()
