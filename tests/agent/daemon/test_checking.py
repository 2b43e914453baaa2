# SPDX-License-Identifier: GPL-3.0-or-later
"""R-33: what was lost or changed while the service slept is told at its start."""

import sqlite3
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest

from agent.core import events as e
from agent.daemon.checking import Checking
from consent.documents.signed import public_bytes
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_check import SelfCheck
from consent.store.agent_ledger import AgentLedger
from tests.fakes.lesson import PlayedLesson


@pytest.fixture
def lesson(tmp_path: Path) -> PlayedLesson:
    made = PlayedLesson(tmp_path / "lesson")
    made.play()
    made.console.close()
    made.agent.close()
    return made


class Start:
    """One start of the service over what lies on disk."""

    def __init__(self, lesson: PlayedLesson) -> None:
        self.ledger = AgentLedger(
            lesson.folder / "ledger.db", lesson.device_key.sign, lesson.device
        )
        self.told: list[e.Event] = []
        self.context = lesson.context()
        key = public_bytes(lesson.device_key)
        self.checking = Checking(self.ledger, key, self.told.append)
        self.checking.begin(self.context)
        for _ in range(3):
            self.checking.go_on()

    def write_down(self) -> None:
        """Do what the core orders of what was told, and end."""
        for told in self.told:
            assert isinstance(told, e.ListFault)
            if told.is_new:
                fields: dict[str, object] = {"what": told.what, "text": told.place}
                self.ledger.append(Chain.OWN, Kind.TROUBLE, fields, self.context)
        self.ledger.close()


def cut(lesson: PlayedLesson, sql: str) -> None:
    connection = sqlite3.connect(lesson.folder / "ledger.db")
    with connection:
        connection.execute(sql)
    connection.close()


@pytest.fixture
def warned(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """The service's own log names it too; that is expected here."""
    yield
    records = caplog.get_records("call")
    assert {x.name for x in records} == {"inzage.checking"}
    records.clear()


def test_a_whole_list_is_no_news(lesson: PlayedLesson) -> None:
    start = Start(lesson)
    assert start.told == []
    start.ledger.close()


def test_R33_a_deleted_ledger_begins_a_new_epoch_and_is_told(
    lesson: PlayedLesson, warned: None
) -> None:
    for file in lesson.folder.glob("ledger.db*"):
        if not file.name.endswith(".mark"):
            file.unlink()
    start = Start(lesson)
    (gap,) = start.ledger.lines(Chain.SHARED)
    assert gap.entry is not None
    assert (gap.entry.kind, gap.entry.common.epoch) == (Kind.GAP, 2)
    assert gap.entry.number("to") == gap.sealed.seq - 1 > 10
    (fault,) = start.told  # one sentence for both chains
    assert isinstance(fault, e.ListFault)
    assert (fault.what, fault.is_new) == ("lines_lost", True)
    start.ledger.close()


def test_R33_a_ledger_put_back_to_an_older_one_is_told_once(
    lesson: PlayedLesson, warned: None
) -> None:
    cut(lesson, "DELETE FROM entries WHERE n > 9")
    start = Start(lesson)
    (fault,) = start.told
    assert isinstance(fault, e.ListFault)
    places = fault.place.split(", ")
    assert [place.split()[0] for place in places] == ["shared", "own"]
    assert start.ledger.epoch() == 2
    start.write_down()
    again = Start(lesson)
    assert again.told == []
    again.ledger.close()


def test_R33_a_changed_line_is_told_at_each_start_and_written_once(
    lesson: PlayedLesson, warned: None
) -> None:
    cut(lesson, "UPDATE entries SET salt = zeroblob(32) WHERE n IN (4, 6)")
    start = Start(lesson)
    (fault,) = start.told
    assert isinstance(fault, e.ListFault)
    assert (fault.what, fault.is_new) == ("lines_changed", True)
    start.write_down()
    again = Start(lesson)
    assert again.told == [e.ListFault("lines_changed", fault.place, is_new=False)]
    again.ledger.close()


def test_R33_many_changed_lines_are_one_line_for_the_pupil(
    lesson: PlayedLesson, warned: None
) -> None:
    cut(lesson, "UPDATE entries SET salt = zeroblob(32)")
    start = Start(lesson)
    (fault,) = start.told
    assert isinstance(fault, e.ListFault)
    assert fault.is_new
    assert 100 < len(fault.place) <= 140
    start.write_down()


def test_R33_what_is_changed_later_is_a_line_again(
    lesson: PlayedLesson, warned: None
) -> None:
    cut(lesson, "UPDATE entries SET salt = zeroblob(32) WHERE n = 4")
    Start(lesson).write_down()
    cut(lesson, "UPDATE entries SET salt = zeroblob(32) WHERE n = 6")
    start = Start(lesson)
    (fault,) = start.told
    assert isinstance(fault, e.ListFault)
    assert (fault.is_new, ", " in fault.place) == (True, False)
    start.ledger.close()


def test_one_run_writes_one_line(
    lesson: PlayedLesson, warned: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many readings it takes to walk through a long list."""
    cut(lesson, "UPDATE entries SET salt = zeroblob(32)")
    monkeypatch.setattr(SelfCheck, "step", partialmethod(SelfCheck.step, 4))
    start = Start(lesson)
    news = [x.is_new for x in start.told if isinstance(x, e.ListFault)]
    assert news == [True, False, False]
    start.ledger.close()


def test_a_ledger_that_cannot_be_read_is_told_elsewhere(
    lesson: PlayedLesson, warned: None
) -> None:
    start = Start(lesson)
    start.ledger.close()
    key = public_bytes(lesson.device_key)
    again = Checking(start.ledger, key, start.told.append)
    with pytest.raises(sqlite3.ProgrammingError):
        start.ledger._file._connection.execute("SELECT 1")  # noqa: SLF001
    again.begin(lesson.context())
    again.go_on()
    assert start.told == []
