# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand on the mouse of a real X screen: a click the X server cannot tell from one."""

from typing import Final

import xcffib.xtest

from tests.bench.x_link import connect

PRESS: Final = 4
RELEASE: Final = 5
MOTION: Final = 6
LEFT: Final = 1
NOWHERE: Final = 0  # where the pointer is


class Pointer:
    """Moves and clicks; the connection stays open, so that a click is one write."""

    def __init__(self, display: str) -> None:
        """Connect."""
        self._connection = connect(display)
        self._root = self._connection.get_setup().roots[0].root
        self._fake = self._connection(xcffib.xtest.key)

    def move(self, x_px: int, y_px: int) -> None:
        """Move there; returns when the server has."""
        self._fake.FakeInput(MOTION, 0, 0, self._root, x_px, y_px, 0)
        self._connection.core.GetInputFocus().reply()

    def click(self) -> None:
        """Press and release the left button."""
        for kind in (PRESS, RELEASE):
            self._fake.FakeInput(kind, LEFT, 0, NOWHERE, 0, 0, 0)
        self._connection.flush()

    def close(self) -> None:
        """Hang up."""
        self._connection.disconnect()
