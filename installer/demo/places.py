# SPDX-License-Identifier: GPL-3.0-or-later
"""Where everything of one demo lies, and who is in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

TEACHER: Final = "Mevr. Peeters"
CLASS: Final = "4B"
SUBJECT: Final = "wiskunde"
OPTED_OUT: Final = 2
SAYS_NO: Final = 3
NAMES: Final = (
    "Amina Bakker", "Bram Dries", "Casper Elst", "Dina Faber", "Elif Gok",
    "Finn Hens", "Gita Jans", "Hamza Kaya", "Ilse Lens", "Jonas Vos",
    "Kaat Mees", "Lars Nijs", "Mila Ost", "Noor Pals", "Otis Quint",
    "Pieter Raes", "Quinten Smet", "Rania Tas", "Sami Usta", "Tess Vael",
    "Umar Wit", "Vera Xant", "Wout Yde", "Yara Zaki", "Zoë Aerts",
    "Adam Baert", "Bo Claes", "Cato Dauw", "Daan Engels", "Emma Fobe",
    "Fien Goos", "Gust Hoste", "Hanne Ide", "Ibe Joos", "Jana Kint",
    "Kobe Lams", "Lotte Maes", "Mats Neyt", "Nora Oste", "Oona Peel",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pupil:
    """One made-up pupil. number counts from 1."""

    number: int

    @property
    def tag(self) -> str:
        """Name the pupil's files: pupil-01."""
        return f"pupil-{self.number:02}"

    @property
    def sourced_id(self) -> str:
        """Give the number the roster has."""
        return f"p{self.number:02}"

    @property
    def name(self) -> str:
        """Give the whole name."""
        return NAMES[self.number - 1]

    @property
    def shown_as(self) -> str:
        """Give the name as the wall shows it."""
        first, _, rest = self.name.partition(" ")
        return f"{first} {rest[0]}."


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one demo."""

    work: Path  # thrown away
    out: Path  # left for the person

    @property
    def office(self) -> Path:
        """Give the office's folder."""
        return self.work / "office"

    @property
    def dpo(self) -> Path:
        """Give the DPO's folder."""
        return self.work / "dpo"

    @property
    def console(self) -> Path:
        """Give the teacher's folder."""
        return self.work / "console"

    def state(self, pupil: Pupil) -> Path:
        """Give the folder of a laptop's service."""
        return self.work / pupil.tag / "state"

    def profile(self, pupil: Pupil) -> Path:
        """Give the folder of a pupil."""
        return self.work / pupil.tag / "profile"

    def socket(self, pupil: Pupil) -> Path:
        """Give the local socket; the kernel allows 107 signs."""
        return self.work / f"{pupil.number:02}.sock"

    def log(self, name: str) -> Path:
        """Give the file a program's words go to."""
        return self.work / "logs" / f"{name}.log"
