# SPDX-License-Identifier: GPL-3.0-or-later
"""A moment that passes by itself."""

from pytestqt.qtbot import QtBot

from console.qt.deaf import Deaf


def test_it_lasts_a_moment_from_the_last_change(qtbot: QtBot) -> None:
    deaf = Deaf()
    assert not deaf.lasts
    deaf.begin()
    assert deaf.lasts
    qtbot.waitUntil(lambda: not deaf.lasts)
    deaf.begin()
    assert deaf.lasts
