# SPDX-License-Identifier: GPL-3.0-or-later
"""One newcomer at a time: two runs must not make the same folder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from installer.newcomer.places import ROOT


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other run prepares this clone; where there is no flock, go on."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415 -- absent on Windows

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
