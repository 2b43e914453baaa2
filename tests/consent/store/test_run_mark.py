# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the last run ended in good order; doubt is an unclean end."""

from pathlib import Path

import pytest

from consent.ledger.errors import LedgerError
from consent.store.run_mark import RunMark


def test_a_run_that_ended_in_good_order_is_known_and_the_next_one_starts_unmarked(
    tmp_path: Path,
) -> None:
    mark = RunMark(tmp_path / "clean")
    assert mark.begin(first_run=True)
    mark.end()
    assert mark.begin(first_run=False)
    assert not mark.begin(first_run=False)  # it was killed


def test_a_first_run_is_no_doubt_but_a_missing_mark_later_is(tmp_path: Path) -> None:
    mark = RunMark(tmp_path / "clean")
    assert mark.begin(first_run=True)
    assert not mark.begin(first_run=False)


def test_a_mark_that_says_something_else_is_doubt(tmp_path: Path) -> None:
    path = tmp_path / "clean"
    path.write_bytes(b"clea")
    assert not RunMark(path).begin(first_run=False)
    assert not path.exists()


def test_a_mark_that_cannot_be_read_is_doubt_and_one_that_stays_is_told(
    tmp_path: Path,
) -> None:
    path = tmp_path / "clean"
    path.mkdir()
    with pytest.raises(LedgerError, match="cannot be marked"):
        RunMark(path).begin(first_run=False)
    RunMark(path).end()  # the disk refuses: the next start pauses
    assert path.is_dir()
