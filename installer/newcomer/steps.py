# SPDX-License-Identifier: GPL-3.0-or-later
"""Running the steps of a verb, one after another."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping

from installer.newcomer.leash import leash
from installer.newcomer.places import BIN, ROOT
from installer.newcomer.words import say

GOODBYE_S = 20.0
CLEAN = {
    "PYTHONSAFEPATH": "1",  # no module is found in the folder one stands in
    "PYTHONPATH": str(ROOT),  # but a test's own programs are (python -m tests.fakes.x)
}

Step = tuple[str, ...]


def run(steps: Iterable[Step], environment: Mapping[str, str]) -> int:
    """Run until one fails; the exit code is that of the last one run."""
    code = 0
    for step in steps:
        say(" ".join(step))
        code = run_one(step, environment)
        if code:
            break
    return code


def run_one(
    step: Step, environment: Mapping[str, str], *, goodbye_s: float = GOODBYE_S
) -> int:
    """Run one program of the virtual environment and give its exit code."""
    command = [*leash(), str(BIN / step[0]), *step[1:]]
    everything = {**os.environ, **environment, **CLEAN}
    with subprocess.Popen(command, cwd=ROOT, env=everything) as running:
        try:
            return running.wait()
        except KeyboardInterrupt:  # the terminal told the program as well
            _wait_or_kill(running, goodbye_s)
            raise
        except SystemExit:  # we were told to stop, so we tell the program
            _tell(running)
            _wait_or_kill(running, goodbye_s)
            raise


def _tell(running: "subprocess.Popen[bytes]") -> None:
    """Stop it as Ctrl-C would, so that pytest and the demo clean up."""
    if sys.platform == "win32":
        running.terminate()
    else:
        running.send_signal(signal.SIGINT)


def _wait_or_kill(running: "subprocess.Popen[bytes]", goodbye_s: float) -> None:
    try:
        running.wait(goodbye_s)
    except subprocess.TimeoutExpired:
        running.kill()
