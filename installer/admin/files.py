# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that a command is given must be there, and those it makes must not be yet.

Who typed a name is told before anything happens.
"""

import os
from pathlib import Path

import click

from installer.admin.trouble import Exit, OfficeError, Step
from installer.admin.wrong_use import help_step


class FileThere(click.ParamType[Path]):
    """The path of a file that exists, or of a folder where that is as good."""

    name = "file"

    def __init__(self, *, folders: bool = False) -> None:
        """Say whether a folder will do."""
        self._folders = folders

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Give the path.

        Raises:
            OfficeError: there is no such file, or it is a folder.
        """
        path = Path(value)
        step = help_step(ctx) if ctx else None
        if param and param.name == "dpo_file":  # another's file, of another machine
            step = Step("next.dpo_pub", (("dpo", "init", "DPO"),))
        if path.is_dir() and not self._folders:
            raise OfficeError("sys.folder", Exit.WRONG_USE, step=step, file=path)
        if not path.exists():
            raise OfficeError("sys.missing", Exit.WRONG_USE, step=step, file=path)
        return path


class FileNew(click.ParamType[Path]):
    """The path of a file that is to be made; a link that leads nowhere is there too."""

    name = "file"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Give the path.

        Raises:
            OfficeError: there is something of that name.
        """
        del param, ctx
        if os.path.lexists(value):
            raise OfficeError("sys.there", Exit.WRONG_USE, file=value)
        return Path(value)
