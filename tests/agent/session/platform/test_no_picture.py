# SPDX-License-Identifier: GPL-3.0-or-later
"""Where there are no pictures, every grab is a no."""

import pytest

from agent.session.platform.base import GrabError, Rect
from agent.session.platform.no_picture import NoPicture


def test_every_grab_is_refused() -> None:
    desktop = NoPicture()
    with pytest.raises(GrabError):
        desktop.open([])
    with pytest.raises(GrabError):
        desktop.read_back([Rect(0, 0, 1, 1)])
    desktop.present("eye-0", Rect(0, 0, 1, 1), None)
    assert desktop.keeper().fileno() is None
