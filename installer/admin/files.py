# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that a command is given must be there, and the one who typed it is told."""

from pathlib import Path

import click

from installer.admin.trouble import Exit, OfficeError


class FileThere(click.ParamType[Path]):
    """The path of a file that exists."""

    name = "file"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """Give the path.

        Raises:
            OfficeError: there is no such file, or it is a folder.
        """
        del param, ctx
        path = Path(value)
        if path.is_dir():
            raise OfficeError("sys.folder", Exit.WRONG_USE, file=path)
        if not path.exists():
            raise OfficeError("sys.missing", Exit.WRONG_USE, file=path)
        return path
