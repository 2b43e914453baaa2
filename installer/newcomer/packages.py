# SPDX-License-Identifier: GPL-3.0-or-later
"""System packages: which are missing, and how this machine gets them."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable

from installer.newcomer import apt
from installer.newcomer.needs import Need
from installer.newcomer.trouble import TroubleError


def missing(needs: Iterable[Need]) -> list[str]:
    """List the packages that are not there, in the order given; Linux only."""
    if not sys.platform.startswith("linux"):
        return []
    return [need.package for need in needs if not need.is_met()]


def missing_for_venv() -> list[str]:
    """Name what Debian left out of Python; without it a half .venv would be made."""
    return [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]


def provide(packages: list[str], say: Callable[[str], None]) -> None:
    """Install packages as root on Debian or Ubuntu; otherwise say what to type.

    Raises:
        TroubleError: not root, no apt, or apt failed. Without root nothing is changed.
    """
    if shutil.which("apt-get") is None:
        raise TroubleError(
            f"This machine lacks: {' '.join(packages)} (names as on Debian)."
        )
    if not is_root():
        raise TroubleError(f"This machine lacks system packages. {advice(packages)}")
    say(f"installing {len(packages)} system packages: {' '.join(packages)}")
    apt.install(packages)


def advice(packages: list[str]) -> str:
    """Give the exact line to type."""
    return f"Run:\n  sudo {' '.join(apt.install_command(packages))}"


def is_root() -> bool:
    """Say whether packages may be installed from here; never on Windows."""
    return sys.platform != "win32" and os.geteuid() == 0
