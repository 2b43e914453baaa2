# SPDX-License-Identifier: GPL-3.0-or-later
"""What a newcomer reads: what happens, and what is in the way."""

import sys
import time

_START = time.monotonic()


class TroubleError(Exception):
    """One sentence for a person, with the exact line to type where there is one."""


def say(what: str) -> None:
    """Say one line and the seconds since the start, apart from a program's output."""
    seconds = time.monotonic() - _START
    print(f"[{seconds:5.1f} s] {what}", file=sys.stderr, flush=True)
