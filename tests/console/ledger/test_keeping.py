# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's record goes 30 days after its school year, but for who holds it."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from consent.documents.command import Verb
from consent.ledger.kinds import Chain, Kind
from console.ledger.keeping import drop_old
from tests.console.ledger.rig import Rig, rig
from tests.fakes.papers import BRUSSELS
from tests.fakes.records import KLASS, MONDAY, context

LAST_DAY = datetime(2027, 9, 30, 23, 59, tzinfo=BRUSSELS)
DUE = datetime(2027, 10, 1, 0, 0, tzinfo=BRUSSELS)


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Rig]:
    """Give a record with one look of March in it."""
    with rig(tmp_path) as made:
        opened = made.open(made.ask(Verb.VIEW_START), "view")
        made.keep(opened, made.close(opened))
        yield made


def has_month(made: Rig) -> bool:
    return made.record.has_tree(made.record.origin(KLASS, MONDAY))


def test_R35_it_is_kept_until_thirty_days_after_the_year(
    played: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    drop_old(played.record, LAST_DAY, LAST_DAY)
    assert has_month(played)
    with caplog.at_level(logging.INFO):
        drop_old(played.record, DUE, DUE)
    assert not has_month(played)
    assert "1 months" in caplog.text
    assert played.record.copy_for(played.reader, 1, 9) == []
    drop_old(played.record, DUE, DUE)


def test_R35_what_a_pupil_holds_stays_for_a_year(played: Rig) -> None:
    fields: dict[str, object] = {"by": "pupil", "target": 1}
    hold = played.laptop.append(Chain.SHARED, Kind.HOLD, fields, context(100))
    played.keep(hold)
    drop_old(played.record, DUE, DUE)
    assert len(played.record.copy_for(played.reader, 1, 9)) == 3
    later = MONDAY + timedelta(days=366)
    drop_old(played.record, later, later)
    assert not has_month(played)


@pytest.mark.parametrize(
    ("newest_paper", "wall"),
    [
        (None, DUE),
        (DUE - timedelta(days=500), DUE),
        (DUE - timedelta(seconds=1), DUE + timedelta(days=200)),
        (DUE + timedelta(days=1), DUE),
    ],
    ids=["no paper", "far ahead", "no paper that late", "behind"],
)
def test_R35_a_clock_that_no_paper_bears_out_deletes_nothing(
    played: Rig, newest_paper: datetime | None, wall: datetime
) -> None:
    drop_old(played.record, newest_paper, wall)
    assert has_month(played)


def test_a_record_that_cannot_be_written_is_tried_again(
    played: Rig, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "console.db").rename(tmp_path / "gone.db")
    drop_old(played.record, DUE, DUE)
    assert "tried again" in caplog.text
    caplog.clear()
