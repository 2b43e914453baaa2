# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the service keeps things on each system. Source: docs/spec/places.md."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


def default_state() -> Path:
    """Give the system's own state folder."""
    if sys.platform == "win32":
        return Path(r"C:\ProgramData\Inzage")
    if sys.platform == "darwin":
        return Path("/Library/Application Support/Inzage")
    return Path("/var/lib/inzage")


def default_socket() -> Path:
    """Give where the session finds the service."""
    place = "/var/run" if sys.platform == "darwin" else "/run"
    return Path(place) / "inzage" / "session.sock"


def default_settings(state: Path) -> Path:
    """Give the settings file, in which no policy stands."""
    if state == default_state() and os.name == "posix" and sys.platform != "darwin":
        return Path("/etc/inzage/agent.toml")
    return state / "agent.toml"


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one state folder."""

    state: Path

    @property
    def is_system(self) -> bool:
        """Say whether this is the machine's own folder, where no demo may run."""
        return self.state.resolve() == default_state().resolve()

    @property
    def tls_key(self) -> Path:
        """Give the P-256 key."""
        return self.state / "keys" / "tls.key"

    @property
    def sign_key(self) -> Path:
        """Give the Ed25519 key that signs both chains."""
        return self.state / "keys" / "ledger.key"

    @property
    def seal_key(self) -> Path:
        """Give the X25519 key that slips are sealed to."""
        return self.state / "keys" / "seal.key"

    @property
    def certificate(self) -> Path:
        """Give this laptop's certificate."""
        return self.state / "keys" / "device.pem"

    @property
    def pinned(self) -> Path:
        """Give the file with the fingerprint of the school's root key."""
        return self.state / "root"

    @property
    def asked(self) -> Path:
        """Give the label of a request that waits for its answer."""
        return self.state / "label"

    @property
    def papers(self) -> Path:
        """Give the folder of papers."""
        return self.state / "papers"

    @property
    def ledger(self) -> Path:
        """Give the pupil's record."""
        return self.state / "ledger.db"

    @property
    def officer(self) -> Path:
        """Give the folder where the DPO's orders are laid."""
        return self.state / "officer"

    @property
    def choices(self) -> Path:
        """Give the folder of the yes-files."""
        return self.state / "choices"

    @property
    def mark(self) -> Path:
        """Give the mark of a run that ended in good order."""
        return self.state / "ended"
