# SPDX-License-Identifier: GPL-3.0-or-later
"""Two runs do not make the same folder at once."""

import os
import subprocess
import sys

import pytest

from installer.newcomer.alone import alone
from installer.newcomer.places import ROOT

TRY = """
import fcntl, os, sys
folder = os.open(sys.argv[1], os.O_RDONLY)
try:
    fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("busy")
else:
    print("free")
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no flock")


def another_one_finds_it() -> str:
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(ROOT)],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def test_another_run_waits_while_one_prepares() -> None:
    with alone():
        assert another_one_finds_it() == "busy"


def test_nothing_is_held_afterwards() -> None:
    with alone():
        pass
    with alone():
        pass
