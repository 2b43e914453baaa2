# SPDX-License-Identifier: GPL-3.0-or-later
"""Pixels are scaled once per size, and overwritten when let go (R-69)."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from console.core.view import Pixels
from console.qt.held_picture import HeldPicture

MARK = QColor(61, 167, 27)


def marked(width: int = 32, height: int = 18) -> Pixels:
    rgb = bytes([MARK.red(), MARK.green(), MARK.blue()]) * width * height
    return Pixels("p", False, width, height, rgb)


def holds_mark(image: QImage) -> bool:
    return any(
        image.pixelColor(x, y) == MARK
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_picture_is_made_once_per_size(qapp: object) -> None:
    held = HeldPicture(marked())
    first = held.at(QSize(64, 36), 1.0)
    assert first.cacheKey() == held.at(QSize(64, 36), 1.0).cacheKey()
    assert first.size() == QSize(64, 36)
    doubled = held.at(QSize(64, 36), 2.0)
    assert doubled.size() == QSize(128, 72)
    assert doubled.devicePixelRatio() == 2


def test_corners_are_round_and_the_middle_is_the_picture(qapp: object) -> None:
    made = HeldPicture(marked()).at(QSize(64, 36), 1.0)
    assert made.pixelColor(0, 0).alpha() == 0
    assert made.pixelColor(32, 18) == MARK


def test_a_tall_screen_keeps_its_shape(qapp: object) -> None:
    made = HeldPicture(marked(9, 32)).at(QSize(64, 36), 1.0)
    assert made.pixelColor(1, 18).alpha() == 0
    assert made.pixelColor(32, 18) == MARK


def test_R69_wiping_leaves_no_pixel_of_the_picture(qapp: object) -> None:
    held = HeldPicture(marked())
    source, scaled = held.source(), held.at(QSize(64, 36), 1.0)
    assert holds_mark(source)
    assert holds_mark(scaled)
    del source, scaled
    held.wipe()
    assert held.source().isNull()
    assert held.at(QSize(64, 36), 1.0).isNull()
    held.wipe()


def test_pixels_of_a_wrong_size_are_a_bug(qapp: object) -> None:
    with pytest.raises(ValueError, match="width times their height"):
        HeldPicture(Pixels("p", False, 32, 18, b"short"))


def count_in_memory(pid: int, pattern: bytes) -> int:
    """Count a pattern in all memory a process may write, screen buffers included."""
    found = 0
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        span, permissions, *_ = line.split()
        if "w" not in permissions:
            continue
        first, last = (int(part, 16) for part in span.split("-"))
        with suppress(OSError), Path(f"/proc/{pid}/mem").open("rb") as memory:
            memory.seek(first)
            found += memory.read(last - first).count(pattern)
    return found


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="reads /proc")
def test_R69_after_a_drop_the_windows_memory_holds_no_picture() -> None:
    red, green, blue = MARK.red(), MARK.green(), MARK.blue()
    painted = bytes([blue, green, red, 255]) * 4  # as Qt holds and paints it
    program = [sys.executable, "-m", "tests.fakes.letting_go"]
    with subprocess.Popen(
        [*program, str(red), str(green), str(blue)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        counts = {}
        for word in ("ready", "held", "dropped"):
            assert child.stdout is not None
            assert child.stdout.readline().strip() == word
            counts[word] = count_in_memory(child.pid, painted)
            assert child.stdin is not None
            child.stdin.write("\n")
            child.stdin.flush()
    assert counts["ready"] == 0
    assert counts["held"] > 1280 * 720 // 4
    assert counts["dropped"] < 1280  # a line or two in Qt's scratch memory, no picture
