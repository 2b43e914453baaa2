# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawn desktop reaches every corner of a real X screen."""

from typing import Any

import mss
import xcffib
from PIL import Image

from installer.demo.desktop import paint
from installer.demo.pages import desktop
from installer.newcomer.rig.screen import screen


def test_what_is_drawn_is_what_the_screen_shows() -> None:
    with screen("640x480x24") as where:
        connection: Any = xcffib.connect(where["DISPLAY"])
        paint(connection, 0, 1)
        connection.core.GetInputFocus().reply()  # the server has done it all
        with mss.MSS(display=where["DISPLAY"]) as camera:
            shot = camera.grab(camera.monitors[0])
            shown = Image.frombytes("RGB", shot.size, shot.rgb)
        connection.disconnect()
    assert shown.tobytes() == desktop(0, 1, (640, 480)).tobytes()
