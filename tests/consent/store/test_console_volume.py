# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's ledger that was handed in is read, each line once, and not changed."""

import sqlite3
import struct
import tracemalloc
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.store.console_volume import read_lines
from installer.papers.usage import Measure, usage_of
from tests.fakes.records import (
    DEVICE,
    KLASS,
    LESSON,
    ORIGIN,
    Keys,
    command,
    console,
    context,
    laptop,
    open_fields,
)

KEY = Keys()


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    """Give a closed ledger with two looks and what a teacher asked for."""
    agent, book = laptop(tmp_path, Keys()), console(tmp_path, KEY)
    lines = [
        agent.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
        for _ in range(2)
    ]
    book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
    book.log_entries(ORIGIN, lines, DEVICE, LESSON)
    book.log_entries("inzage/other", lines, DEVICE, LESSON)
    agent.close()
    book.close()
    return tmp_path / "console.db"


def test_R26_the_report_counts_what_the_log_has(volume: Path) -> None:
    before = volume.read_bytes()
    lines = read_lines(volume)
    assert [line.kind for line in lines.values()] == [Kind.OPEN, Kind.OPEN]
    counts = usage_of(lines.values(), {KLASS: "4B"}, ZoneInfo("Europe/Brussels")).counts
    ((measure, _, name),) = counts
    assert name == "4B"
    assert counts[measure, _, name] == (1 if measure is Measure.LESSONS else 2)
    assert volume.read_bytes() == before
    assert lines | read_lines(volume) == lines  # handed in twice, counted once


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE x(y)")
    for path in (other, tmp_path / "nothing.db"):
        with pytest.raises(LedgerError, match="no log of a console"):
            read_lines(path)
    other.write_bytes(b"no database at all, but long enough to look like one")
    with pytest.raises(LedgerError, match="no log of a console"):
        read_lines(other)


def test_a_ledger_of_a_newer_program_is_refused(volume: Path) -> None:
    with closing(sqlite3.connect(volume)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match="no log of a console"):
        read_lines(volume)


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE leaves RENAME TO l; CREATE VIEW leaves AS SELECT * FROM l",
        "CREATE TRIGGER more AFTER INSERT ON leaves BEGIN SELECT 1; END",
        "ALTER TABLE leaves ADD COLUMN more TEXT AS (upper(lesson))",
        "CREATE INDEX more ON leaves(lower(lesson))",
        "DROP TABLE nodes",
    ],
)
def test_R26_a_ledger_whose_tables_are_not_a_consoles_is_refused(
    volume: Path, change: str
) -> None:
    with closing(sqlite3.connect(volume)) as connection:
        connection.executescript(change)
    with pytest.raises(LedgerError, match="no log of a console"):
        read_lines(volume)


def test_R26_a_ledger_of_the_first_form_is_read(volume: Path) -> None:
    with closing(sqlite3.connect(volume)) as connection:
        for table in ("shown", "certificates", "orders"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("PRAGMA user_version = 1")
    assert len(read_lines(volume)) == 2


def test_R26_a_ledger_without_end_is_given_up(volume: Path) -> None:
    """Each page of the tree names the same page below it 400 times, six deep."""
    with closing(sqlite3.connect(volume)) as connection, connection:
        empty = "commitment = x'', body = NULL, salt = NULL, prev = NULL, head = NULL"
        connection.execute(f"UPDATE leaves SET {empty}, device = ''")  # noqa: S608 -- ours
    _stack(volume, deep=6)
    with pytest.raises(LedgerError, match="never ends"):
        read_lines(volume)


def test_R26_a_ledger_with_more_in_it_than_its_file_has_is_refused(
    volume: Path,
) -> None:
    """Each of 400 places names the same page of lines; that ends, and soon."""
    _stack(volume, deep=1)
    with pytest.raises(LedgerError, match=r"than fits\. Copy it again"):
        read_lines(volume)


@pytest.mark.parametrize("column", ["body", "head", "device"])
def test_R26_what_is_longer_than_a_line_is_not_even_read(
    volume: Path, column: str
) -> None:
    kind = "TEXT" if column == "device" else "BLOB"
    with closing(sqlite3.connect(volume)) as connection, connection:
        connection.execute(
            f"UPDATE leaves SET {column} = CAST(printf('%.8000000c', 'x') AS {kind})"  # noqa: S608 -- ours
        )
    tracemalloc.start()
    try:
        with pytest.raises(LedgerError, match="longer than a line"):
            read_lines(volume)
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


def test_R26_a_ledger_larger_than_any_is_refused_unread(volume: Path) -> None:
    with volume.open("r+b") as file:
        file.truncate((1 << 30) + 1)  # a hole; the disk holds none of it
    with pytest.raises(LedgerError, match="more than 1 GiB"):
        read_lines(volume)


def _stack(volume: Path, *, deep: int) -> None:
    """Lay pages above the lines that name the one below 400 times each."""
    with closing(sqlite3.connect(volume)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        root = _root(connection)
    data = volume.read_bytes()
    pages = [data[at : at + size] for at in range(0, len(data), size)]
    pages.append(pages[root - 1])
    for _ in range(deep - 1):
        pages.append(_interior(size, len(pages)))
    pages[root - 1] = _interior(size, len(pages))
    first = pages[0]
    pages[0] = first[:28] + struct.pack(">I", len(pages)) + first[32:]
    volume.write_bytes(b"".join(pages))


def _root(connection: sqlite3.Connection) -> int:
    sql = "SELECT rootpage FROM sqlite_master WHERE name = 'leaves'"
    return int(connection.execute(sql).fetchone()[0])


def _interior(size: int, below: int) -> bytes:
    """Write a page inside a table's tree. Source: sqlite.org/fileformat2.html 1.6."""
    cells = 400
    starts = [size - 5 * (n + 1) for n in range(cells)]
    head = struct.pack(">BHHHBI", 5, 0, cells, starts[-1], 0, below)
    table = struct.pack(f">{cells}H", *starts)
    body = (struct.pack(">I", below) + b"\x01") * cells
    return (head + table).ljust(size - len(body), b"\0") + body


def test_a_ledger_that_is_still_open_is_refused(volume: Path) -> None:
    volume.with_name(f"{volume.name}-wal").write_bytes(b"x")
    with pytest.raises(LedgerError, match="in use"):
        read_lines(volume)
