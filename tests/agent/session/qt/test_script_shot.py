# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawn desktop can be kept; for a real one there is no code."""

from pathlib import Path

from PIL import Image

from agent.session.platform.base import Rect
from agent.session.platform.no_picture import NoPicture
from agent.session.platform.synthetic import Synthetic
from agent.session.qt.script_shot import save_drawn

RECT = Rect(0, 0, 640, 360)


def test_a_drawn_desktop_is_kept_as_it_is(tmp_path: Path) -> None:
    desktop = Synthetic(lambda: 0.0)
    save_drawn(desktop, RECT, str(tmp_path / "a.png"))
    with Image.open(tmp_path / "a.png", formats=("PNG",)) as kept:
        assert kept.tobytes() == desktop.draw(RECT).tobytes()


def test_of_any_other_platform_nothing_is_kept(tmp_path: Path) -> None:
    save_drawn(NoPicture(), RECT, str(tmp_path / "a.png"))
    assert list(tmp_path.iterdir()) == []
