# SPDX-License-Identifier: GPL-3.0-or-later
"""Telling the newcomer what happens."""

import sys
import time

_START = time.monotonic()


def say(what: str) -> None:
    """Say one line and the seconds since the start, apart from a program's output."""
    seconds = time.monotonic() - _START
    print(f"[{seconds:5.1f} s] {what}", file=sys.stderr, flush=True)
