# SPDX-License-Identifier: GPL-3.0-or-later
"""A mark that reads back, or says nothing; it never stops a ledger."""

from pathlib import Path

import pytest

from consent.ledger.kinds import Chain
from consent.store.high_mark import NOWHERE, HighMark

SEQS = {Chain.SHARED: 12, Chain.OWN: 7}


@pytest.fixture
def mark(tmp_path: Path) -> HighMark:
    return HighMark(tmp_path / "ledger.db")


def test_it_reads_back(mark: HighMark) -> None:
    assert mark.read() == NOWHERE
    mark.write(SEQS)
    assert mark.read() == SEQS
    mark.write({Chain.SHARED: 9, Chain.OWN: 1})
    assert mark.read() == {Chain.SHARED: 9, Chain.OWN: 1}


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"[]", b"{}", b'{"own":1}', b'{"own":1,"shared":"2"}', b"\xff"],
)
def test_other_bytes_say_nothing(mark: HighMark, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "ledger.db.mark").write_bytes(data)
    assert mark.read() == NOWHERE


def test_a_mark_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    HighMark(tmp_path / "nowhere" / "ledger.db").write(SEQS)
