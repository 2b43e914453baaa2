# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking text, or whole old lines, out of a laptop's ledger.

Source: docs/spec/ledger.md "Erasure", "How long".
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from consent.ledger.entry import parse_body
from consent.ledger.erasure import keeps_words
from consent.ledger.errors import EntryError
from consent.ledger.fields import time_text
from consent.ledger.kinds import Kind
from consent.ledger.retention import months_before
from consent.store.agent_rows import KEPT
from consent.store.sqlite_file import SqliteFile

STAYS: Final = timedelta(days=1)  # limits are counted from these lines
_ONE: Final = f"""
SELECT n, seq, NULL AS reading FROM entries WHERE chain = 'shared'
  AND body IS NOT NULL AND t < ? AND kind NOT IN ({KEPT})
  AND (seq = ? OR open_seq = ?) AND n < ? ORDER BY seq
"""  # noqa: S608 -- kinds of ours
_ALL: Final = f"""
SELECT n, seq, CASE kind WHEN '{Kind.LOG_READ}' THEN body END AS reading
FROM entries WHERE body IS NOT NULL AND t < ? AND n < ?
  AND kind NOT IN ({KEPT}) ORDER BY n
"""  # noqa: S608 -- (idem)
_FORGET: Final = """
UPDATE entries SET body = NULL, salt = NULL, kind = '', t = '', lesson = '',
  teacher = '', access = '', slot_date = '', purpose = '', command_salt = NULL,
  command_proof = NULL WHERE n = ?
"""
_DROP: Final = (
    """
    UPDATE starts SET (seq, head, epoch) = (
      SELECT seq, head, epoch FROM entries
      WHERE entries.chain = starts.chain AND n < ?1 ORDER BY n DESC LIMIT 1)
    WHERE EXISTS (
      SELECT 1 FROM entries WHERE entries.chain = starts.chain AND n < ?1)
    """,
    """
    DELETE FROM copies WHERE ?1 = ?1
      AND seq <= (SELECT seq FROM starts WHERE chain = 'shared')
    """,
    "DELETE FROM entries WHERE n < ?1",
)
_DROP_GIVEN: Final = (  # by their own time; without one, as the lines of when they came
    "DELETE FROM given WHERE t < ?1 AND (t <> '' OR after_n < ?2)"
)
_DROP_MONTH: Final = (
    "DELETE FROM checkpoints WHERE origin = ?",
    "DELETE FROM erasures WHERE origin = ?",
)
_NO_LINE: Final = 2**62


def erasable(
    file: SqliteFile, target: int, now: datetime, before: int = 0
) -> Iterator[tuple[int, int]]:
    """Give place and seq of the lines whose text may go; target 0 = all there is.

    Lines from the place `before` on stay; 0 = none does.
    """
    old, end = time_text(now - STAYS), before or _NO_LINE
    if target == 0:
        rows = file.read(_ALL, (old, end))
    else:
        rows = file.read(_ONE, (old, target, target, end))
    return ((row["n"], row["seq"]) for row in rows if not _stays(row["reading"]))


def _stays(reading: bytes | None) -> bool:
    """Say whether a line about a reading stays; one that was changed does."""
    try:
        return reading is not None and keeps_words(parse_body(reading))
    except EntryError:
        return True


def forget(connection: sqlite3.Connection, lines: Sequence[tuple[int, int]]) -> None:
    """Take text, salt and all that tells of them out of lines."""
    connection.executemany(_FORGET, [(n,) for n, _ in lines])


def drop_before(file: SqliteFile, moment: datetime) -> int:
    """Delete whole lines before a moment; say how many.

    Lines go in the order in which they were written, whatever their clocks said, so
    that the two chains are cut at the same place.
    """
    kept = file.read(
        "SELECT min(n) AS n FROM entries WHERE t >= ?", (time_text(moment),)
    )
    first = kept[0]["n"] or _NO_LINE
    due = file.read("SELECT count(*) AS n FROM entries WHERE n < ?", (first,))
    rows = file.read("SELECT origin FROM checkpoints UNION SELECT origin FROM erasures")
    months = months_before((row["origin"] for row in rows), moment.date())
    with file.committing() as connection:
        for sql in _DROP:
            connection.execute(sql, (first,))
        connection.execute(_DROP_GIVEN, (time_text(moment), first))
        for sql in _DROP_MONTH:
            connection.executemany(sql, [(month,) for month in months])
    file.fold()
    return int(due[0]["n"])
