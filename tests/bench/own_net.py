# SPDX-License-Identifier: GPL-3.0-or-later
"""A network of our own, where the kernel gives one.

Consoles and laptops of other runs on this machine would find ours by mDNS and dial
them: we would measure their knocking. In a network namespace there is nobody else.
"""

import ctypes
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

NEW_NET: Final = 0x4000_0000
TABLE: Final = Path("/proc/thread-self/net/tcp")
ESTABLISHED: Final = "01"


def move_into_own_net() -> bool:
    """Move this process, and all it will start; say whether it could."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    if ctypes.CDLL(None).unshare(NEW_NET):
        return False
    return turn("up")


def turn(way: str) -> bool:
    """Turn our own network "up", or "down": then nothing gets through any more."""
    words = ["ip", "link", "set", "lo", way]
    return not subprocess.run(words, check=False).returncode


def links_of(port: int) -> int:
    """Count the connections that this port still has, as the kernel sees it."""
    ends = [line.split() for line in TABLE.read_text().splitlines()[1:]]
    ours = f":{port:04X}"
    return sum(end[1].endswith(ours) and end[3] == ESTABLISHED for end in ends)
