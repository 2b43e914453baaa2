# SPDX-License-Identifier: GPL-3.0-or-later
"""A program runs as long as the block, and never outlives us."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from installer.newcomer.places import ROOT
from installer.newcomer.rig.child import child, once, path, until
from installer.newcomer.words import TroubleError

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the rig is for X11")
KEPT = "import os, signal, sys; os.write(int(sys.argv[1]), b'up'); signal.pause()"
KEEPER = """
import sys
from installer.newcomer.rig.child import child
kept, tell = sys.argv[1:]
with child(sys.executable, "-c", kept, tell, hand_over=int(tell)):
    sys.stdin.read()
"""


def ended(heard: int) -> bool:
    """Wait until nobody holds the other end of the pipe."""
    with os.fdopen(heard, "rb") as pipe:
        return pipe.read() == b""


def test_it_ends_with_the_block() -> None:
    heard, tell = os.pipe()
    with child("sleep", "60", hand_over=tell):
        pass
    assert ended(heard)


def test_it_ends_when_the_block_fails() -> None:
    heard, tell = os.pipe()
    with pytest.raises(KeyError), child("sleep", "60", hand_over=tell):
        raise KeyError
    assert ended(heard)


@pytest.mark.skipif(not shutil.which("setpriv"), reason="needs setpriv")
def test_it_ends_when_we_are_killed_outright() -> None:
    heard, tell = os.pipe()
    with subprocess.Popen(
        [sys.executable, "-c", KEEPER, KEPT, str(tell)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        pass_fds=(tell,),
        stdin=subprocess.PIPE,
    ) as keeper:
        os.close(tell)
        assert os.read(heard, 2) == b"up"
        keeper.send_signal(signal.SIGKILL)
        assert ended(heard)


def test_a_program_is_asked_until_it_is_ready() -> None:
    until("true")


def test_one_that_never_is_ready_is_named() -> None:
    with pytest.raises(TroubleError, match="says false"):
        until("false", within_s=0)


def test_a_program_run_once_tells_its_last_words() -> None:
    with pytest.raises(TroubleError, match=r"ls failed: .*no-such-folder"):
        once("ls", "/no-such-folder")


def test_a_missing_program_is_named() -> None:
    with pytest.raises(TroubleError, match="no-such-program is not installed"):
        path("no-such-program")
