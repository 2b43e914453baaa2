# SPDX-License-Identifier: GPL-3.0-or-later
"""The kernel says what is still on its way."""

import socket
import sys
from asyncio.trsock import TransportSocket

import pytest

from protocol.aio.outgoing import reset_on_close, take_back, unacked_bytes


def pair() -> tuple[socket.socket, socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        near = socket.create_connection(door.getsockname())
        far, _ = door.accept()
    return near, far


def test_what_a_full_window_keeps_out_is_counted() -> None:
    near, far = pair()
    with near, far:
        near.settimeout(0)
        shell = TransportSocket(near)
        assert unacked_bytes(shell) in {0, None}
        try:
            while True:
                near.send(bytes(65_536))
        except BlockingIOError:
            pass
        waiting = unacked_bytes(shell)
        assert (waiting is None) == (sys.platform != "linux")
        assert waiting is None or waiting > 0


def test_a_reset_is_not_an_end() -> None:
    near, far = pair()
    with far:
        reset_on_close(TransportSocket(near))
        near.close()
        try:
            got: bytes | None = far.recv(1)
        except ConnectionResetError:
            got = None
        assert got is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the close has to do")
def test_D09_what_is_taken_back_never_arrives_although_nothing_is_closed_yet() -> None:
    near, far = pair()
    with near, far:
        near.settimeout(0)
        sent = 0
        try:
            while True:
                sent += near.send(bytes(65_536))
        except BlockingIOError:
            pass
        take_back(TransportSocket(near))
        far.settimeout(20.0)  # without the reset it would wait for ever
        assert drained(far) < sent


def drained(sock: socket.socket) -> int:
    """Read until the reset; say how much came before it."""
    got = 0
    try:
        while data := sock.recv(65_536):
            got += len(data)
    except ConnectionResetError:
        return got
    raise AssertionError("It ended in good order.")
