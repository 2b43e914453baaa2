# SPDX-License-Identifier: GPL-3.0-or-later
"""What still has to reach a laptop, kept over a crash and never past its slot."""

import json
from typing import Final

from consent.documents.command import Verb
from consent.ledger.errors import LedgerError
from consent.store.sqlite_file import SqliteFile
from console.core.share import Share
from console.settings import State

_TABLE: Final = """
CREATE TABLE shares(
    share BLOB PRIMARY KEY,
    slot TEXT NOT NULL,
    ends INTEGER NOT NULL,
    pupil TEXT NOT NULL,
    verb TEXT NOT NULL,
    args TEXT NOT NULL
) STRICT;
"""
_NOTHING: Final = Share(b"", "", 0, "", Verb.MESSAGE, ())


class Outbox:
    """Shares that wait for their laptop."""

    def __init__(self, state: State) -> None:
        """Open the file, made when it is not there.

        Raises:
            LedgerError: it cannot be opened.
        """
        self._file = SqliteFile(state.outbox, (_TABLE,))

    def keep(self, share: Share) -> None:
        """Keep one share; raises LedgerError."""
        with self._file.committing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO shares VALUES (?, ?, ?, ?, ?, ?)",
                (
                    share.share,
                    share.slot,
                    share.ends_unix_s,
                    share.pupil,
                    share.verb,
                    json.dumps(share.args),
                ),
            )

    def forget(self, share: bytes) -> None:
        """Forget one that was taken; raises LedgerError."""
        with self._file.committing() as connection:
            connection.execute("DELETE FROM shares WHERE share = ?", (share,))

    def recall(self, now_unix_s: int) -> tuple[Share, ...]:
        """Give what still waits; what is past its slot is forgotten.

        Raises:
            LedgerError: the file cannot be read.
        """
        with self._file.committing() as connection:
            connection.execute("DELETE FROM shares WHERE ends <= ?", (now_unix_s,))
        rows = self._file.read("SELECT * FROM shares ORDER BY rowid")
        return tuple(
            Share(
                share=row["share"],
                slot=row["slot"],
                ends_unix_s=row["ends"],
                pupil=row["pupil"],
                verb=Verb(row["verb"]),
                args=tuple((key, value) for key, value in json.loads(row["args"])),
            )
            for row in rows
        )

    def is_writable(self) -> bool:
        """Try the disk, by keeping and forgetting something."""
        try:
            self.keep(_NOTHING)
            self.forget(_NOTHING.share)
        except LedgerError:
            return False
        return True

    def close(self) -> None:
        """Close the file."""
        self._file.close()
