# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the last run ended in good order; doubt is an unclean end."""

from pathlib import Path

import pytest

from consent.ledger.errors import LedgerError
from consent.store.run_mark import RunMark


def test_the_first_run_is_clean_and_a_crash_is_seen(tmp_path: Path) -> None:
    mark = RunMark(tmp_path / "ended")
    assert mark.begin(first_run=True)
    assert not mark.begin(first_run=False)
    mark.end()
    assert mark.begin(first_run=False)


def test_a_mark_that_says_something_else_is_doubt(tmp_path: Path) -> None:
    path = tmp_path / "ended"
    path.write_bytes(b"clea")
    assert not RunMark(path).begin(first_run=True)


def test_a_mark_that_cannot_be_read_or_taken_away_is_trouble(tmp_path: Path) -> None:
    path = tmp_path / "ended"
    path.mkdir()
    with pytest.raises(LedgerError, match="cannot be marked"):
        RunMark(path).begin(first_run=True)


def test_an_end_that_cannot_be_marked_only_pauses_the_next_start(
    tmp_path: Path,
) -> None:
    mark = RunMark(tmp_path / "gone" / "ended")
    mark.end()
    assert not (tmp_path / "gone").exists()
