# SPDX-License-Identifier: GPL-3.0-or-later
"""The beat."""

import signal
import subprocess
import sys

from pytestqt.qtbot import QtBot

from agent.session.qt.heart import Heart


def test_each_beat_is_told_and_counted(qtbot: QtBot) -> None:
    beats: list[int] = []
    alive: list[int] = []
    heart = Heart(lambda: beats.append(1), alive.append)
    heart.start()
    try:
        for _ in range(3):
            heart.tick()
        assert len(beats) == 4
        assert alive == [1, 2, 3, 4]
        qtbot.waitUntil(lambda: len(beats) > 4)
    finally:
        heart.stop()


HANGS = """
from PySide6.QtCore import QCoreApplication
from agent.session.qt import heart
heart.FROZEN_S = 0.2
app = QCoreApplication([])
beating = heart.Heart(lambda: None, lambda tick: None)
beating.start()
sum(iter(int, 1))  # a loop that C runs, with the interpreter in hand
"""


def test_a_hanging_session_ends_itself_and_says_where() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HANGS], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == -signal.SIGALRM
    assert b'File "<string>", line 8' in done.stderr
