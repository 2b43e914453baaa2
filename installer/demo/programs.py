# SPDX-License-Identifier: GPL-3.0-or-later
"""The product's programs, started by their command lines and ended by us alone."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ADMIN: Final = "installer.admin.app"
AGENT: Final = "agent.daemon.app"
SESSION: Final = "agent.session.app"
CONSOLE: Final = "console.app"
DESKTOP: Final = "installer.demo.desktop"
END_WITHIN_S: Final = 10.0


class DemoError(Exception):
    """What went wrong in the demo, in a sentence."""


class Running:
    """A program that runs beside us, its words in a file."""

    def __init__(
        self,
        module: str,
        *words: str | Path,
        log: Path,
        more: Mapping[str, str] | None = None,
    ) -> None:
        """Start it."""
        log.parent.mkdir(parents=True, exist_ok=True)
        self.module, self._log = module, log
        with log.open("ab") as file:
            self._child = subprocess.Popen(
                [*_dying_with_us(), *command(module, *words)],
                env={**os.environ, **(more or {})},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def code(self) -> int | None:
        """Give the exit code, None while it runs."""
        return self._child.poll()

    def check(self) -> None:
        """Complain when it ended before its time.

        Raises:
            DemoError: with its last words.
        """
        if self.code is not None:
            raise DemoError(
                f"{self.module} ended with {self.code}:\n{self.last_words()}"
            )

    def last_words(self) -> str:
        """Give the end of what it said."""
        return "\n".join(self._log.read_text("utf-8", "replace").splitlines()[-12:])

    def wait(self, seconds: float) -> int:
        """Wait for its end; gives the exit code.

        Raises:
            DemoError: it goes on.
        """
        try:
            return self._child.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise DemoError(f"{self.module} did not end in {seconds:.0f} s.") from error

    def stop(self) -> None:
        """Ask it to end; insist when it does not."""
        if self.code is None:
            with contextlib.suppress(ProcessLookupError):
                self._child.send_signal(signal.SIGTERM)
            try:
                self._child.wait(END_WITHIN_S)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()


def run(module: str, *words: str | Path) -> str:
    """Run a program to its end; gives what it printed.

    Raises:
        DemoError: it failed; with its last words.
    """
    done = subprocess.run(
        command(module, *words), check=False, capture_output=True, text=True
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip()
        raise DemoError(f"{module} {words[0]} ended with {done.returncode}:\n{said}")
    return done.stdout


def command(module: str, *words: str | Path) -> list[str]:
    """Write a command line of one of our programs."""
    return [sys.executable, "-m", module, *map(str, words)]


def _dying_with_us() -> list[str]:
    """Have the kernel stop the child when we are killed outright, where it can."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM"] if setpriv else []
