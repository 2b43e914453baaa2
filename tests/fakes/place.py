# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop that is set to the time of another place."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

ELSEWHERE = ("America/Los_Angeles", "Pacific/Kiritimati", "UTC")


@contextmanager
def laptop_in(zone: str) -> Iterator[None]:
    """Let this process tell the time of a zone, as a laptop from abroad would."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        del os.environ["TZ"]
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()
