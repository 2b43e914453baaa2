# SPDX-License-Identifier: GPL-3.0-or-later
"""The session's end of the socket, over a real one."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.session.daemon_port import UNSENT_BYTES, DaemonPort, PortClosedError
from protocol.codec import encode
from protocol.framing import framed
from protocol.messages.local import Alive, ClickKept, FrameSent

SENT = FrameSent(bytes(16), 2, sent=True)
ALIVE = Alive(1, proof_ok=True, screen_locked=False)


@pytest.fixture
def ends(tmp_path: Path) -> Iterator[tuple[DaemonPort, socket.socket]]:
    path = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        listening.listen(1)
        port = DaemonPort(path)
        daemon, _ = listening.accept()
        yield port, daemon
        port.close()
        daemon.close()


def test_nobody_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(PortClosedError, match="does not answer"):
        DaemonPort(tmp_path / "none")


def test_messages_come_whole_and_in_order(
    ends: tuple[DaemonPort, socket.socket],
) -> None:
    port, daemon = ends
    both = framed(encode(ClickKept(1))) + framed(encode(SENT))
    daemon.sendall(both[:5])
    assert port.read() == []
    daemon.sendall(both[5:])
    assert port.read() == [ClickKept(1), SENT]


def test_silence_is_nothing(ends: tuple[DaemonPort, socket.socket]) -> None:
    assert ends[0].read() == []


def test_what_is_sent_arrives(ends: tuple[DaemonPort, socket.socket]) -> None:
    port, daemon = ends
    port.send(ALIVE)
    assert daemon.recv(1000) == framed(encode(ALIVE))
    assert not port.unsent


def test_a_hang_up_is_said(ends: tuple[DaemonPort, socket.socket]) -> None:
    port, daemon = ends
    daemon.close()
    with pytest.raises(PortClosedError, match="hung up"):
        port.read()
    with pytest.raises(PortClosedError):
        port.send_bytes(bytes(UNSENT_BYTES * 2))


@pytest.mark.parametrize(
    "nonsense", [b"\xff\xff\xff\xff", framed(b"\xc1"), framed(b"\x91\x05")]
)
def test_nonsense_ends_the_link(
    ends: tuple[DaemonPort, socket.socket], nonsense: bytes
) -> None:
    port, daemon = ends
    daemon.sendall(nonsense)
    with pytest.raises(PortClosedError, match="nonsense"):
        port.read()


def test_a_daemon_that_does_not_read_is_left(
    ends: tuple[DaemonPort, socket.socket],
) -> None:
    port, _ = ends
    with pytest.raises(PortClosedError, match="does not read"):
        port.send_bytes(bytes(UNSENT_BYTES * 2))


def test_what_waits_goes_when_there_is_room(
    ends: tuple[DaemonPort, socket.socket],
) -> None:
    port, daemon = ends
    port.send_bytes(bytes(600_000))
    assert port.unsent
    taken = 0
    while taken < 600_004:
        taken += len(daemon.recv(65_536))
        port.flush()
    assert not port.unsent
    assert port.fileno() > 0


def test_a_broken_socket_is_said(ends: tuple[DaemonPort, socket.socket]) -> None:
    port, _ = ends
    port.close()
    with pytest.raises(PortClosedError, match="broke"):
        port.read()
    with pytest.raises(PortClosedError, match="broke"):
        port.send_bytes(b"x")
