# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing requirements.lock anew, for every system at once and naming no place."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from installer.newcomer import lockfile
from installer.newcomer.places import BIN, LOCK, ROOT
from installer.newcomer.words import TroubleError

COMPILE = (
    *("pip", "compile", "-q", "--no-annotate", "--no-header"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--extra", "broadcast", "--extra", "papers", "--extra", "postgres"),
    *("--group", "dev"),
)

Compile = Callable[[Path, list[str]], None]


def main(arguments: list[str]) -> int:
    """Write the lock, or say why it stays as it was."""
    try:
        rewrite(LOCK, arguments, compile_into)
    except TroubleError as trouble:
        print(f"Inzage: {trouble}", file=sys.stderr)
        return 1
    return 0


def rewrite(lock: Path, arguments: list[str], compile_it: Compile) -> None:
    """Compile into a copy, read it, and only then replace the lock.

    Raises:
        TroubleError: no versions fit together, or the lock would name a place.
    """
    with tempfile.TemporaryDirectory(prefix="inzage-lock-") as folder:
        made = Path(folder) / lock.name
        shutil.copyfile(lock, made)  # versions stay unless --upgrade
        compile_it(made, arguments)
        text = made.read_text("utf-8")
    strange = lockfile.strange_lines(text)
    if strange:
        raise TroubleError(f"The lock was not changed; a strange line: {strange[0]}")
    lock.write_text(text, "utf-8")


def compile_into(made: Path, arguments: list[str]) -> None:
    """Run the compiler.

    Raises:
        TroubleError: it found no set of versions that fit together.
    """
    command = [str(BIN / "uv"), *COMPILE, *arguments, "-o", str(made), "pyproject.toml"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise TroubleError("The lock was not changed: no versions fit together.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
