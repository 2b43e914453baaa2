# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop and a teacher's console with real keys, made anew for each test."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import canonical
from consent.documents.signed import public_bytes
from consent.ledger.checkpoint import origin
from consent.ledger.draft import Context
from consent.ledger.fields import time_text
from consent.store.agent_ledger import AgentLedger
from consent.store.console_ledger import ConsoleLedger

MONDAY = datetime(2027, 3, 8, 9, 20, tzinfo=UTC)
SCHOOL, KLASS, LESSON = "5c" * 16, "4b" * 16, "1e" * 16
PUPIL, DEVICE, TEACHER = "9a" * 16, "de" * 16, "7e" * 16
SLOT_DATE = "2027-03-08 " + "51" * 16
ORIGIN = origin(SCHOOL, KLASS, TEACHER, "2027-03")


@dataclass(frozen=True)
class Keys:
    """An Ed25519 key by what is done with it."""

    private: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    def sign(self, message: bytes) -> bytes:
        return self.private.sign(message)

    @property
    def public(self) -> bytes:
        return public_bytes(self.private)


def context(
    after_s: int = 0, *, lesson: str = LESSON, slot_date: str = SLOT_DATE
) -> Context:
    """Give a moment of the lesson, some seconds after it began."""
    return Context(
        t=MONDAY + timedelta(seconds=after_s),
        boot_ms=1_000 * after_s,
        school=SCHOOL,
        klass=KLASS,
        lesson=lesson,
        pupil=PUPIL,
        slot_date=slot_date,
    )


def fingerprint(teacher: str = TEACHER) -> str:
    """Give the hash that stands for a teacher's certificate."""
    return hashlib.sha256(bytes.fromhex(teacher)).hexdigest()


def command(verb: str = "view_start", access: str = "ac" * 16, **more: object) -> bytes:
    """Give a command's bytes; only what a ledger reads of it is real."""
    return canonical.encode({"v": 1, "verb": verb, "access": access, **more})


def command_fields(body: bytes, key: Keys, leaf: int = 0) -> dict[str, object]:
    """Give the five fields of a line that came of a command."""
    return {
        "teacher": fingerprint(),
        "teacher_name": "Juf An",
        "command": body.decode(),
        "command_sig": key.sign(b"inzage/command/v1\0" + body).hex(),
        "leaf": leaf,
    }


def open_fields(
    key: Keys,
    purpose: str = "view",
    after_s: int = 0,
    seconds: int = 120,
    access: str = "ac" * 16,
    leaf: int = 0,
) -> dict[str, object]:
    """Give the fields of an OPEN line."""
    until = MONDAY + timedelta(seconds=after_s + seconds)
    return {
        "purpose": purpose,
        "reason_code": "help",
        "reason": "",
        "scope": "one",
        "until": time_text(until),
        **command_fields(command(f"{purpose}_start", access), key, leaf),
    }


def close_fields(
    open_seq: int, seconds: int = 30, end: str = "teacher"
) -> dict[str, object]:
    """Give the fields of a CLOSE line."""
    return {"open_seq": open_seq, "seconds": seconds, "pictures": 7, "end": end}


def refused_fields(**changed: object) -> dict[str, object]:
    """Give the fields of a REFUSED line."""
    return {
        "purpose": "view",
        "reason": "opt_out",
        "teacher": fingerprint(),
        "count": 1,
        "first": time_text(MONDAY),
        "last": time_text(MONDAY),
    } | changed


def laptop(folder: Path, key: Keys) -> AgentLedger:
    """Open a laptop's ledger in a folder."""
    return AgentLedger(folder / "ledger.db", key.sign, DEVICE)


def console(folder: Path, key: Keys) -> ConsoleLedger:
    """Open a teacher's ledger in a folder."""
    return ConsoleLedger(folder / "console.db", key.sign, key.public)
