# SPDX-License-Identifier: GPL-3.0-or-later
"""A real X screen that sleeps and wakes."""

from typing import Any

import pytest
import xcffib
import xcffib.xproto
from xcffib import xproto

from agent.session.platform.base import GrabError
from agent.session.platform.x11_keeper import X11Keeper
from agent.session.platform.x11_sleep import X11Sleep
from tests.fakes.xserver import XVFB, XServer


def force_saver(server: XServer, mode: int) -> None:
    """Do what `xset s activate` and `xset s reset` do."""
    connection: Any = xcffib.connect(server.name)
    connection.core.ForceScreenSaver(mode)
    connection.core.GetInputFocus().reply()
    connection.disconnect()


def test_it_sleeps_while_the_screen_saver_shows(xserver: XServer) -> None:
    keeper = X11Keeper(xserver.name)
    try:
        assert not keeper.resting()
        force_saver(xserver, xproto.ScreenSaver.Active)
        assert keeper.resting()
        force_saver(xserver, xproto.ScreenSaver.Reset)
        assert not keeper.resting()
    finally:
        keeper.close()


def test_an_x_server_that_knows_no_sleep_is_awake() -> None:
    if XVFB is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    without = ("-extension", "MIT-SCREEN-SAVER", "-extension", "DPMS")
    with XServer(640, 480, *without) as server:
        connection = xcffib.connect(server.name)
        assert not X11Sleep(connection).sleeps()
        connection.disconnect()


def test_a_screen_that_went_away_is_said() -> None:
    if XVFB is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    with XServer(640, 480) as server:
        keeper = X11Keeper(server.name)
    with pytest.raises(GrabError):
        keeper.resting()
    keeper.close()
