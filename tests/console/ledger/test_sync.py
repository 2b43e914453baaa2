# SPDX-License-Identifier: GPL-3.0-or-later
"""Two records agree: nothing is asked before what is owed is kept and proven."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from consent.documents.command import Verb
from consent.ledger.chain import Sealed
from consent.ledger.errors import ChainError
from consent.ledger.kinds import Chain, Kind
from console.ledger import sync
from console.ledger.sync import Account
from protocol.codec import encode
from protocol.constants import PART_FRAME_BYTES
from protocol.messages.records import LogAsk, Sync, Synced
from tests.console.ledger.rig import Rig, rig, travelling
from tests.fakes.records import KLASS, MONDAY


def account(
    r: Rig,
    *lines: Sealed,
    more: bool = False,
    note: bytes = b"",
    seq: int | None = None,
) -> Sync:
    last = r.laptop.last_seq(Chain.SHARED) if seq is None else seq
    return Sync(1, last, r.laptop.head(Chain.SHARED), note, travelling(*lines), more)


def take(r: Rig, said: Sync) -> list[Synced]:
    return Account(r.record, r.reader).take(said, KLASS, MONDAY)


def share(r: Rig, text: str = "Dag") -> Sealed:
    command = r.ask(Verb.MESSAGE)
    return r.write(command, Kind.SHARE, what="message", text=text)


def test_a_new_laptop_owes_nothing(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        (answer,) = take(r, account(r))
        assert answer == Synced(b"", 0, (), (), (), more=False)


def test_what_is_owed_is_kept_and_proven(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        lines = [share(r) for _ in range(3)]
        r.reader.heads.clear()
        (answer,) = take(r, account(r, *lines))
        assert [one.shared_seq for one in answer.proofs] == [1, 2, 3]
        for one, line in zip(answer.proofs, lines, strict=True):
            r.held.clear()
            plain = replace(one.proof, from_size=0, consistency=())
            assert r.checks(plain, line.commitment)


def test_an_account_in_parts_is_answered_after_the_last(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        first, second = share(r), share(r)
        whole = Account(r.record, r.reader)
        assert whole.take(account(r, first, more=True), KLASS, MONDAY) == []
        (answer,) = whole.take(account(r, second), KLASS, MONDAY)
        assert len(answer.proofs) == 2


def test_a_long_answer_is_cut_so_that_each_part_fits(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        lines = [share(r) for _ in range(120)]
        answers = take(r, account(r, *lines))
        assert len(answers) > 1
        assert [a.more for a in answers] == [True] * (len(answers) - 1) + [False]
        assert sum(len(a.proofs) for a in answers) == 120
        assert all(len(encode(a)) <= PART_FRAME_BYTES for a in answers)


def test_lines_a_laptop_lost_are_given_back(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        lines = [share(r) for _ in range(3)]
        r.keep(*lines)
        (answer,) = take(r, account(r, seq=1))
        assert answer.later == travelling(*lines[1:])
        (answer,) = take(r, account(r, seq=3))
        assert answer.later == ()


def test_R33_however_many_lines_were_lost_the_last_is_known(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        lines = [share(r) for _ in range(120)]
        r.keep(*lines)
        answers = take(r, account(r, seq=0))
        later = [one for answer in answers for one in answer.later]
        assert later == list(travelling(*lines))


def test_a_head_we_never_had_is_told_and_everything_goes_on(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        share(r)
        whole = Account(r.record, r.reader)
        whole.take(account(r, note=b"x"), KLASS, MONDAY)
        assert not whole.agrees
        whole.take(account(r, note=r.note()), KLASS, MONDAY)
        assert whole.agrees


def test_a_forged_line_ends_it(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        (line,) = travelling(share(r))
        forged = replace(line, body=line.body.replace(b"Dag", b"Nee"))
        said = replace(account(r), unproven=(forged,))
        with pytest.raises(ChainError):
            take(r, said)


def test_a_receipt_is_kept_then_proven(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        command = r.ask(Verb.OVERVIEW_START)
        assert r.command_checks(command)
        line = r.open(command, "overview")
        (kept,) = travelling(line)
        said = sync.logged(r.record, r.reader, kept, KLASS, MONDAY)
        assert said.entry.shared_seq == line.seq
        assert r.checks(said.entry.proof, line.commitment)


def test_a_laptop_gets_its_own_lines_in_pieces(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        lines = [share(r) for _ in range(5)]
        r.keep(*lines)
        first = sync.copy(r.record, r.reader, LogAsk(1, 3))
        assert ([e.shared_seq for e in first.entries], first.last) == ([1, 2, 3], False)
        rest = sync.copy(r.record, r.reader, LogAsk(4, 50))
        assert ([e.shared_seq for e in rest.entries], rest.last) == ([4, 5], True)
        assert rest.entries[0].body == lines[3].body
        nothing = sync.copy(r.record, r.reader, LogAsk(6, 50))
        assert (nothing.entries, nothing.last) == ((), True)


def test_a_copy_is_never_longer_than_a_message(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        reason = "\u00e9" * 140
        lines = []
        for _ in range(50):
            command = r.ask(Verb.OVERVIEW_START, reason=reason)
            lines.append(r.open(command, "overview"))
        r.keep(*lines)
        got = sync.copy(r.record, r.reader, LogAsk(1, 50))
        assert len(encode(got)) <= PART_FRAME_BYTES
        assert not got.last or len(got.entries) == 50
