# SPDX-License-Identifier: GPL-3.0-or-later
"""The line to the daemon, in Qt's thread."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from pytestqt.qtbot import QtBot

from agent.session.qt.bridge import Bridge
from protocol.messages.local import Alive, ClickKept, OfferGone
from tests.fakes.daemon import FakeDaemon

ALIVE = Alive(1, proof_ok=True, screen_locked=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s"


@pytest.fixture
def daemon(path: Path) -> Iterator[FakeDaemon]:
    made = FakeDaemon(path)
    yield made
    made.close()


@pytest.fixture
def bridge(qtbot: QtBot, path: Path) -> Iterator[Bridge]:
    made = Bridge(path)
    yield made
    made.end()


def test_what_the_daemon_says_is_heard(
    qtbot: QtBot, daemon: FakeDaemon, bridge: Bridge
) -> None:
    heard: list[Struct] = []
    bridge.heard.connect(heard.append)
    with qtbot.waitSignal(bridge.opened):
        bridge.dial()
    assert bridge.is_open
    bridge.dial()
    daemon.accept()
    daemon.send(ClickKept(1))
    daemon.send(OfferGone(bytes(16)))
    qtbot.waitUntil(lambda: heard == [ClickKept(1), OfferGone(bytes(16))])


def test_what_is_said_arrives(daemon: FakeDaemon, bridge: Bridge) -> None:
    bridge.dial()
    daemon.accept()
    bridge.send(ALIVE)
    assert daemon.wait_for(Alive) == ALIVE


def test_it_dials_again_when_the_daemon_comes_back(
    qtbot: QtBot, daemon: FakeDaemon, bridge: Bridge
) -> None:
    bridge.dial()
    daemon.accept()
    with qtbot.waitSignal(bridge.closed):
        daemon.hang_up()
    assert not bridge.is_open
    with qtbot.waitSignal(bridge.opened):
        pass
    daemon.accept()


def test_without_a_daemon_it_goes_on_trying(qtbot: QtBot, path: Path) -> None:
    bridge = Bridge(path)
    bridge.dial()
    bridge.send(ALIVE)
    assert not bridge.is_open
    daemon = FakeDaemon(path)
    with qtbot.waitSignal(bridge.opened):
        pass
    bridge.end()
    bridge.hang_up()
    daemon.close()


def test_much_goes_in_parts_without_waiting(
    qtbot: QtBot, daemon: FakeDaemon, bridge: Bridge
) -> None:
    bridge.dial()
    daemon.accept()
    big = OfferGone(bytes(16))
    for _ in range(30_000):
        bridge.send(big)
    count = 0

    def all_there() -> bool:
        nonlocal count
        count += sum(isinstance(m, OfferGone) for m in daemon.listen(0.05))
        return count == 30_000

    qtbot.waitUntil(all_there, timeout=20_000)


def test_a_daemon_that_is_gone_is_noticed_while_speaking(
    qtbot: QtBot, daemon: FakeDaemon, bridge: Bridge
) -> None:
    bridge.dial()
    daemon.accept()
    daemon.hang_up()
    with qtbot.waitSignal(bridge.closed):
        bridge.send(ALIVE)
        bridge.send(ALIVE)


def test_after_a_hang_up_nothing_more_is_heard(
    qtbot: QtBot, daemon: FakeDaemon, bridge: Bridge
) -> None:
    heard: list[Struct] = []

    def once(message: Struct) -> None:
        heard.append(message)
        bridge.hang_up()

    bridge.heard.connect(once)
    bridge.dial()
    daemon.accept()
    daemon.send_raw(b"\x00\x00\x00\x03\x92\x7a\x01\x00\x00\x00\x03\x92\x7a\x02")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [ClickKept(1)]
