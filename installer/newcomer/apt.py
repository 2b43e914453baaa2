# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's package manager, called so that it asks nothing and waits its turn."""

import os
import subprocess
import time

from installer.newcomer.words import TroubleError, say

LOCK_WAIT_S = 300
LOCK_POLL_S = 2.0
WAIT = ("-o", f"DPkg::Lock::Timeout={LOCK_WAIT_S}")
NO_NETWORK = ("Temporary failure resolving", "Could not resolve", "Could not connect")


def install(packages: list[str]) -> None:
    """Refresh the lists and install.

    Raises:
        TroubleError: apt failed for another cause than a lock.
    """
    say(f"installing {len(packages)} system packages: {' '.join(packages)}")
    patiently(["apt-get", "-q", "update", *WAIT])
    patiently([*install_command(packages), *WAIT])


def install_command(packages: list[str]) -> list[str]:
    """Give the command a person would type."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def patiently(command: list[str], *, poll_s: float = LOCK_POLL_S) -> None:
    """Run apt, and again while another one holds a lock.

    DPkg::Lock::Timeout covers one of apt's locks; the lists and the archives have none.
    """
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive", LC_ALL="C")
    give_up_at = time.monotonic() + LOCK_WAIT_S
    while True:
        done = subprocess.run(
            command, env=environment, check=False, capture_output=True, text=True
        )
        if done.returncode == 0:
            return
        if "Could not get lock" not in done.stderr or time.monotonic() > give_up_at:
            raise TroubleError(sentence(command, done.stderr))
        time.sleep(poll_s)


def sentence(command: list[str], errors: str) -> str:
    """Put apt's errors in words."""
    if any(sign in errors for sign in NO_NETWORK):
        return "No network: apt could not reach its archive. Try again with a network."
    tail = errors.strip().splitlines()[-3:]
    return "\n  ".join([f"'{' '.join(command)}' failed:", *tail])
