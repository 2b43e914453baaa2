# SPDX-License-Identifier: GPL-3.0-or-later
"""One connection, and what it must find there."""

import pytest

from agent.session.platform.base import GrabError
from agent.session.platform.x11_display import NEEDED, Display
from tests.fakes.xserver import XVFB, XServer


def test_a_full_x_server_will_do(xserver: XServer) -> None:
    display = Display(xserver.name)
    assert display.patch(0, 0, 1, 1)[:3] == bytes(3)
    display.close()


@pytest.mark.parametrize("name", [name for name in NEEDED if name != "XFIXES"])
def test_an_x_server_without_what_we_need_will_not(name: str) -> None:
    if XVFB is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    with (
        XServer(640, 480, "-extension", name) as server,
        pytest.raises(GrabError, match="lacks"),
    ):
        Display(server.name)


def test_an_unusual_depth_will_not_do() -> None:
    if XVFB is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    with (
        XServer(640, 480, "-screen", "0", "640x480x16") as server,
        pytest.raises(GrabError, match="lacks"),
    ):
        Display(server.name)
