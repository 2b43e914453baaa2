# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's ledger that was handed in is read, each line once, and not changed."""

import sqlite3
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


def test_a_ledger_that_is_still_open_is_refused(volume: Path) -> None:
    volume.with_name(f"{volume.name}-wal").write_bytes(b"x")
    with pytest.raises(LedgerError, match="in use"):
        read_lines(volume)
