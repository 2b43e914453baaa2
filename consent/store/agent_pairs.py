# SPDX-License-Identifier: GPL-3.0-or-later
"""The other half of what is on a page: the OPEN of an end, the CLOSE of a beginning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from consent.ledger.draft import Line
from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.kinds import ABOUT_AN_OPEN, Kind
from consent.store.sqlite_file import SqliteFile

_OPEN: Final = (
    "SELECT body FROM entries WHERE chain = 'shared' AND seq = ?1"
    " UNION ALL SELECT body FROM given WHERE seq = ?1"
)
_CLOSE: Final = (
    "SELECT body FROM entries WHERE kind = 'CLOSE' AND open_seq = ?1"
    " UNION ALL SELECT body FROM given WHERE kind = 'CLOSE' AND open_seq = ?1"
)


@dataclass(frozen=True, slots=True)
class Pairs:
    """What consent.ledger.plain.sentences needs beside a page."""

    opens: Mapping[int, EntryBody]  # by seq
    closes: Mapping[int, EntryBody]  # by seq of their OPEN


def pairs_of(file: SqliteFile, lines: Iterable[Line]) -> Pairs:
    """Find the other halves of the lines of a page; what was erased is not found."""
    entries = [line.entry for line in lines if line.entry is not None]
    ends = {x.number("open_seq") for x in entries if x.kind in ABOUT_AN_OPEN}
    begins = {x.common.seq for x in entries if x.kind is Kind.OPEN}
    return Pairs(_found(file, _OPEN, ends), _found(file, _CLOSE, begins))


def _found(file: SqliteFile, sql: str, seqs: Iterable[int]) -> dict[int, EntryBody]:
    found = {}
    for seq in seqs:
        for row in file.read(sql, (seq,)):
            if row["body"] is not None:
                found[seq] = parse_body(row["body"])
    return found
