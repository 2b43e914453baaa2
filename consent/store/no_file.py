# SPDX-License-Identifier: GPL-3.0-or-later
"""A no that can be stored when nothing else can.

A standing yes is a 4 KiB file, made beforehand with all its bytes. A no overwrites it
in place: no new block, no database, no log, so a full disk cannot swallow it. What is
missing, torn or unreadable is a no. When even overwriting fails the file is removed,
which is a no as well. The pause file works the same way with its sense turned round:
what is missing or unreadable is a pause.

Source: docs/spec/ledger.md "A no must be storable"; docs/rights.md R-15, R-28.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, cast

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger.errors import LedgerError
from consent.ledger.fields import time_text, time_value
from consent.purpose import PICTURES, Purpose
from consent.store.durable import sync_folder

FILE_BYTES: Final = 4_096
_DIGEST_BYTES: Final = 32
_MAGIC: Final = b"inzage/v1/choice\n"
_NOT_PAUSED: Final = {"paused": False, "until": ""}


@dataclass(frozen=True, slots=True)
class Yes:
    """A standing yes to one purpose, with the own-chain line that says so."""

    purpose: Purpose
    pupil: str
    klass: str
    valid_until: datetime
    consent_seq: int


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause; until None lasts until the pupil's own click."""

    until: datetime | None


class NoFiles:
    """The choices of one pupil account: a file per purpose, and one for the pause."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def prepare(self) -> None:
        """Make what is missing: every purpose a no. The first time, not paused.

        Raises:
            LedgerError: there is no room; nobody may look.
        """
        new = not self._folder.is_dir()
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for purpose in sorted(PICTURES):
                _make(self._path(purpose), {})
            if new:
                _make(self._pause_path, _NOT_PAUSED)
            sync_folder(self._folder)
        except OSError as error:
            raise LedgerError(f"The choices cannot be kept: {error}.") from error

    def read(self, purpose: Purpose) -> Yes | None:
        """Give the standing yes; None for a no and for every doubt."""
        held = _read(self._path(purpose))
        try:
            return _as_yes(held, purpose) if held else None
        except (KeyError, TypeError, ValueError):
            return None

    def say_yes(self, yes: Yes) -> None:
        """Store a yes, after its own-chain line is on disk.

        Raises:
            LedgerError: not stored, so it stays a no.
        """
        self._store(
            self._path(yes.purpose),
            {
                "purpose": yes.purpose,
                "pupil": yes.pupil,
                "class": yes.klass,
                "valid_until": time_text(yes.valid_until),
                "consent_seq": yes.consent_seq,
            },
        )

    def say_no(self, purposes: Iterable[Purpose] = PICTURES) -> None:
        """Store a no to each purpose, before anything else is written.

        Raises:
            LedgerError: a yes may still stand on disk; keep the no in memory and retry.
        """
        failed = [p for p in purposes if not _make_no(self._path(p))]
        if failed:
            raise LedgerError("A no could not be stored; it holds until a restart.")

    def pause(self, until: datetime | None) -> None:
        """Store a pause until a moment, or until the pupil's own click.

        Raises:
            LedgerError: not stored, and the old file could not be removed either.
        """
        held = {"paused": True, "until": time_text(until) if until else ""}
        try:
            _overwrite(self._pause_path, held)
        except OSError:
            if not _remove(self._pause_path):
                raise LedgerError(
                    "A pause could not be stored; it holds until a restart."
                ) from None

    def resume(self) -> None:
        """Store that the pause is over.

        Raises:
            LedgerError: not stored, so the pause goes on.
        """
        self._store(self._pause_path, _NOT_PAUSED)

    def paused(self, now: datetime) -> Pause | None:
        """Give the pause that holds now; every doubt is a pause."""
        held = _read(self._pause_path)
        if held == _NOT_PAUSED:
            return None
        until = _until(held)
        return None if until is not None and until <= now else Pause(until)

    @property
    def _pause_path(self) -> Path:
        return self._folder / "pause"

    def _path(self, purpose: Purpose) -> Path:
        return self._folder / f"yes-{purpose}"

    @staticmethod
    def _store(path: Path, held: Mapping[str, object]) -> None:
        try:
            if not path.exists():
                _make(path, {})
                sync_folder(path.parent)
            _overwrite(path, held)
        except OSError as error:
            raise LedgerError(f"The choice was not kept: {error}.") from error


def _as_yes(held: Mapping[str, object], purpose: Purpose) -> Yes | None:
    if held["purpose"] != purpose:
        return None
    return Yes(
        purpose,
        str(held["pupil"]),
        str(held["class"]),
        time_value(str(held["valid_until"])),
        cast("int", held["consent_seq"]),
    )


def _until(held: Mapping[str, object]) -> datetime | None:
    with suppress(KeyError, ValueError):
        return time_value(str(held["until"]))
    return None


def _block(held: Mapping[str, object]) -> bytes:
    text = canonical.encode(dict(held)) if held else b""
    start = hashlib.sha256(_MAGIC + text).digest() + _MAGIC + text
    return start.ljust(FILE_BYTES, b"\n")


def _read(path: Path) -> Mapping[str, object]:
    """Give what a file says; nothing when it is missing, torn or of another form."""
    try:
        text = path.read_bytes()[_DIGEST_BYTES + len(_MAGIC) :].rstrip(b"\n")
        held = canonical.decode(text) if text else {}
        whole = isinstance(held, dict) and _block(held) == path.read_bytes()
    except (OSError, CanonicalError):
        return {}
    return cast("Mapping[str, object]", held) if whole else {}


def _make(path: Path, held: Mapping[str, object]) -> None:
    if path.exists() and path.stat().st_size == FILE_BYTES:
        return
    handle = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    _fill(handle, held)


def _overwrite(path: Path, held: Mapping[str, object]) -> None:
    _fill(os.open(path, os.O_WRONLY), held)


def _fill(handle: int, held: Mapping[str, object]) -> None:
    with os.fdopen(handle, "wb", buffering=0) as file:
        if file.write(_block(held)) != FILE_BYTES:
            raise OSError("only a part was written")
        os.fsync(file.fileno())


def _make_no(path: Path) -> bool:
    try:
        _overwrite(path, {})
    except FileNotFoundError:
        return True
    except OSError:
        return _remove(path)
    return True


def _remove(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError:
        return False
    return True
