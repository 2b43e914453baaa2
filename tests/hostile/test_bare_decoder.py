# SPDX-License-Identifier: GPL-3.0-or-later
"""S07: the decoder's own walls, with no gate before it.

The gate turns all of this away; a hole in it must cost one picture, not the console.
"""

import io
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from console.pictures.child import ASK, MEMORY_BYTES, NO, YES
from console.pictures.decoder import CHILD
from tests.console.pictures.jpegs import SIZE, corpus, jpeg
from tests.journeys.laptop_rig import WITHIN_S

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the limits are read in /proc"
)
MOST_PX = (1280, 2560)
PICTURE_BYTES = 524_288
PARENT_BYTES = 1_073_741_824  # no decoder that has its limit may ever use so much
GIVEN_UP = {"open files": 3, "processes": 0, "core file size": 0, "file size": 0}


@pytest.fixture
def child() -> Iterator["subprocess.Popen[bytes]"]:
    """Give a decoder process without the console around it."""
    words = [sys.executable, "-I", str(CHILD)]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    process = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=nowhere)
    yield process
    process.kill()
    process.communicate()


def ask(child: "subprocess.Popen[bytes]", data: bytes, size: tuple[int, int]) -> bytes:
    """Ask for one picture; gives YES, NO, or b"" where the process ended over it.

    Nothing can be asked after a YES: its pixels are not read.
    """
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(ASK.pack(len(data), *size) + data)
    child.stdin.flush()
    return child.stdout.read(1)


def limits(child: "subprocess.Popen[bytes]") -> dict[str, int]:
    """Read what the kernel allows this process."""
    rows = Path(f"/proc/{child.pid}/limits").read_text("ascii").splitlines()[1:]
    numbers = {row[4:26].strip(): row[26:47].strip() for row in rows}
    return {name: int(text) for name, text in numbers.items() if text.isdigit()}


def many_scans() -> bytes:
    """Make a picture of 512 KiB that takes a minute to read: 36000 scans of nothing."""
    buffer = io.BytesIO()
    plain = Image.new("RGB", MOST_PX, (90, 120, 30))
    plain.save(buffer, "JPEG", progressive=True, quality=50)
    data = buffer.getvalue()
    scan = data[data.rindex(b"\xff\xda") : -2]
    times = (PICTURE_BYTES - len(data)) // len(scan)
    return data[:-2] + scan * times + data[-2:]


def test_S07_the_decoder_gave_up_every_power(
    child: "subprocess.Popen[bytes]",
) -> None:
    assert ask(child, jpeg(), SIZE) == YES
    found = limits(child)
    assert {name: found[name] for name in GIVEN_UP} == GIVEN_UP
    assert MEMORY_BYTES < found["address space"] < PARENT_BYTES


def test_S07_a_picture_of_a_minute_ends_the_decoder_after_two_seconds_of_work(
    child: "subprocess.Popen[bytes]",
) -> None:
    assert ask(child, many_scans(), MOST_PX) == b""
    assert child.wait(WITHIN_S) == -signal.SIGXCPU


@pytest.mark.parametrize("size", [(65_535, 65_535), (1_281, 2_560)])
def test_S07_more_pixels_than_a_view_has_are_not_even_begun(
    child: "subprocess.Popen[bytes]", size: tuple[int, int]
) -> None:
    assert ask(child, corpus()["bomb"], size) == b""
    assert child.wait(WITHIN_S) == 0


def test_S07_a_picture_that_says_another_size_than_was_asked_is_none(
    child: "subprocess.Popen[bytes]",
) -> None:
    assert ask(child, corpus()["bomb"], SIZE) == NO
    assert ask(child, jpeg((191, 108)), SIZE) == NO
    assert ask(child, jpeg(), SIZE) == YES


@pytest.mark.parametrize("kind", ["png", "gif", "bmp", "tiff", "webp", "eps", "fits"])
def test_S07_no_other_kind_of_picture_is_read(
    child: "subprocess.Popen[bytes]", kind: str
) -> None:
    assert ask(child, corpus()[kind], SIZE) == NO
    assert ask(child, jpeg(), SIZE) == YES
