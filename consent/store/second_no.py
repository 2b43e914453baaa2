# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's second no: a file in the pupil's own profile, as large as it ever gets.

Overwritten in place and fsynced, so that a full disk cannot swallow a no. Two halves
take turns and each carries its own hash: an interrupted write leaves the older half.
Source: docs/spec/indicator.md, "The second no".
"""

import contextlib
import hashlib
import os
from pathlib import Path
from typing import Final

from consent.store.durable import sync_folder

HALF_BYTES: Final = 8_192
HASH_BYTES: Final = 32
COUNT_BYTES: Final = 8
LENGTH_BYTES: Final = 4
HEAD_BYTES: Final = HASH_BYTES + COUNT_BYTES + LENGTH_BYTES
PRIVATE: Final = 0o600


class SecondNo:
    """A few messages that outlive the process."""

    def __init__(self, path: Path) -> None:
        """Make the file at its full size, when it is not there yet.

        Raises:
            OSError: the profile cannot be written.
        """
        self._path = path
        self._turn = 0
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            self._create()

    def _create(self) -> None:
        fresh = self._path.with_suffix(".new")
        with contextlib.suppress(FileNotFoundError):
            fresh.unlink()
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        try:
            _write_all(handle, _half(0, []) + _half(0, []))
            os.fsync(handle)
        finally:
            os.close(handle)
        fresh.replace(self._path)
        sync_folder(self._path.parent)

    def read(self) -> list[bytes]:
        """Give the newest messages.

        Raises:
            ValueError: neither half can be read: doubt, which the caller counts as no.
        """
        try:
            data = self._path.read_bytes()
        except OSError as error:
            raise ValueError("The second no cannot be read.") from error
        halves = [
            half
            for start in (0, HALF_BYTES)
            if (half := _read_half(data[start : start + HALF_BYTES])) is not None
        ]
        if not halves:
            raise ValueError("The second no is damaged.")
        self._turn, kept = max(halves, key=lambda half: half[0])
        return kept

    def write(self, kept: list[bytes]) -> None:
        """Replace the messages, durably, in bytes the file already owns.

        Raises:
            OSError: the disk refuses.
            ValueError: more than half a file.
        """
        half = _half(self._turn + 1, kept)
        handle = os.open(self._path, os.O_WRONLY)
        try:
            os.lseek(handle, HALF_BYTES * ((self._turn + 1) % 2), os.SEEK_SET)
            _write_all(handle, half)
            os.fsync(handle)
        finally:
            os.close(handle)
        self._turn += 1


def _half(turn: int, kept: list[bytes]) -> bytes:
    body = b"".join(len(one).to_bytes(LENGTH_BYTES, "big") + one for one in kept)
    room = HALF_BYTES - HEAD_BYTES
    if len(body) > room:
        raise ValueError("More messages than the second no has room for.")
    head = turn.to_bytes(COUNT_BYTES, "big") + len(body).to_bytes(LENGTH_BYTES, "big")
    rest = head + body.ljust(room, b"\0")
    return hashlib.sha256(rest).digest() + rest


def _read_half(half: bytes) -> tuple[int, list[bytes]] | None:
    """Give turn and messages, or None when the hash does not fit."""
    rest = half[HASH_BYTES:]
    if len(half) != HALF_BYTES or hashlib.sha256(rest).digest() != half[:HASH_BYTES]:
        return None
    turn = int.from_bytes(rest[:COUNT_BYTES], "big")
    size = int.from_bytes(rest[COUNT_BYTES : COUNT_BYTES + LENGTH_BYTES], "big")
    body = rest[COUNT_BYTES + LENGTH_BYTES :][:size]
    found = []
    while body:
        length = int.from_bytes(body[:LENGTH_BYTES], "big")
        found.append(body[LENGTH_BYTES : LENGTH_BYTES + length])
        body = body[LENGTH_BYTES + length :]
    return turn, found


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]
