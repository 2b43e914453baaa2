# SPDX-License-Identifier: GPL-3.0-or-later
"""A file whose commits are on disk, or say that they are not."""

import gc
import os
import sqlite3
from pathlib import Path

import psutil
import pytest

from consent.ledger.errors import LedgerError
from consent.store.sqlite_file import SqliteFile

FORMS = ("CREATE TABLE said(word TEXT) STRICT;",)
NEXT = "ALTER TABLE said ADD COLUMN who TEXT;"


@pytest.fixture
def file(tmp_path: Path) -> SqliteFile:
    return SqliteFile(tmp_path / "a log.db", FORMS)


def say(file: SqliteFile, word: str) -> None:
    with file.committing() as connection:
        connection.execute("INSERT INTO said VALUES (?)", (word,))


def said(file: SqliteFile) -> list[str]:
    return [row["word"] for row in file.read("SELECT word FROM said")]


def test_commits_wait_for_the_disk(file: SqliteFile) -> None:
    assert file.read("PRAGMA journal_mode")[0][0] == "wal"
    assert file.read("PRAGMA synchronous")[0][0] == 2
    assert file.read("PRAGMA secure_delete")[0][0] == 1
    file.close()


def test_what_was_said_is_there_after_opening_again(
    file: SqliteFile, tmp_path: Path
) -> None:
    say(file, "dag")
    file.close()
    again = SqliteFile(tmp_path / "a log.db", FORMS)
    assert said(again) == ["dag"]
    again.close()


def test_S21_only_its_owner_reads_it(file: SqliteFile) -> None:
    assert file.path.stat().st_mode & 0o777 == 0o600
    file.close()


def test_a_transaction_is_whole_or_not(file: SqliteFile) -> None:
    def two(last: str | None) -> None:
        with file.committing() as connection:
            connection.execute("INSERT INTO said VALUES ('een')")
            connection.execute("INSERT INTO said(nowhere) VALUES (?)", (last,))

    with pytest.raises(LedgerError, match="could not be written"):
        two("twee")
    assert said(file) == []
    file.close()


def test_a_newer_form_is_refused(tmp_path: Path) -> None:
    SqliteFile(tmp_path / "log.db", (*FORMS, NEXT)).close()
    with pytest.raises(LedgerError, match="form 2"):
        SqliteFile(tmp_path / "log.db", FORMS)


def test_an_older_form_is_brought_up_to_date_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    old = SqliteFile(tmp_path / "log.db", FORMS)
    say(old, "dag")
    old.close()
    for _ in range(2):
        new = SqliteFile(tmp_path / "log.db", (*FORMS, NEXT))
        assert [tuple(row) for row in new.read("SELECT * FROM said")] == [("dag", None)]
        new.close()


def test_a_form_that_fails_changes_nothing(tmp_path: Path) -> None:
    SqliteFile(tmp_path / "log.db", FORMS).close()
    with pytest.raises(LedgerError, match="cannot be opened"):
        SqliteFile(tmp_path / "log.db", (*FORMS, NEXT, "CREATE NONSENSE;"))
    SqliteFile(tmp_path / "log.db", (*FORMS, NEXT)).close()


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "log.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(LedgerError, match="cannot be opened"):
        SqliteFile(tmp_path / "log.db", FORMS)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened"):
        SqliteFile(tmp_path / "nowhere" / "log.db", FORMS)


def test_a_question_that_fails_is_a_ledger_error(file: SqliteFile) -> None:
    with pytest.raises(LedgerError, match="cannot be read"):
        file.read("SELECT word FROM nothing")
    file.close()


def test_a_file_that_nobody_closes_is_let_go(tmp_path: Path) -> None:
    path = tmp_path / "forgotten.db"
    forgotten = SqliteFile(path, FORMS)
    assert str(path) in {one.path for one in psutil.Process().open_files()}
    del forgotten
    gc.collect()
    assert str(path) not in {one.path for one in psutil.Process().open_files()}


def test_a_file_held_by_another_is_a_ledger_error(file: SqliteFile) -> None:
    other = sqlite3.connect(file.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LedgerError, match="locked"):
        say(file, "dag")
    other.execute("ROLLBACK")
    other.close()
    say(file, "weer")
    assert said(file) == ["weer"]
    file.close()


def test_a_file_taken_away_is_not_written_to(file: SqliteFile) -> None:
    say(file, "dag")
    file.path.unlink()
    with pytest.raises(LedgerError):
        say(file, "weg")
    file.close()


def test_a_log_taken_away_is_not_written_to(file: SqliteFile) -> None:
    say(file, "dag")
    file.path.with_name(file.path.name + "-wal").unlink()
    with pytest.raises(LedgerError):
        say(file, "weg")
    file.close()


def test_opening_again_never_makes_a_new_file(file: SqliteFile) -> None:
    file.path.unlink()
    with pytest.raises(LedgerError, match="cannot be opened"):
        file.reopen()
    assert not file.path.exists()


def test_folding_leaves_no_word_in_the_log(file: SqliteFile) -> None:
    say(file, "geheim-woord")
    with file.committing() as connection:
        connection.execute("DELETE FROM said")
    file.fold()
    for name in os.listdir(file.path.parent):  # noqa: PTH208 -- names, not paths
        assert b"geheim-woord" not in (file.path.parent / name).read_bytes()
    file.close()
