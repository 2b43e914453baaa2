# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen nobody else has."""

import os
import subprocess

import pytest

from installer.newcomer.main import can_lend
from installer.newcomer.needs import SCREEN
from installer.newcomer.rig.screen import read_line, screen
from installer.newcomer.verbs import Loan
from installer.newcomer.words import TroubleError

needs_xvfb = pytest.mark.skipif(
    not can_lend(Loan(SCREEN, screen)), reason="needs Xvfb, openbox and xdotool"
)


def pipe_with(text: bytes) -> int:
    read, write = os.pipe()
    os.write(write, text)
    os.close(write)
    return read


def test_a_number_is_read_to_the_end_of_its_line() -> None:
    heard = pipe_with(b"42\n")
    assert read_line(heard, "Xvfb") == "42"
    os.close(heard)


@pytest.mark.parametrize("said", [b"", b"4"])
def test_a_program_that_died_is_named(said: bytes) -> None:
    heard = pipe_with(said)
    with pytest.raises(TroubleError, match="Xvfb did not start"):
        read_line(heard, "Xvfb")
    os.close(heard)


@needs_xvfb
def test_two_screens_are_two_and_have_their_size() -> None:
    with screen("800x600x24") as one, screen("640x480x24") as two:
        assert one["DISPLAY"] != two["DISPLAY"]
        assert size(one) == "800 600"
        assert size(two) == "640 480"


def size(display: dict[str, str]) -> str:
    """Ask how large a screen is."""
    command = ["xdotool", "getdisplaygeometry"]
    environment = {**os.environ, **display}
    return subprocess.check_output(command, env=environment, text=True).strip()
