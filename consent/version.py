# SPDX-License-Identifier: GPL-3.0-or-later
"""`--version` of every program: it stands here, where all of them may reach it."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any


class ShowVersion(argparse.Action):
    """Say which version is installed, and end; read only when somebody asks."""

    def __init__(self, option_strings: Sequence[str], dest: str) -> None:
        """Take no value."""
        super().__init__(
            option_strings, dest, nargs=0, help="say which version this is"
        )

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:  # noqa: ANN401 -- argparse's own
        """Print it."""
        sys.stdout.write(f"{words()}\n")
        parser.exit()


def words() -> str:
    """Give the installed version in words."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 -- slow

    try:
        return f"inzage {version('inzage')}"
    except PackageNotFoundError:
        return "inzage, not installed: ask git rev-parse HEAD"
