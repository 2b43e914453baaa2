# SPDX-License-Identifier: GPL-3.0-or-later
"""A daemon in miniature: a real unix socket that says what the test wants said."""

import select
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from protocol.aio.clock import boottime
from protocol.codec import LocalMessage, decode_local, encode
from protocol.framing import FrameBuffer, framed
from protocol.messages import local
from protocol.messages.local import Band, Eye, EyeState, Frame, FrameSent, Grab, Looks

Message = TypeVar("Message", bound=Struct)
ACCESS = bytes(range(16))
PATIENCE_S = 20.0  # a busy machine is slow, not wrong


class FakeDaemon:
    """Listens at a path; one session at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen(4)
        self._link: socket.socket | None = None
        self._buffer = FrameBuffer(1_048_576)
        self._unread: list[LocalMessage] = []
        self.acknowledges = True  # answer each Frame with FrameSent, as a console would

    def accept(self, within_s: float = PATIENCE_S) -> None:
        """Wait for a session to dial."""
        self.hang_up()
        self._listening.settimeout(within_s)
        self._link, _ = self._listening.accept()
        self._unread = []
        self._buffer = FrameBuffer(1_048_576)

    def welcome(
        self,
        *,
        kind: str = "demo",
        lang: str = "nl",
        band: Band = Band.TEN_AND_UP,
        notices: tuple[local.Notice, ...] = (),
        clicks_kept: int = 0,
    ) -> local.Here:
        """Accept a session and welcome it; give its Here."""
        self.accept()
        here = self.wait_for(local.Here)
        self.send(local.Welcomed(1, kind, lang, band, "Sint-Jan", notices, clicks_kept))
        return here

    def send(self, message: Struct) -> None:
        """Say one thing."""
        assert self._link is not None
        self._link.sendall(framed(encode(message)))

    def send_raw(self, data: bytes) -> None:
        """Say something that is no message."""
        assert self._link is not None
        self._link.sendall(data)

    def listen(self, within_s: float) -> list[LocalMessage]:
        """Hear whatever comes in this time; give it."""
        end = boottime() + within_s
        found, self._unread = self._unread, []
        while (left := end - boottime()) > 0:
            found += self._hear(left)
        return found

    def _hear(self, within_s: float) -> list[LocalMessage]:
        assert self._link is not None
        if not select.select([self._link], [], [], within_s)[0]:
            return []
        try:
            data = self._link.recv(65_536)
        except ConnectionResetError:  # it ended without having read our last word
            data = b""
        if not data:
            raise EOFError("the session hung up")
        self._buffer.feed(data)
        found = []
        while (frame := self._buffer.next_frame()) is not None:
            message = decode_local(frame)
            found.append(message)
            if isinstance(message, Frame) and self.acknowledges:
                self.send(FrameSent(message.access, message.n, sent=True))
        return found

    def wait_for(
        self,
        kind: type[Message],
        such_that: Callable[[Message], bool] = lambda _: True,
        within_s: float = PATIENCE_S,
    ) -> Message:
        """Hear until a message of this kind comes; it is an error when none does."""
        end = boottime() + within_s
        while (left := end - boottime()) > 0:
            while self._unread:
                message = self._unread.pop(0)
                if isinstance(message, kind) and such_that(message):
                    return message
            self._unread = self._hear(left)
        raise AssertionError(f"no {kind.__name__} within {within_s} s")

    def hang_up(self) -> None:
        """Close the link, keep listening."""
        if self._link is not None:
            self._link.close()
            self._link = None

    def close(self) -> None:
        """Close everything."""
        self.hang_up()
        self._listening.close()
        self.path.unlink(missing_ok=True)


def eye(
    state: EyeState,
    *,
    teacher: str = "mevr. Peeters",
    why: str = "zelfstandig werk",
    left_ms: int = 0,
    access: bytes | None = None,
    until_s: int = 0,
    last_looked_s: int = 0,
) -> Eye:
    """Make an Eye."""
    return Eye(state, teacher, why, left_ms, last_looked_s, until_s, access)


def grab(
    purpose: Looks = Looks.OVERVIEW,
    *,
    access: bytes = ACCESS,
    width_px: int = 192,
    min_gap_ms: int = 1000,
) -> Grab:
    """Make a Grab."""
    quality = 50 if purpose is Looks.OVERVIEW else 45
    mark = "" if purpose is Looks.OVERVIEW else "mevr. Peeters · 10:24"
    return Grab(access, purpose, width_px, quality, min_gap_ms, mark)
