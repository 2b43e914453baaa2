# SPDX-License-Identifier: GPL-3.0-or-later
"""PySide6 6.12 aborts on Python below 3.12: a pair that must never start."""

import importlib.metadata
import sys
from collections.abc import Iterable

from installer.newcomer.places import HOME
from installer.newcomer.words import TroubleError

FIXED_IN_PYTHON = (3, 12)
BROKEN_FROM_PYSIDE = (6, 12)


def check(python: tuple[int, int], pyside: str | None) -> None:
    """Refuse the pair that aborts in the middle of a lesson.

    Raises:
        TroubleError: this Python and this PySide6 do not go together.
    """
    if pyside is None or python >= FIXED_IN_PYTHON:
        return
    if tuple(map(int, pyside.split(".")[:2])) >= BROKEN_FROM_PYSIDE:
        raise TroubleError(
            f"PySide6 {pyside} crashes on Python {python[0]}.{python[1]}."
            " Remove the folder .venv and run this again."
        )


def installed_pyside(folders: Iterable[str] | None = None) -> str | None:
    """Read which PySide6 the virtual environment holds, without starting it."""
    if folders is None:
        unix = HOME.glob("lib/python3.*/site-packages")
        folders = map(str, (HOME / "Lib/site-packages", *unix))
    found = importlib.metadata.distributions(
        name="PySide6-Essentials", path=list(folders)
    )
    return next((one.version for one in found), None)


def check_installed() -> None:
    """Refuse a virtual environment that somebody updated by hand into a bad pair."""
    check(sys.version_info[:2], installed_pyside())
