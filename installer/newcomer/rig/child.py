# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that runs as long as a block, and that never outlives us."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from installer.newcomer.leash import leash
from installer.newcomer.needs import find_program
from installer.newcomer.words import TroubleError

READY_WITHIN_S = 20.0
POLL_S = 0.05


@contextmanager
def child(
    program: str,
    *arguments: str,
    more: Mapping[str, str] | None = None,
    owner: str | None = None,
    hand_over: int | None = None,
    stop_with: signal.Signals = signal.SIGTERM,
) -> Iterator[None]:
    """Run a program until the block ends; then stop exactly that process.

    Args:
        program: its name; it is looked up.
        arguments: handed over as they are.
        more: added to the environment.
        owner: the account to run as; None is our own.
        hand_over: a file descriptor the program inherits and we then close.
        stop_with: the signal it understands as a friendly end.
    """
    with subprocess.Popen(
        [*leash(), path(program), *arguments],
        env={**os.environ, **(more or {})},
        pass_fds=() if hand_over is None else (hand_over,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=owner,
        group=owner,
        extra_groups=[] if owner else None,
        cwd="/",
        start_new_session=True,  # a Ctrl-C is for the tests, not for their screen
    ) as running:
        if hand_over is not None:
            os.close(hand_over)  # so that a dead child reads as an end of file
        try:
            yield
        finally:
            _stop(running, stop_with)


def until(
    program: str,
    *arguments: str,
    more: Mapping[str, str] | None = None,
    within_s: float = READY_WITHIN_S,
) -> None:
    """Ask a program again and again until it exits with 0.

    Raises:
        TroubleError: it did not, within that time.
    """
    command = [path(program), *arguments]
    environment = {**os.environ, **(more or {})}
    give_up_at = time.monotonic() + within_s
    while subprocess.run(
        command, env=environment, check=False, capture_output=True
    ).returncode:
        if time.monotonic() > give_up_at:
            raise TroubleError(f"Not ready in {within_s:.0f} s, says {program}.")
        time.sleep(POLL_S)


def once(program: str, *arguments: str, owner: str | None = None) -> None:
    """Run a program to its end.

    Raises:
        TroubleError: it failed; with its last words.
    """
    done = subprocess.run(
        [path(program), *arguments],
        user=owner,
        group=owner,
        extra_groups=[] if owner else None,
        check=False,
        capture_output=True,
        text=True,
        cwd="/",
    )
    if done.returncode:
        raise TroubleError(f"{program} failed: {done.stderr.strip()}")


def path(program: str) -> str:
    """Find a program.

    Raises:
        TroubleError: it is not installed.
    """
    found = find_program(program)
    if found is None:
        raise TroubleError(f"{program} is not installed.")
    return found


def _stop(running: "subprocess.Popen[bytes]", stop_with: signal.Signals) -> None:
    running.send_signal(stop_with)
    try:
        running.wait(READY_WITHIN_S)
    except subprocess.TimeoutExpired:
        running.kill()
