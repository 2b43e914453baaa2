# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's record: log first, prove always, give each laptop its own, forget."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from consent.ledger import chain as chains
from consent.ledger.chain import Sealed
from consent.ledger.checkpoint import origin, parse_signed
from consent.ledger.draft import Context
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.receipt import check_growth, check_proof
from consent.store.agent_ledger import AgentLedger
from consent.store.console_ledger import ConsoleLedger
from tests.fakes.records import (
    DEVICE,
    KLASS,
    LESSON,
    MONDAY,
    ORIGIN,
    SCHOOL,
    TEACHER,
    Keys,
    command,
    console,
    context,
    laptop,
    open_fields,
)

KEY = Keys()
OTHER_DEVICE = "d2" * 16
APRIL = origin(SCHOOL, KLASS, TEACHER, "2027-04")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ConsoleLedger]:
    made = console(tmp_path, KEY)
    yield made
    made.close()


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[AgentLedger]:
    made = laptop(tmp_path, Keys())
    yield made
    made.close()


def opened(agent: AgentLedger, at: Context | None = None) -> Sealed:
    return agent.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), at or context())


def test_a_command_is_logged_with_a_proof(book: ConsoleLedger) -> None:
    body = command()
    logged = book.log_command(ORIGIN, body, b"s" * 64, DEVICE, LESSON)
    assert logged.commitment == chains.commit(logged.salt, body)
    proof = book.proof_for(ORIGIN, logged.leaf, 0)
    point = check_proof(proof, logged.commitment, None, ORIGIN, KEY.public)
    assert (logged.leaf, point.size) == (0, 1)


def test_each_proof_follows_from_the_one_before(book: ConsoleLedger) -> None:
    held = None
    for n in range(20):
        body = command(access=f"{n:032x}")
        logged = book.log_command(ORIGIN, body, b"s" * 64, DEVICE, LESSON)
        proof = book.proof_for(ORIGIN, logged.leaf, held.size if held else 0)
        held = check_proof(proof, logged.commitment, held, ORIGIN, KEY.public)
    for size in range(21):
        growth = book.growth(ORIGIN, size)
        assert growth.from_size == size


def test_the_tree_goes_on_after_opening_again(
    book: ConsoleLedger, tmp_path: Path
) -> None:
    for _ in range(5):
        book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
    note = book.head(ORIGIN)
    assert note is not None
    held = parse_signed(note, KEY.public)
    book.close()
    again = console(tmp_path, KEY)
    assert again.head(ORIGIN) == note
    again.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
    check_growth(again.growth(ORIGIN, 5), held, ORIGIN, KEY.public)
    again.close()


def test_each_month_has_its_own_tree(book: ConsoleLedger) -> None:
    assert book.head(APRIL) is None
    book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
    first = book.log_command(APRIL, command(), b"s" * 64, DEVICE, LESSON)
    assert first.leaf == 0
    assert book.origins() == [ORIGIN, APRIL]


def test_a_laptops_lines_are_logged_and_proven(
    book: ConsoleLedger, agent: AgentLedger
) -> None:
    lines = [opened(agent) for _ in range(3)]
    places = book.log_entries(ORIGIN, lines, DEVICE, LESSON)
    assert [place.leaf for place in places] == [0, 1, 2]
    for line, place in zip(lines, places, strict=True):
        proof = book.proof_for(place.origin, place.leaf, 0)
        check_proof(proof, line.commitment, None, ORIGIN, KEY.public)


def test_a_line_sent_again_keeps_its_first_place(
    book: ConsoleLedger, agent: AgentLedger
) -> None:
    first, second = opened(agent), opened(agent)
    (place,) = book.log_entries(ORIGIN, [first], DEVICE, LESSON)
    again = book.log_entries(APRIL, [first, second], DEVICE, LESSON)
    assert again[0] == place
    assert (again[1].origin, again[1].leaf) == (APRIL, 0)
    assert len(book.copy_for(DEVICE, 1)) == 2


