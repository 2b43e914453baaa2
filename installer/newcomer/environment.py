# SPDX-License-Identifier: GPL-3.0-or-later
"""The virtual environment: made once, recognised in a millisecond, never half."""

import hashlib
import sys
import tomllib
import venv
from collections.abc import Callable

from installer.newcomer import lockfile, pip
from installer.newcomer.places import HOME, LOCK, PROJECT, ROOT, STAMP

BUILD_TOOL = "setuptools"  # builds us and what comes as source only
SOURCE_ONLY = "xcffib"  # has no wheel; needs no compiler either


def is_fresh() -> bool:
    """Say whether the environment was finished for these very files."""
    try:
        return STAMP.read_text("ascii") == fingerprint()
    except OSError:
        return False


def make(say: Callable[[str], None]) -> None:
    """Make the environment anew and install what the lock says, hash by hash.

    Raises:
        TroubleError: pip could not fetch a file, or refused one.
    """
    say("making .venv")
    STAMP.unlink(missing_ok=True)
    venv.create(HOME, clear=True, with_pip=True)
    say("installing the locked packages (some 200 MB the first time)")
    _install_build_tool()
    _install_locked()
    pip.install("--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(fingerprint(), "ascii")


def fingerprint() -> str:
    """Hash what the environment is made of; a lint rule must not remake it."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))
    made_of = [project["build-system"], project["project"]]
    made_of.append(project["tool"]["setuptools"])
    digest = hashlib.sha256(f"{sys.version}\n{HOME}\n{made_of}\n".encode())
    digest.update(LOCK.read_bytes())
    return digest.hexdigest()


def _install_build_tool() -> None:
    """Install it apart: in an isolated build pip would fetch it without its hash."""
    block = HOME / "build-tool.lock"
    block.write_text(lockfile.block(LOCK.read_text("utf-8"), BUILD_TOOL), "utf-8")
    pip.install("--require-hashes", "--only-binary", ":all:", "-r", str(block))


def _install_locked() -> None:
    pip.install(
        "--require-hashes",
        "--no-build-isolation",
        *("--only-binary", ":all:"),
        *("--no-binary", SOURCE_ONLY),
        *("-r", str(LOCK)),
    )
