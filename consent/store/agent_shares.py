# SPDX-License-Identifier: GPL-3.0-or-later
"""What was shared and still lies ready; what the pupil put away stays away."""

from datetime import datetime
from typing import Final

from consent.ledger.draft import Line
from consent.ledger.fields import time_text
from consent.store.agent_rows import as_line
from consent.store.sqlite_file import SqliteFile

_SINCE: Final = """
SELECT * FROM entries WHERE chain = 'shared' AND kind = 'SHARE' AND t >= ?
  AND access NOT IN (SELECT access FROM away) ORDER BY n
"""
_PRUNE: Final = "DELETE FROM away WHERE access NOT IN (SELECT access FROM entries)"


def since(file: SqliteFile, moment: datetime) -> list[Line]:
    """Give what was shared since a moment and not put away, oldest first."""
    return [as_line(row) for row in file.read(_SINCE, (time_text(moment),))]


def put_away(file: SqliteFile, access: str) -> None:
    """Remember an id; what has no line any more needs no remembering."""
    with file.committing() as connection:
        connection.execute(_PRUNE)
        connection.execute("INSERT OR IGNORE INTO away VALUES (?)", (access,))
