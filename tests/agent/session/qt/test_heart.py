# SPDX-License-Identifier: GPL-3.0-or-later
"""The beat."""

from pytestqt.qtbot import QtBot

from agent.session.qt.heart import Heart


def test_the_guard_hears_each_beat_the_daemon_each_second(qtbot: QtBot) -> None:
    beats: list[int] = []
    alive: list[int] = []
    heart = Heart(lambda: beats.append(1), alive.append)
    heart.start()
    try:
        for _ in range(3):
            heart.tick()
        assert len(beats) == 4
        assert alive == [1, 2]
        qtbot.waitUntil(lambda: len(beats) > 4)
    finally:
        heart.stop()
