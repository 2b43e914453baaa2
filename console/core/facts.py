# SPDX-License-Identifier: GPL-3.0-or-later
"""What the school's papers say about this class, as the core needs it."""

from dataclasses import dataclass
from datetime import datetime

from console.core.view import Choice


@dataclass(frozen=True, slots=True)
class PupilFacts:
    """One line of the roster. The device is the certificate's id, never a claim."""

    pupil: str  # 32 hex
    name: str
    sort: str
    device: bytes | None  # None: no laptop of their own
    no_picture: bool = False


@dataclass(frozen=True, slots=True)
class SlotFacts:
    """The slot that runs now and names this teacher."""

    slot: str
    subject: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class ClassFacts:
    """One class: who is in it, and which reasons the charter offers."""

    class_id: str
    class_name: str
    teacher_name: str
    pupils: tuple[PupilFacts, ...]
    reasons: tuple[Choice, ...] = ()
    attention_reasons: tuple[Choice, ...] = ()
    demo: bool = False

    def reason_words(self, code: str) -> str:
        """Say a purpose code in the window's language; the code itself if unknown."""
        return _words(self.reasons, code)

    def attention_words(self, code: str) -> str:
        """Say an attention reason in the window's language."""
        return _words(self.attention_reasons, code)


def _words(choices: tuple[Choice, ...], code: str) -> str:
    return next((c.words for c in choices if c.code == code), code)
