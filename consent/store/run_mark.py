# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the last run ended in good order: a mark set at the end, gone while running.

Doubt is an unclean end: a mark that cannot be read, or that is missing where a ledger
already has lines. Source: docs/spec/access.md "A start".
"""

import os
from pathlib import Path
from typing import Final

from consent.ledger.errors import LedgerError
from consent.store.durable import sync_folder

CLEAN: Final = b"clean\n"


class RunMark:
    """The mark of one state folder."""

    def __init__(self, path: Path) -> None:
        """Use this file; nothing is read yet."""
        self._path = path

    def begin(self, *, first_run: bool) -> bool:
        """Start a run; say whether the last one ended in good order.

        Args:
            first_run: nothing was ever recorded here, so a missing mark is no doubt.

        Raises:
            LedgerError: the mark cannot be taken away, so a crash would go unseen.
        """
        was_clean = first_run if not self._path.exists() else self._is_clean()
        try:
            self._path.unlink(missing_ok=True)
            sync_folder(self._path.parent)
        except OSError as error:
            raise LedgerError(f"A start cannot be marked: {error}.") from error
        return was_clean

    def end(self) -> None:
        """End a run in good order. Where the disk refuses, the next start pauses."""
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(CLEAN)
                file.flush()
                os.fsync(file.fileno())
            sync_folder(self._path.parent)
        except OSError:
            return

    def _is_clean(self) -> bool:
        try:
            return self._path.read_bytes() == CLEAN
        except OSError:
            return False
