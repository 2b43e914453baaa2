# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's window in a process of its own, whose memory a test reads.

It says `ready`, shows a picture of one colour small and large and says `held`, lets
go and says `dropped`; after each it waits for a line. The colour comes as arguments.
"""

import sys

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.core.view import Pixels
from console.qt.bridge import Bridge
from console.qt.main_window import USUAL_PX, MainWindow
from console.qt.memory import NOTICE_READ, ShortMemory
from console.qt.theme import Theme
from console.qt.words.nl import NL
from tests.fakes.worker import FakeWorker, busy_view, pupil_id

SETTLE_MS = 400
LOOKED_AT = pupil_id(9)


def main() -> None:
    """Show, hold, let go."""
    color = bytes(int(part) for part in sys.argv[1:4])
    app = QApplication([])
    bridge, memory = Bridge(), ShortMemory()
    memory.remember(NOTICE_READ, "1")
    worker = FakeWorker(bridge, busy_view())
    window = MainWindow(Theme(app), NL, worker, bridge, memory)
    window.resize(*USUAL_PX)
    window.show()
    QTest.qWait(SETTLE_MS)
    window.cover(covered=False)
    _say("ready")
    for large, width, height in ((False, 192, 108), (True, 1280, 720)):
        bridge.picture(Pixels(LOOKED_AT, large, width, height, color * width * height))
    window.page.wall.choose(LOOKED_AT)
    QTest.qWait(SETTLE_MS)
    _say("held")
    for large in (False, True):
        bridge.drop(LOOKED_AT, large)
    QTest.qWait(SETTLE_MS)
    _say("dropped")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main()
