# SPDX-License-Identifier: GPL-3.0-or-later
"""System packages: which are missing, and how this machine gets them."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from installer.newcomer import apt
from installer.newcomer.needs import Need
from installer.newcomer.words import TroubleError


@dataclass(frozen=True)
class Machine:
    """Who we are here, and how packages come in."""

    is_root: bool
    has_apt: bool
    install: Callable[[list[str]], None]

    def provide(self, packages: list[str]) -> None:
        """Install packages as root on Debian or Ubuntu; otherwise say what to type.

        Raises:
            TroubleError: not root, no apt, or apt failed. Without root nothing changes.
        """
        if not self.has_apt:
            names = " ".join(packages)
            raise TroubleError(f"This machine lacks: {names} (names as on Debian).")
        if not self.is_root:
            raise TroubleError(f"This machine lacks packages. {advice(packages)}")
        self.install(packages)


def this_machine() -> Machine:
    """Look who we are here."""
    return Machine(
        is_root=sys.platform != "win32" and os.geteuid() == 0,
        has_apt=shutil.which("apt-get") is not None,
        install=apt.install,
    )


def missing(needs: Iterable[Need]) -> list[str]:
    """List the packages that are not there, in the order given; Linux only."""
    if not sys.platform.startswith("linux"):
        return []
    return [need.package for need in needs if not need.is_met()]


def missing_for_venv() -> list[str]:
    """Name what Debian left out of Python; without it a half .venv would be made."""
    return [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]


def advice(packages: list[str]) -> str:
    """Give the exact line to type."""
    return f"Run:\n  sudo {' '.join(apt.install_command(packages))}"
