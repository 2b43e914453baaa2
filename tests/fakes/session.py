# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole session as a process, its daemon played by the test."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import psutil

from tests.fakes.daemon import FakeDaemon

ROOT = Path(__file__).parents[2]
END_WITHIN_S = 20.0


class SessionProcess:
    """Starts `inzage-session` and ends it, guard and child."""

    def __init__(
        self, folder: Path, environment: Mapping[str, str], *more: str
    ) -> None:
        self.daemon = FakeDaemon(folder / "s.sock")
        self.profile = folder / "profile"
        self._said = (folder / "stderr").open("wb")
        self._arguments = [
            sys.executable,
            "-m",
            "agent.session.app",
            "--socket",
            str(self.daemon.path),
            "--profile",
            str(self.profile),
            *more,
        ]
        self._environment = dict(environment)
        self._folder = folder
        self.start()

    def start(self) -> None:
        """Start it."""
        self.process = subprocess.Popen(
            self._arguments,
            env=self._environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
        )

    def child(self) -> psutil.Process:
        """Give the Qt child; the guard is its parent."""
        return psutil.Process(self.process.pid).children()[0]

    @property
    def said(self) -> str:
        """Give what it wrote to its error stream."""
        return (self._folder / "stderr").read_text("utf-8", "replace")

    def wait(self, within_s: float = END_WITHIN_S) -> int:
        """Wait for its end; give its exit code."""
        return self.process.wait(within_s)

    def close(self) -> None:
        """End it and its daemon."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(END_WITHIN_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.daemon.close()
        self._said.close()
