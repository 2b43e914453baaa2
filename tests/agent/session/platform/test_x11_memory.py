# SPDX-License-Identifier: GPL-3.0-or-later
"""Shared memory, made and let go."""

import pytest

from agent.session.platform.base import GrabError
from agent.session.platform.x11_display import Display
from agent.session.platform.x11_memory import SharedMemory
from tests.fakes.xserver import XServer


def test_it_is_as_large_as_asked_and_gone_when_closed(xserver: XServer) -> None:
    display = Display(xserver.name)
    memory = SharedMemory(display.connection, display.shm, 4096)
    assert len(memory.first(100)) == 100
    memory.close()
    memory.close()
    with pytest.raises(GrabError):
        memory.first(1)
    display.close()


def test_more_than_there_is_is_said_plainly(xserver: XServer) -> None:
    display = Display(xserver.name)
    with pytest.raises(GrabError, match="shared memory"):
        SharedMemory(display.connection, display.shm, 2**62)
    display.close()
