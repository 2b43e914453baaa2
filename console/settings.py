# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the console keeps its few files, and the settings a teacher may change.

No setting here can widen anything: there is no policy in them.

Source: docs/spec/places.md.
"""

import contextlib
import json
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import platformdirs

from consent.store.files import write_over
from console.core.words import LANGUAGES
from console.errors import ConsoleError

FILE: Final = "console.toml"
WORDS_MOST: Final = 64
WORD_CHARS: Final = 200
_KNOWN: Final = frozenset({"language", "published"})


@dataclass(frozen=True, slots=True)
class State:
    """The files of one teacher on this computer."""

    folder: Path

    @property
    def tls_key(self) -> Path:
        """The P-256 key of the connection."""
        return self.folder / "teacher.key"

    @property
    def sign_key(self) -> Path:
        """The Ed25519 key of commands and of the record."""
        return self.folder / "sign.key"

    @property
    def certificate(self) -> Path:
        """What the office gave."""
        return self.folder / "teacher.pem"

    @property
    def root(self) -> Path:
        """The number of the school, as on its letter."""
        return self.folder / "root.txt"

    @property
    def ledger(self) -> Path:
        """The teacher's own record."""
        return self.folder / "ledger.db"

    @property
    def outbox(self) -> Path:
        """Messages and links that wait for a laptop."""
        return self.folder / "outbox.db"

    @property
    def papers(self) -> Path:
        """The school's papers as last seen."""
        return self.folder / "papers"

    @property
    def seats(self) -> Path:
        """What the window remembers."""
        return self.folder / "seats.json"

    @property
    def settings(self) -> Path:
        """What a teacher may change."""
        return self.folder / FILE


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands in console.toml."""

    language: str = "nl"
    published: Path | None = None  # a folder of the office with newer papers


def default_state() -> State:
    """Give this user's own place."""
    name = "InzageConsole" if os.name == "nt" else "inzage-console"
    return State(Path(platformdirs.user_data_dir(name, appauthor=False)))


def read_settings(state: State) -> Settings:
    """Read console.toml; without it everything is as usual.

    Raises:
        ConsoleError: a setting that is not known, or of another kind.
    """
    try:
        text = state.settings.read_text("utf-8")
        found = tomllib.loads(text)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise ConsoleError(f"{state.settings} cannot be read: {error}.") from error
    unknown = sorted(set(found) - _KNOWN)
    if unknown:
        raise ConsoleError(f"{state.settings} has a setting we do not know: {unknown}.")
    return Settings(_language(found, state), _published(found, state))


def read_root(state: State) -> str:
    """Give the fingerprint of the school's root key, or nothing."""
    try:
        return state.root.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def keep_file(path: Path, data: bytes) -> None:
    """Put a file in place whole, for its owner alone, or leave what is there.

    Raises:
        ConsoleError: the disk would not.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_over(path, data)
    except OSError as error:
        raise ConsoleError(f"{path} cannot be written: {error.strerror}.") from error


def read_file(path: Path) -> bytes:
    """Read a file that a teacher named.

    Raises:
        ConsoleError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConsoleError(f"{path} cannot be read: {error.strerror}.") from error


def _language(found: dict[str, object], state: State) -> str:
    language = found.get("language", "nl")
    if not isinstance(language, str) or language not in LANGUAGES:
        raise ConsoleError(f"{state.settings}: language is one of {list(LANGUAGES)}.")
    return language


def _published(found: dict[str, object], state: State) -> Path | None:
    published = found.get("published", "")
    if not isinstance(published, str):
        raise ConsoleError(f"{state.settings}: published is a folder.")
    if "://" in published:
        raise ConsoleError(
            f"{state.settings}: published is a folder; a web address does not work yet."
        )
    return Path(published) if published else None


class Drawer:
    """The few words the window keeps between two openings, in seats.json."""

    def __init__(self, state: State) -> None:
        """Read what was kept; an unreadable file is an empty drawer."""
        self._path = state.seats
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            kept = {}
        entries = kept.items() if isinstance(kept, dict) else ()
        self._kept = {
            key: value
            for key, value in entries
            if isinstance(value, str) and len(value) <= WORD_CHARS
        }

    def recall(self, key: str) -> str:
        """Give what was kept under this key, or nothing."""
        return self._kept.get(key, "")

    def remember(self, key: str, value: str) -> None:
        """Keep a word; a full disk only forgets it."""
        if key not in self._kept and len(self._kept) >= WORDS_MOST:
            return
        self._kept[key] = value[:WORD_CHARS]
        with contextlib.suppress(ConsoleError):
            keep_file(self._path, json.dumps(self._kept, sort_keys=True).encode())