def test_two_lines_with_one_number_are_both_kept(
    book: ConsoleLedger, agent: AgentLedger, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = laptop(tmp_path / "other", Keys())
    places = book.log_entries(ORIGIN, [opened(agent)], DEVICE, LESSON)
    places += book.log_entries(ORIGIN, [opened(other)], DEVICE, LESSON)
    assert [place.leaf for place in places] == [0, 1]
    other.close()


def test_no_lines_change_nothing(book: ConsoleLedger) -> None:
    assert book.log_entries(ORIGIN, [], DEVICE, LESSON) == []
    assert book.origins() == []


def test_an_erased_line_cannot_be_logged(
    book: ConsoleLedger, agent: AgentLedger
) -> None:
    line = opened(agent)
    gone = Sealed(
        line.chain, 1, None, None, line.commitment, line.prev, line.head, line.sig
    )
    with pytest.raises(LedgerError, match="without its text"):
        book.log_entries(ORIGIN, [gone], DEVICE, LESSON)


def test_R36_a_laptop_gets_its_own_lines_and_no_others(
    book: ConsoleLedger, agent: AgentLedger, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = laptop(tmp_path / "other", Keys())
    mine = [opened(agent) for _ in range(4)]
    book.log_entries(ORIGIN, mine[:2], DEVICE, LESSON)
    book.log_entries(ORIGIN, [opened(other)], OTHER_DEVICE, LESSON)
    book.log_entries(ORIGIN, mine[2:], DEVICE, LESSON)
    copies = book.copy_for(DEVICE, 2, count=2)
    assert [copy.sealed for copy in copies] == mine[1:3]
    assert [(copy.seq, copy.leaf) for copy in copies] == [(2, 1), (3, 3)]
    assert len(book.copy_for(OTHER_DEVICE, 1)) == 1
    other.close()


def test_a_lessons_page_has_commands_and_lines_newest_first(
    book: ConsoleLedger, agent: AgentLedger
) -> None:
    book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
    book.log_entries(ORIGIN, [opened(agent)], DEVICE, LESSON)
    book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, "22" * 16)
    line, asked = book.page(LESSON)
    assert (line.is_command, asked.is_command) == (False, True)
    assert line.sealed == agent.lines(Chain.SHARED)[0].sealed
    assert asked.body == command()
    assert [leaf.n for leaf in book.page(LESSON, skip=1, count=1)] == [0]


def test_R34_erasure_takes_the_text_and_leaves_the_proofs(
    book: ConsoleLedger, agent: AgentLedger, tmp_path: Path
) -> None:
    secret = "Een heel bijzondere reden"
    fields = open_fields(KEY) | {"reason": secret}
    line = agent.append(Chain.SHARED, Kind.OPEN, fields, context())
    book.log_entries(ORIGIN, [line, opened(agent)], DEVICE, LESSON)
    before = book.proof_for(ORIGIN, 0, 0)
    assert book.erase(ORIGIN, [0, 0, 7], DEVICE) == [0]
    assert book.proof_for(ORIGIN, 0, 0) == before
    check_proof(before, line.commitment, None, ORIGIN, KEY.public)
    assert [copy.seq for copy in book.copy_for(DEVICE, 1)] == [2]
    on_disk = b"".join(p.read_bytes() for p in tmp_path.glob("console.db*"))
    assert secret.encode() not in on_disk
    assert line.salt is not None
    assert line.salt not in on_disk


def test_R34_erasure_reaches_nobody_elses_leaves(
    book: ConsoleLedger, agent: AgentLedger
) -> None:
    book.log_entries(ORIGIN, [opened(agent)], DEVICE, LESSON)
    assert book.erase(ORIGIN, [0], OTHER_DEVICE) == []
    assert book.erase(APRIL, [0], DEVICE) == []
    assert len(book.copy_for(DEVICE, 1)) == 1


def test_R35_a_month_can_be_dropped_whole(
    book: ConsoleLedger, agent: AgentLedger
) -> None:
    book.log_entries(ORIGIN, [opened(agent)], DEVICE, LESSON)
    book.log_command(APRIL, command(), b"s" * 64, DEVICE, LESSON)
    book.drop_tree(ORIGIN)
    assert book.origins() == [APRIL]
    assert book.copy_for(DEVICE, 1) == []
    book.proof_for(APRIL, 0, 0)


def test_R35_of_a_month_that_is_held_the_others_text_goes(
    book: ConsoleLedger, agent: AgentLedger, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = laptop(tmp_path / "other", Keys())
    line, theirs = opened(agent), opened(other)
    book.log_entries(ORIGIN, [line], DEVICE, LESSON)
    book.log_entries(ORIGIN, [theirs], OTHER_DEVICE, LESSON)
    proof = book.proof_for(ORIGIN, 1, 0)
    book.drop_tree(ORIGIN, keep={DEVICE})
    assert [copy.sealed for copy in book.copy_for(DEVICE, 1)] == [line]
    assert book.copy_for(OTHER_DEVICE, 1) == []
    assert book.proof_for(ORIGIN, 1, 0) == proof
    book.drop_tree(ORIGIN, keep={OTHER_DEVICE})
    assert book.origins() == []
    other.close()


def test_R35_a_hold_is_known_for_a_year_by_its_laptop(
    book: ConsoleLedger, agent: AgentLedger
) -> None:
    book.log_entries(ORIGIN, [opened(agent)], DEVICE, LESSON)
    assert book.held_devices(MONDAY) == set()
    fields: dict[str, object] = {"by": "pupil", "target": 1}
    hold = agent.append(Chain.SHARED, Kind.HOLD, fields, context())
    book.log_entries(ORIGIN, [hold], DEVICE, LESSON)
    book.log_command(ORIGIN, b'{"kind":"HOLD"}', b"s" * 64, OTHER_DEVICE, LESSON)
    assert book.held_devices(MONDAY + timedelta(days=364)) == {DEVICE}
    assert book.held_devices(MONDAY + timedelta(days=365)) == set()


def test_what_is_not_on_disk_is_an_error(book: ConsoleLedger, tmp_path: Path) -> None:
    (tmp_path / "console.db").rename(tmp_path / "gone.db")
    with pytest.raises(LedgerError):
        book.log_command(ORIGIN, command(), b"s" * 64, DEVICE, LESSON)
