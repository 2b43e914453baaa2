# SPDX-License-Identifier: GPL-3.0-or-later
"""The pointer clicks where it is told, and a picture shows what stands there."""

from pathlib import Path
from typing import Any

import xcffib
import xcffib.xproto as x
from PIL import Image

from installer.demo.desktop import paint
from installer.demo.pages import desktop
from installer.demo.pointer import click, picture
from installer.newcomer.rig.screen import screen


def test_a_picture_is_the_screen_and_a_click_arrives(tmp_path: Path) -> None:
    with screen("640x480x24") as where:
        connection: Any = xcffib.connect(where["DISPLAY"])
        paint(connection, 3, 2)
        window = _window(connection)
        click(where["DISPLAY"], 100, 120)
        press = _next_press(connection)
        connection.core.DestroyWindow(window)
        connection.core.GetInputFocus().reply()
        picture(where["DISPLAY"], tmp_path / "a.png")
        connection.disconnect()
    assert (press.root_x, press.root_y) == (100, 120)
    with Image.open(tmp_path / "a.png", formats=("PNG",)) as shown:
        assert shown.tobytes() == desktop(3, 2, (640, 480)).tobytes()


def _window(connection: Any) -> int:  # noqa: ANN401 -- xcffib's types are half
    root = connection.get_setup().roots[0]
    window: int = connection.generate_id()
    connection.core.CreateWindow(
        x.WindowClass.CopyFromParent, window, root.root, 0, 0, 400, 400, 0,
        x.WindowClass.InputOutput, root.root_visual,
        x.CW.OverrideRedirect | x.CW.EventMask, [1, x.EventMask.ButtonPress],
    )  # fmt: skip
    connection.core.MapWindow(window)
    connection.core.GetInputFocus().reply()
    return window


def _next_press(connection: Any) -> Any:  # noqa: ANN401 -- xcffib's types are half
    while True:
        event = connection.wait_for_event()
        if isinstance(event, x.ButtonPressEvent):
            return event
