# SPDX-License-Identifier: GPL-3.0-or-later
"""Real X screens and whole sessions for the tests of this folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fakes.intruder import Intruder
from tests.fakes.session import SessionProcess
from tests.fakes.xserver import XVFB, XServer


@pytest.fixture
def xserver() -> Iterator[XServer]:
    """Give a real X screen of its own."""
    if XVFB is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    with XServer() as server:
        yield server


@pytest.fixture
def intruder(xserver: XServer) -> Iterator[Intruder]:
    """Give another program on that screen."""
    with Intruder(xserver.name) as program:
        yield program


Start = Callable[..., SessionProcess]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start whole sessions; they end with the test."""
    started: list[SessionProcess] = []

    def one(environment: dict[str, str], *more: str) -> SessionProcess:
        folder = tmp_path / str(len(started))
        folder.mkdir()
        session = SessionProcess(folder, environment, *more)
        started.append(session)
        return session

    yield one
    for session in started:
        session.close()
