# SPDX-License-Identifier: GPL-3.0-or-later
"""What a shelf says about a paper, and how it keeps one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, TypeVar

from consent.documents.paper import Paper
from consent.documents.signed import Kind, SignedPaper

T = TypeVar("T", bound=Paper)

WHOLE_SCHOOL: Final = "0" * 32  # the ref of a paper that belongs to no single class


class Code(StrEnum):
    """Why a paper was refused, for programs; the sentence is for people."""

    MALFORMED = "malformed"
    NO_TRUST = "no_trust"
    WRONG_ROOT = "wrong_root"
    WRONG_SCHOOL = "wrong_school"
    SIGNATURE = "signature"
    ROLLBACK = "rollback"
    SAME_SERIAL = "same_serial"
    EXPIRED = "expired"
    NOT_OURS = "not_ours"
    TIMETABLE = "timetable"
    SHRUNK = "shrunk"
    LOOSENED = "loosened"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A paper the shelf now holds. Write it to disk when `changed`.

    `pending` is a trust with another DPO key: held apart, shown, not in force yet. It
    is not `changed`: written over the trust in force, a restart would end its wait.
    """

    kind: Kind
    ref: str
    serial: int
    changed: bool = True
    pending: bool = False


@dataclass(frozen=True, slots=True)
class PaperRefused:
    """A paper the shelf does not want, and why in one sentence."""

    kind: Kind
    code: Code
    sentence: str


@dataclass(frozen=True, slots=True)
class Held(Generic[T]):
    """A paper on the shelf: as it travelled, as it was signed, and as it reads."""

    paper: SignedPaper
    opened: SignedPaper  # the same, but for a slip what lay inside the seal
    document: T

    @property
    def sha256(self) -> str:
        """Give the hash a `set` names."""
        return self.paper.sha256
