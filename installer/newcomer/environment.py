# SPDX-License-Identifier: GPL-3.0-or-later
"""The virtual environment: made once, recognised in a millisecond, never half."""

import hashlib
import shutil
import sys
import tomllib
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from installer.newcomer import lockfile, pip
from installer.newcomer.places import HOME, ROOT
from installer.newcomer.words import say

BUILD_TOOL = "setuptools"  # builds us and what comes as source only
SOURCE_ONLY = "xcffib"  # has no wheel; needs no compiler either


def create(home: Path) -> None:
    """Make an empty environment, whatever stood there."""
    venv.create(home, clear=True, with_pip=True)


@dataclass(frozen=True)
class Environment:
    """A clone's virtual environment.

    Attributes:
        root: the clone, which holds the lock and the project file.
        home: the environment's folder.
        create: makes it empty.
        install: puts packages in it; takes pip's own arguments.
    """

    root: Path = ROOT
    home: Path = HOME
    create: Callable[[Path], None] = create
    install: Callable[..., None] = pip.install

    @property
    def stamp(self) -> Path:
        """Written last: an environment without it was never finished."""
        return self.home / "inzage-stamp"

    def is_fresh(self) -> bool:
        """Say whether the environment was finished for these very files."""
        try:
            return self.stamp.read_text("ascii") == self.fingerprint()
        except OSError:
            return False

    def make(self) -> None:
        """Make the environment anew and install what the lock says, hash by hash.

        It is made where it stays, for its programs hold their own path. The one before
        waits beside it and comes back when this one cannot be finished.

        Raises:
            TroubleError: pip could not fetch a file, or refused one.
        """
        self._put_aside()
        try:
            self._build()
        except BaseException:
            self._bring_back()
            raise
        shutil.rmtree(self._before, ignore_errors=True)

    def _put_aside(self) -> None:
        """Keep a finished environment; a half one is not worth it."""
        if self.stamp.exists():
            shutil.rmtree(self._before, ignore_errors=True)
            self.home.rename(self._before)

    def _bring_back(self) -> None:
        shutil.rmtree(self.home, ignore_errors=True)
        if self._before.exists() and not self.home.exists():
            self._before.rename(self.home)

    def _build(self) -> None:
        say("making .venv")
        self.create(self.home)
        say("installing the locked packages (some 200 MB the first time)")
        self._install_build_tool()
        self._install_locked()
        self.install("--no-deps", "--no-build-isolation", "-e", str(self.root))
        self.stamp.write_text(self.fingerprint(), "ascii")

    def fingerprint(self) -> str:
        """Hash what the environment is made of; a lint rule must not remake it."""
        text = (self.root / "pyproject.toml").read_text("utf-8")
        project = tomllib.loads(text)
        made_of = [project["build-system"], project["project"]]
        made_of.append(project["tool"]["setuptools"])
        digest = hashlib.sha256(f"{sys.version}\n{self.home}\n{made_of}\n".encode())
        digest.update(self._lock.read_bytes())
        return digest.hexdigest()

    @property
    def _before(self) -> Path:
        return self.home.with_name(f"{self.home.name}.before")

    @property
    def _lock(self) -> Path:
        return self.root / "requirements.lock"

    def _install_build_tool(self) -> None:
        """Install it apart: an isolated build would fetch it without its hash."""
        block = self.home / "build-tool.lock"
        block.write_text(lockfile.block(self._lock.read_text("utf-8"), BUILD_TOOL))
        self.install("--require-hashes", "--only-binary", ":all:", "-r", str(block))

    def _install_locked(self) -> None:
        self.install(
            "--require-hashes",
            "--no-build-isolation",
            *("--only-binary", ":all:"),
            *("--no-binary", SOURCE_ONLY),
            *("-r", str(self._lock)),
        )
