# SPDX-License-Identifier: GPL-3.0-or-later
"""A ledger whose file is damaged: its whole beginning is kept, the rest is put aside.

A disk that bends one bit may not end the pupil's record, nor hide that it happened.
The damaged files stay beside the new one; how far the ledger had come is told by its
mark, so what is gone is named by a GAP like any other loss.

Source: docs/spec/ledger.md "Damage"; docs/rights.md F03, R-33.
"""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from consent.ledger import chain as chains
from consent.ledger.errors import ChainError
from consent.ledger.kinds import Chain
from consent.store.agent_given import holds
from consent.store.agent_rows import as_sealed
from consent.store.agent_schema import FORMS
from consent.store.durable import sync_folder
from consent.store.files import write_new
from consent.store.sqlite_file import BENT, SqliteFile, trouble

PARTS: Final = ("", "-wal", "-shm")
SIDE_TABLES: Final = (  # signed, or checked when they are used
    "checkpoints",
    "forks",
    "copies",
    "teachers",
    "carried",
    "erasures",
    "away",
)


def is_sound(path: Path) -> bool:
    """Say whether SQLite finds every page and index of a ledger in order.

    Raises:
        LedgerError: it cannot be read for another reason: no right, no disk.
    """
    if not path.exists():
        return True
    try:
        with closing(_reading(path)) as connection:
            rows = connection.execute("PRAGMA integrity_check(1)").fetchall()
            tables = _tables(connection)
    except BENT as error:
        found = trouble("cannot be read", error)
        if found.is_damage:
            return False
        raise found from error
    return [row[0] for row in rows] == ["ok"] and tables in _known_tables()


def _tables(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """Give the words that made each table: one bent letter names another column."""
    asked = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY rowid"
    return [tuple(row) for row in connection.execute(asked)]


def _known_tables() -> list[list[tuple[str, ...]]]:
    """Give the tables of every form so far; a file may still be of an older one."""
    with closing(sqlite3.connect(":memory:")) as connection:
        found = []
        for form in ("", *FORMS):
            connection.executescript(form)
            found.append(_tables(connection))
    return found


def _reading(path: Path) -> sqlite3.Connection:
    """Open without folding the log in: what is damaged stays as it was found."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def rescue(path: Path, device_key: bytes) -> Path:
    """Put a damaged ledger aside and keep the whole beginning of it under its name.

    Until the last step the damaged files are where they were.

    Args:
        path: the ledger's file.
        device_key: the raw public key that signed each line.

    Returns:
        Where a copy of the damaged file lies now.

    Raises:
        OSError, LedgerError: the disk would not; nothing is lost, try again.
    """
    aside, fresh = _copied(path), path.with_name(path.name + ".fresh")
    for part in PARTS:
        _beside(fresh, part).unlink(missing_ok=True)
    _fill(fresh, aside, device_key)
    for part in PARTS[1:]:  # before the file: an old log may not meet a new file
        _beside(path, part).unlink(missing_ok=True)
    fresh.replace(path)
    sync_folder(path.parent)
    return aside


def _beside(path: Path, part: str) -> Path:
    return path.with_name(path.name + part)


def _copied(path: Path) -> Path:
    """Copy the damaged files, durably, under the first free name."""
    number = 1
    while (aside := _beside(path, f".damaged-{number}")).exists():
        number += 1
    for part in reversed(PARTS):
        if _beside(path, part).exists():
            write_new(_beside(aside, part), _beside(path, part).read_bytes())
    return aside


def _fill(fresh: Path, aside: Path, device_key: bytes) -> None:
    rows = _whole_beginning(aside, device_key)
    file = SqliteFile(fresh, FORMS)
    try:
        with file.committing() as connection:
            _insert(connection, "starts", _starts(aside, rows).values())
            _insert(connection, "entries", rows)
            for table in SIDE_TABLES:
                with suppress(*BENT):
                    _insert(connection, table, _readable(aside, table))
            back = _readable(aside, "given")
            whole = (row for row in back if holds(row, device_key))
            _insert(connection, "given", whole)
    finally:
        file.close()


def _readable(aside: Path, table: str, order: str = "rowid") -> Iterator[sqlite3.Row]:
    """Give the rows of a table until one cannot be read."""
    try:
        with closing(_reading(aside)) as connection:
            yield from connection.execute(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 -- names of ours
    except BENT:
        return


def _whole_beginning(aside: Path, device_key: bytes) -> list[sqlite3.Row]:
    """Give the lines until the first that does not follow, in either chain."""
    kept: list[sqlite3.Row] = []
    heads: dict[Chain, bytes] = {}
    for row in _readable(aside, "entries", "n"):
        try:
            line = as_sealed(row)
            chains.check(line, device_key)
        except (ChainError, ValueError, TypeError, LookupError):
            break
        if line.prev != heads.get(line.chain, line.prev):
            break
        heads[line.chain] = line.head
        kept.append(row)
    return kept


def _starts(
    aside: Path, rows: Iterable[sqlite3.Row]
) -> Mapping[str, Mapping[str, object]]:
    """Give where the chains begin, from the file or from their first lines."""
    found: dict[str, Mapping[str, object]] = {}
    for row in rows:
        if row["chain"] not in found:
            found[row["chain"]] = {
                "chain": row["chain"],
                "seq": row["seq"] - 1,
                "head": row["prev"],
                "epoch": row["epoch"],
            }
    for start in _readable(aside, "starts"):
        if start["chain"] in set(Chain):
            found.setdefault(start["chain"], dict(start))
    heads = {Chain.SHARED: chains.SHARED_GENESIS, Chain.OWN: secrets.token_bytes(32)}
    for chain, head in heads.items():
        begins = {"chain": chain.value, "seq": 0, "head": head, "epoch": 1}
        found.setdefault(chain.value, begins)
    return found


def _insert(
    connection: sqlite3.Connection,
    table: str,
    rows: Iterable[sqlite3.Row | Mapping[str, object]],
) -> None:
    for row in rows:
        values = dict(row)
        holes = ", ".join(f":{name}" for name in values)
        connection.execute(
            f"INSERT OR IGNORE INTO {table}({', '.join(values)}) VALUES ({holes})",  # noqa: S608 -- (idem)
            values,
        )
