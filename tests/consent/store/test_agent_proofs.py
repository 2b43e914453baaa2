# SPDX-License-Identifier: GPL-3.0-or-later
"""What a laptop keeps against a console is there when it is needed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from consent.ledger.checkpoint import Checkpoint, encode_signed, parse_unchecked
from consent.ledger.kinds import Chain, Kind
from consent.ledger.receipt import Growth, check_growth
from consent.store.agent_ledger import AgentLedger
from consent.store.agent_proofs import growth_of
from consent.store.agent_schema import FORMS
from consent.store.console_ledger import ConsoleLedger
from consent.store.sqlite_file import SqliteFile
from tests.fakes.lesson import PlayedLesson
from tests.fakes.records import (
    DEVICE,
    LESSON,
    ORIGIN,
    Keys,
    command,
    console,
    context,
    fingerprint,
    laptop,
    open_fields,
)

KEY = Keys()


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[AgentLedger]:
    made = laptop(tmp_path, Keys())
    yield made
    made.close()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ConsoleLedger]:
    made = console(tmp_path, KEY)
    yield made
    made.close()


def test_a_proven_line_is_owed_no_more(agent: AgentLedger, book: ConsoleLedger) -> None:
    line = agent.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    assert [held.sealed for held in agent.unproven(fingerprint())] == [line]
    assert agent.unproven("99" * 32) == []
    (place,) = book.log_entries(ORIGIN, [line], DEVICE, LESSON)
    agent.add_proof(line.seq, book.proof_for(ORIGIN, place.leaf, 0))
    assert agent.unproven(fingerprint()) == []
    assert agent.lines(Chain.SHARED)[0].leaf == place.leaf


def test_the_newest_head_of_each_tree_is_kept(
    agent: AgentLedger, book: ConsoleLedger
) -> None:
    assert agent.checkpoint(ORIGIN) is None
    assert agent.checkpoints() == {}
    for size in range(3):
        book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
        agent.take_checkpoint(book.growth(ORIGIN, size))
    held = agent.checkpoint(ORIGIN)
    assert held is not None
    assert held[0].size == 3
    assert agent.checkpoints() == {ORIGIN: held[1]} == {ORIGIN: book.head(ORIGIN)}


def test_the_whole_way_of_a_tree_is_kept(
    agent: AgentLedger, book: ConsoleLedger, tmp_path: Path
) -> None:
    line = agent.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    sizes = []
    for _ in range(6):
        logged = book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
        held = agent.checkpoint(ORIGIN)
        size = held[0].size if held else 0
        proof = book.proof_for(ORIGIN, logged.leaf, size)
        agent.add_command_proof(line.seq, logged.salt, proof)
        sizes.append(size)
    assert sizes == [0, 1, 2, 3, 4, 5]
    agent.close()
    file = SqliteFile(tmp_path / "ledger.db", FORMS)
    held_point = None
    for row in file.read("SELECT * FROM checkpoints ORDER BY size"):
        growth = growth_of(row)
        held_point = check_growth(growth, held_point, ORIGIN, KEY.public)
    file.close()


def test_R33_D11_a_fork_is_kept_as_evidence(agent: AgentLedger, tmp_path: Path) -> None:
    agent.keep_fork(b"a note")
    agent.keep_fork(b"a note")
    agent.close()
    file = SqliteFile(tmp_path / "ledger.db", FORMS)
    assert [row["note"] for row in file.read("SELECT note FROM forks")] == [b"a note"]
    file.close()


def test_a_copy_that_differs_is_seen(agent: AgentLedger) -> None:
    line = agent.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    assert agent.add_copy(line.seq, 0, line.commitment)
    assert not agent.add_copy(line.seq, 0, bytes(32))
    assert not agent.add_copy(9, 0, line.commitment)


def test_a_teachers_certificate_is_kept_once(
    agent: AgentLedger, tmp_path: Path
) -> None:
    for _ in range(2):
        agent.remember_teacher(fingerprint(), b"der")
    agent.close()
    file = SqliteFile(tmp_path / "ledger.db", FORMS)
    assert len(file.read("SELECT * FROM teachers")) == 1
    file.close()


def test_a_growth_without_a_way_reads_back(tmp_path: Path, agent: AgentLedger) -> None:
    growth = Growth(_note(tmp_path), 0, ())
    agent.take_checkpoint(growth)
    agent.close()
    file = SqliteFile(tmp_path / "ledger.db", FORMS)
    assert growth_of(file.read("SELECT * FROM checkpoints")[0]) == growth
    file.close()


def _note(folder: Path) -> bytes:
    (folder / "one").mkdir()
    book = console(folder / "one", KEY)
    book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
    note = book.head(ORIGIN)
    book.close()
    assert note is not None
    return note


def test_R33_D11_a_fork_is_found_again_by_its_tree(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, Keys())
    note = encode_signed(Checkpoint(ORIGIN, 3, bytes(32)), KEY.sign, KEY.public)
    assert not ledger.has_fork(ORIGIN)
    ledger.keep_fork(note)
    assert ledger.has_fork(ORIGIN)
    assert not ledger.has_fork(ORIGIN.replace("2027-03", "2027-04"))
    ledger.close()


def test_D11_a_head_waits_over_a_restart_until_it_is_dropped(tmp_path: Path) -> None:
    key = Keys()
    ledger = laptop(tmp_path, key)
    ledger.keep_carried(b"note", b"der")
    ledger.keep_carried(b"note", b"another")
    ledger.close()
    again = laptop(tmp_path, key)
    assert again.carried() == [(b"note", b"der")]
    again.drop_carried(b"note")
    assert again.carried() == []
    again.close()


def test_D11_the_head_of_a_lesson_is_that_of_its_first_command(tmp_path: Path) -> None:
    """It stands still while looks move the newest head on."""
    lesson = PlayedLesson(tmp_path / "lesson")
    assert lesson.agent.lesson_heads() == {}
    lesson.play()
    ((origin, (note, der)),) = lesson.agent.lesson_heads().items()
    assert origin == lesson.origin
    assert parse_unchecked(note).size == 1
    assert der == lesson.school.teachers[0].holder.der
    newest = lesson.agent.checkpoint(origin)
    assert newest is not None
    assert newest[0].size > 10
    assert lesson.agent.head_of_size(origin, 1) == note
    assert lesson.agent.head_of_size(origin, 10_000) is None
    lesson.close()


def test_a_copy_of_a_line_that_a_gap_names_is_no_other_copy(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, Keys())
    ledger.append(Chain.SHARED, Kind.NOTE, {"about": 0, "text": "een"}, context())
    assert not ledger.add_copy(2, 0, bytes(32))
    ledger.begin_epoch(1, 4, context())
    assert [ledger.add_copy(seq, 0, bytes(32)) for seq in (2, 4)] == [True, True]
    assert not ledger.add_copy(1, 0, bytes(32))
    assert not ledger.add_copy(9, 0, bytes(32))
    ledger.close()


def test_a_copy_of_a_line_that_was_dropped_in_its_time_is_no_other_copy(
    tmp_path: Path,
) -> None:
    ledger = laptop(tmp_path, Keys())
    for after_s in (0, 60):
        fields: dict[str, object] = {"about": 0, "text": "een"}
        ledger.append(Chain.SHARED, Kind.NOTE, fields, context(after_s))
    ledger.drop_before(context(30).t)
    assert ledger.add_copy(1, 0, bytes(32))
    assert not ledger.add_copy(2, 0, bytes(32))
    ledger.close()


def test_what_is_proven_and_readable_is_known_by_teacher(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path / "lesson")
    lesson.play()
    teacher, began = lesson.school.teachers[0].fingerprint, lesson.school.now
    every = lesson.agent.proven(teacher, began)
    assert every == [x.sealed.seq for x in lesson.agent.lines(Chain.SHARED)]
    assert lesson.agent.proven("ab" * 32, began) == []
    assert lesson.agent.proven(teacher, began + timedelta(days=1)) == []
    lesson.close()
