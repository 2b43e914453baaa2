# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is connected; never how many pictures."""

import pytest

from console.core.view import TileState
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    busy_view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_D14_the_bottom_bar_counts_laptops_and_never_pictures(lesson: Desk) -> None:
    shown = texts(lesson.window.bottom)
    assert "22 van 24 verbonden" in shown
    assert "Alles wat je hier doet, kunnen leerlingen nalezen." in shown
    everything = texts(lesson.window)
    assert "met beeld" not in everything
    for state in (TileState.SHOWN, TileState.NO_PICTURE):
        count = sum(tile.state is state for tile in busy_view().tiles)
        assert str(count) not in everything
