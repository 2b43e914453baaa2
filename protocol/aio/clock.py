# SPDX-License-Identifier: GPL-3.0-or-later
"""The one clock of leases, due times and silence: it runs on while a laptop sleeps."""

import time


def boottime() -> float:
    """Say the seconds since this machine started, suspend included where it counts.

    Linux has CLOCK_BOOTTIME. Elsewhere the monotonic clock is the nearest there is.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
