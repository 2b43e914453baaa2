# SPDX-License-Identifier: GPL-3.0-or-later
"""A ledger that somebody changed beside the program says so when it is read through."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from consent.documents.signed import public_bytes
from consent.ledger import chain as chains
from consent.ledger.erasure import OrderedBy
from consent.ledger.kinds import Chain
from consent.store.agent_check import SelfCheck
from tests.fakes.lesson import PlayedLesson


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path / "lesson")
    made.play()
    yield made
    made.close()


def checked(lesson: PlayedLesson) -> SelfCheck:
    return lesson.agent.self_check(public_bytes(lesson.device_key))


def faults(lesson: PlayedLesson) -> list[str]:
    check, found = checked(lesson), []
    while not check.is_done:
        found += check.step(7)
    return found


def run(lesson: PlayedLesson, sql: str, *values: object) -> None:
    """Do what somebody with the rights of the machine does."""
    connection = sqlite3.connect(lesson.folder / "ledger.db")
    with connection:
        connection.execute(sql, values)
    connection.close()


def test_a_whole_ledger_has_no_fault(lesson: PlayedLesson) -> None:
    assert faults(lesson) == []


def test_an_empty_ledger_has_none_and_is_read_at_once(tmp_path: Path) -> None:
    empty = PlayedLesson(tmp_path / "empty")
    check = checked(empty)
    assert check.step() == []
    assert check.is_done
    empty.close()


def test_R33_an_edited_line_is_found(lesson: PlayedLesson) -> None:
    run(
        lesson,
        "UPDATE entries SET body = CAST(replace(body, 'Peeters', 'Jans') AS BLOB)"
        " WHERE chain = 'shared' AND seq = 2",
    )
    assert faults(lesson) == ["shared 2"]


def test_R33_an_edit_with_its_hashes_made_anew_is_found(lesson: PlayedLesson) -> None:
    """Whoever has no device key cannot sign the new head."""
    line = lesson.agent.lines(Chain.SHARED, 2, 1)[0].sealed
    body = (line.body or b"").replace(b"Peeters", b"Janssens")
    commitment = chains.commit(line.salt or b"", body)
    head = chains.head(Chain.SHARED, line.prev, commitment)
    run(
        lesson,
        "UPDATE entries SET body = ?, commitment = ?, head = ?"
        " WHERE chain = 'shared' AND seq = 2",
        body,
        commitment,
        head,
    )
    assert faults(lesson) == ["shared 2", "shared 3"]


def test_R33_an_omitted_line_is_found(lesson: PlayedLesson) -> None:
    run(lesson, "DELETE FROM entries WHERE chain = 'own' AND seq = 2")
    assert faults(lesson) == ["own 3"]


def test_R33_lines_in_another_order_are_found(lesson: PlayedLesson) -> None:
    for old, new in ((4, 900), (5, 4), (900, 5)):
        run(
            lesson,
            "UPDATE entries SET seq = ? WHERE chain = 'shared' AND seq = ?",
            new,
            old,
        )
    assert {"shared 4", "shared 5"} <= set(faults(lesson))


def test_an_erased_line_and_a_dropped_year_are_no_fault(lesson: PlayedLesson) -> None:
    lesson.wait(2 * 86_400)
    lesson.agent.erase(3, OrderedBy.PUPIL, lesson.context())
    assert faults(lesson) == []
    lesson.agent.drop_before(lesson.school.now + timedelta(days=1))
    assert faults(lesson) == []


def test_R33_an_edit_of_what_came_back_is_found(lesson: PlayedLesson) -> None:
    lesson.lose_list()
    assert faults(lesson) == []
    run(
        lesson,
        "UPDATE given SET body = CAST(replace(body, 'Peeters', 'Jans') AS BLOB)"
        " WHERE seq = 2",
    )
    run(lesson, "UPDATE given SET t = '2020-01-01T00:00:00Z' WHERE seq = 5")
    assert faults(lesson) == ["given 2", "given 5"]
