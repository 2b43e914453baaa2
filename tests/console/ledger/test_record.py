# SPDX-License-Identifier: GPL-3.0-or-later
"""Log first: what leaves is in the tree, on disk, and proven to who it goes to."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consent.documents import command as commands
from consent.documents.command import Verb
from consent.ledger import erasure
from consent.ledger.errors import ChainError, LedgerError
from consent.store.console_ledger import ConsoleLedger
from console.ledger.record import Reader, Record
from tests.console.ledger.rig import body, rig, size
from tests.fakes.records import DEVICE, KLASS, LESSON, MONDAY, Keys


def test_S02_a_command_names_all_that_binds_it_and_is_signed(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        made = r.ask(Verb.OVERVIEW_START)
        said = body(made)
        assert commands.checks(made.body, made.sig, r.teacher.public)
        assert (said.device, said.teacher) == ("64" * 32, "74" * 32)
        assert (said.nonce, said.ping, said.seq) == ("6e" * 32, 3, 1)
        assert said.args == {"scope": "all"}


def test_each_command_is_proven_from_the_head_the_laptop_holds(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        for _ in range(5):
            assert r.command_checks(r.ask(Verb.OVERVIEW_START))


def test_a_laptop_that_held_an_older_head_gets_the_way_to_the_newest(
    tmp_path: Path,
) -> None:
    with rig(tmp_path) as r:
        assert r.command_checks(r.ask(Verb.MESSAGE))
        note = r.note()
        for _ in range(3):
            r.ask(Verb.MESSAGE)  # to somebody else
        again = Reader(r.reader.peer, b"m" * 32)
        assert r.record.shown(note, again)
        r.reader = again
        assert r.command_checks(r.ask(Verb.MESSAGE))


def test_R32_a_command_that_cannot_be_logged_is_not_made(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        r.ask(Verb.MESSAGE)
        r.record.close()
        with pytest.raises(LedgerError):
            r.ask(Verb.MESSAGE)


def test_a_wish_that_is_no_command_is_our_bug(tmp_path: Path) -> None:
    with rig(tmp_path) as r, pytest.raises(ValueError, match="seconds"):
        r.ask(Verb.VIEW_START, args=(("seconds", 9_999),))


def test_a_line_is_kept_once_and_keeps_its_place(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        line = r.open(r.ask(Verb.OVERVIEW_START), "overview")
        first = r.record.keep([line], KLASS, r.reader, MONDAY)
        assert r.record.keep([line], KLASS, r.reader, MONDAY) == first
        assert size(r.note()) == 2


def test_a_line_the_laptop_did_not_sign_is_refused(tmp_path: Path) -> None:
    with rig(tmp_path / "a") as r, rig(tmp_path / "b") as other:
        line = other.open(other.ask(Verb.OVERVIEW_START), "overview")
        with pytest.raises(ChainError):
            r.keep(line)


def test_D11_a_head_we_never_had_is_seen_and_not_followed(tmp_path: Path) -> None:
    with rig(tmp_path / "a") as r, rig(tmp_path / "b") as other:
        r.ask(Verb.MESSAGE)
        assert not r.record.shown(b"no note", r.reader)
        other.ask(Verb.MESSAGE)
        assert not r.record.shown(other.note(), r.reader)
        assert r.record.shown(b"", r.reader)
        assert r.record.shown(r.note(), r.reader)


def test_a_record_that_lost_its_end_is_seen(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        r.ask(Verb.MESSAGE)
        r.ask(Verb.MESSAGE)
        note = r.note()
        teacher = r.teacher
        fresh = ConsoleLedger(tmp_path / "new.db", teacher.sign, teacher.public)
        own = r.record._own  # noqa: SLF001
        lost = Record(fresh, own, teacher.private, "5c" * 16, r.record._zone)  # noqa: SLF001
        assert not lost.shown(note, Reader(r.reader.peer, b""))
        lost.close()


def test_the_month_is_the_schools_month(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        last_night = datetime(2027, 3, 31, 22, 30, tzinfo=UTC)  # April in Brussels
        assert r.record.origin(KLASS, last_night).endswith("/2027-04")


def test_a_record_says_whether_it_works(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        assert r.record.is_readable()
        r.record.close()
        assert not r.record.is_readable()


def test_R34_the_laptop_or_the_dpo_may_order_and_no_teacher_can(
    tmp_path: Path,
) -> None:
    with rig(tmp_path) as made:
        command = made.ask(Verb.VIEW_START)
        opened = made.open(command, "view")
        made.keep(opened)
        origin, leaves = made.record.origin(KLASS, MONDAY), [0, 1]
        order = erasure.order_bytes(origin, leaves)
        dpo = Keys()

        def erased(sig: bytes) -> list[int]:
            return made.record.erase(leaves, sig, made.reader, dpo.public)

        assert erased(made.teacher.sign(order)) == []
        assert erased(made.laptop_key.sign(order + b"x")) == []
        assert len(made.record.copy_for(made.reader, 1, 9)) == 1
        assert erased(made.laptop_key.sign(order)) == leaves
        assert made.record.copy_for(made.reader, 1, 9) == []
        assert erased(dpo.sign(order)) == leaves
        assert made.record.page(bytes.fromhex(LESSON)) == []
        assert made.command_checks(command)
        kept = made.record.heads.orders(made.record.origin(KLASS, MONDAY))
        assert {sig for _, sig in kept} == {
            made.laptop_key.sign(order),
            dpo.sign(order),
        }  # a volume shows who asked


def test_R34_an_order_reaches_this_laptops_leaves_alone(tmp_path: Path) -> None:
    with rig(tmp_path) as made:
        made.ask(Verb.VIEW_START)
        other = replace(made.reader.peer, id=bytes(16), sign_pub=(key := Keys()).public)
        order = erasure.order_bytes(made.record.origin(KLASS, MONDAY), [0])
        reader = Reader(other, b"n" * 32)
        assert made.record.erase([0], key.sign(order), reader, b"") == []
        assert made.record.page(bytes.fromhex(LESSON))[0].body is not None


def test_the_readers_device_is_the_certificates(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        assert r.reader.device == DEVICE
        assert Keys().public != r.teacher.public
