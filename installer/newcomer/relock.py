# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing requirements.lock anew, for every system at once and naming no place."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from installer.newcomer import lockfile
from installer.newcomer.places import BIN, LOCK, PROJECT, ROOT
from installer.newcomer.trouble import TroubleError

COMPILE = (
    *("pip", "compile", "-q", "--no-annotate", "--no-header"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--extra", "broadcast", "--extra", "postgres", "--group", "dev"),
)


def main(arguments: list[str]) -> int:
    """Compile into a copy, read it, and only then replace the lock."""
    with tempfile.TemporaryDirectory(prefix="inzage-lock-") as folder:
        made = Path(folder) / LOCK.name
        if LOCK.exists():
            shutil.copyfile(LOCK, made)  # versions stay unless --upgrade
        compile_into(made, arguments)
        LOCK.write_text(checked(made.read_text("utf-8")), "utf-8")
    return 0


def compile_into(made: Path, arguments: list[str]) -> None:
    """Run the compiler.

    Raises:
        TroubleError: it found no set of versions that fit together.
    """
    command = [str(BIN / "uv"), *COMPILE, *arguments, "-o", str(made), str(PROJECT)]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), check=False)
    if done.returncode:
        raise TroubleError("The lock was not changed: no versions fit together.")


def checked(lock: str) -> str:
    """Let through a lock that names no place.

    Raises:
        TroubleError: a line is neither a pin nor a hash.
    """
    strange = lockfile.strange_lines(lock)
    if strange:
        raise TroubleError(f"The lock was not changed; a strange line: {strange[0]}")
    return lock


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except TroubleError as trouble:
        sys.exit(f"Inzage: {trouble}")
