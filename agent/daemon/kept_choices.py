# SPDX-License-Identifier: GPL-3.0-or-later
"""The yes-files of each class, and the one pause file of the laptop.

A yes in one class is none in another, so each class has a folder of its own.
"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from agent.core.commands import StoreYes
from agent.core.memory import ChoiceKey
from consent.ledger.errors import LedgerError
from consent.purpose import Purpose
from consent.store.no_file import NoFiles, Pause, Yes


class KeptChoices:
    """Everything that must be storable when nothing else is."""

    def __init__(self, folder: Path) -> None:
        """Use this folder; the pause file is made at once.

        Raises:
            LedgerError: there is no room for it.
        """
        self._folder = folder
        self._pause = NoFiles(folder)
        self._pause.prepare()
        self._classes: dict[str, NoFiles] = {}

    def paused(self, now: datetime) -> Pause | None:
        """Give the pause that holds; every doubt is a pause."""
        return self._pause.paused(now)

    def says_yes(self, klass: str, purpose: Purpose) -> bool:
        """Say whether the yes-file of a purpose stands at yes."""
        held = self._of(klass).read(purpose)
        return held is not None and held.klass == klass

    def say_yes(self, command: StoreYes) -> None:
        """Store a yes; raises LedgerError, and then it is a no."""
        klass, purpose = command.key
        self._of(klass).say_yes(
            Yes(
                purpose,
                command.pupil,
                klass,
                command.valid_until,
                command.consent_seq,
            )
        )

    def say_no(self, keys: Iterable[ChoiceKey]) -> list[ChoiceKey]:
        """Store nos, all of them tried; gives those the disk refused."""
        failed = []
        for klass, purpose in keys:
            try:
                self._of(klass).say_no((purpose,))
            except LedgerError:
                failed.append((klass, purpose))
        return failed

    def pause(self, until: datetime | None) -> None:
        """Store a pause; raises LedgerError."""
        self._pause.pause(until)

    def resume(self) -> None:
        """Store that it is over; raises LedgerError."""
        self._pause.resume()

    def _of(self, klass: str) -> NoFiles:
        if klass not in self._classes:
            files = NoFiles(self._folder / klass)
            files.prepare()
            self._classes[klass] = files
        return self._classes[klass]
