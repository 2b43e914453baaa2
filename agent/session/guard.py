# SPDX-License-Identifier: GPL-3.0-or-later
"""The small parent that kills and restarts a frozen session.

A stopped process keeps its keyboard grab and its pill with yesterday's words, and the
daemon, another account, may not kill it. So the session's first act, before Qt is
loaded, is to fork: this parent stays tiny and only listens for its child's beat.
Standard library only. Source: docs/spec/indicator.md, "The guard".
"""

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterable
from typing import Final

SILENCE_S: Final = 2.0  # a child silent this long is frozen
STARTING_S: Final = 20.0  # until its first beat: Qt and fonts load from a cold disk
STOPPING_S: Final = 2.0  # what a child told to stop may still take
RESTART_FIRST_S: Final = 0.25
RESTART_LONGEST_S: Final = 10.0
LIVED_LONG_S: Final = 30.0  # after this the next restart is quick again
FINAL_CODES: Final = frozenset({0, 2, 3, 4, 5, 130})
STOPPED_CODE: Final = 130
STOPS: Final = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

Beat = Callable[[], None]


class Beacon:
    """The child's end of the pipe: one byte says that the Qt thread still turns."""

    def __init__(self, pipe: int) -> None:
        """Take the writing end."""
        self._pipe = pipe
        os.set_blocking(pipe, False)

    def __call__(self) -> None:
        """Beat once; without a guard the session may not go on.

        Raises:
            SystemExit: the guard is gone.
        """
        try:
            os.write(self._pipe, b".")
        except BlockingIOError:
            pass  # the guard is slow, not gone
        except OSError as gone:
            raise SystemExit(1) from gone


class Guard:
    """Keeps one child alive and honest."""

    def __init__(
        self, child: Callable[[Beat], int], *, silence_s: float = SILENCE_S
    ) -> None:
        """Take what the child runs; it gets the beat to call."""
        self._child = child
        self._silence_s = silence_s
        self._pid = 0
        self._stopping = False

    def run(self) -> int:
        """Run children until one ends for good; give its exit code."""
        for number in STOPS:
            signal.signal(number, self._stop)
        wait_s = RESTART_FIRST_S
        while True:
            began = time.monotonic()
            code = self._once()
            if self._stopping:
                return STOPPED_CODE
            if code in FINAL_CODES:
                return code
            if time.monotonic() - began > LIVED_LONG_S:
                wait_s = RESTART_FIRST_S
            self._pause(wait_s)
            wait_s = min(wait_s * 2, RESTART_LONGEST_S)

    def _once(self) -> int:
        reading, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        # a stop that comes in here waits until both know who they are
        held = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
        self._pid = os.fork()
        if self._pid == 0:
            os.close(reading)
            self._be_child(writing, held)
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
        os.close(writing)
        try:
            if self._stopping:  # told when there was nobody to tell
                self._kill(signal.SIGTERM)
            self._listen(reading)
        finally:
            os.close(reading)
        return self._buried()

    def _be_child(self, writing: int, held: Iterable[int]) -> None:
        """Run the child's work in the forked process; never returns."""
        code = 1
        try:
            for number in STOPS:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
            code = self._child(Beacon(writing))
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        except BaseException:  # noqa: BLE001 -- the fork must not fall into our caller
            sys.excepthook(*sys.exc_info())
        finally:
            with contextlib.suppress(Exception):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)

    def _listen(self, reading: int) -> None:
        """Return when the child has closed its end, killing it when it falls silent."""
        patience_s = STARTING_S
        while True:
            if not _readable(reading, STOPPING_S if self._stopping else patience_s):
                self._kill(signal.SIGKILL)
                return
            if not os.read(reading, 4096):
                return
            patience_s = self._silence_s

    def _buried(self) -> int:
        """Wait for the child's end; a signal's death counts as 128 + its number."""
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        code = os.waitstatus_to_exitcode(status)
        return 128 - code if code < 0 else code

    def _kill(self, number: int) -> None:
        # our own unburied child: the pid cannot have become someone else's
        if self._pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, number)

    def _stop(self, _number: int, _frame: object) -> None:
        self._stopping = True
        self._kill(signal.SIGCONT)
        self._kill(signal.SIGTERM)

    def _pause(self, wait_s: float) -> None:
        """Wait between two children, but not when told to stop."""
        until = time.monotonic() + wait_s
        while not self._stopping and (left := until - time.monotonic()) > 0:
            select.select([], [], [], min(left, 0.1))


def _readable(pipe: int, within_s: float) -> bool:
    """Say whether the pipe has something; ask twice: we may have been stopped too."""
    for patience_s in (within_s, 0.0):
        if select.select([pipe], [], [], patience_s)[0]:
            return True
    return False
