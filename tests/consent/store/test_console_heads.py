# SPDX-License-Identifier: GPL-3.0-or-later
"""A console keeps what others showed it: few heads, and every pair that differs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from consent.ledger.checkpoint import Checkpoint, encode_signed
from consent.store.console_heads import KEPT_OF_A_TREE, ConsoleHeads
from consent.store.console_ledger import ConsoleLedger
from consent.store.console_schema import FORMS
from consent.store.sqlite_file import SqliteFile
from tests.fakes.records import KLASS, ORIGIN, SCHOOL, Keys, console

KEY = Keys()


@pytest.fixture
def book(tmp_path: Path) -> Iterator[ConsoleLedger]:
    made = console(tmp_path, KEY)
    yield made
    made.close()


@pytest.fixture
def heads(book: ConsoleLedger) -> ConsoleHeads:
    return book.heads


def note(size: int, root: int = 1, origin: str = ORIGIN) -> bytes:
    point = Checkpoint(origin, size, bytes([root]) * 32)
    return encode_signed(point, KEY.sign, KEY.public)


def test_a_head_is_kept_once_and_given_with_its_certificate(
    heads: ConsoleHeads,
) -> None:
    assert not heads.keep(note(3), b"der")
    assert not heads.keep(note(3), b"another")
    assert heads.of_class(SCHOOL, KLASS) == [(note(3), b"der")]
    assert heads.of_class(SCHOOL, "ab" * 16) == []


def test_R33_D11_two_heads_of_one_size_contradict_each_other(
    heads: ConsoleHeads,
) -> None:
    assert not heads.keep(note(3), b"der")
    assert not heads.keep(note(4, 2), b"der")
    assert heads.keep(note(3, 2), b"der")
    assert heads.keep(note(3), b"der")  # whoever shows it again


def test_few_heads_of_a_tree_stay_and_every_pair_that_differs(
    heads: ConsoleHeads,
) -> None:
    heads.keep(note(1), b"der")
    heads.keep(note(1, 2), b"der")
    for size in range(2, 40):
        heads.keep(note(size), b"der")
    kept = [held for held, _ in heads.of_class(SCHOOL, KLASS)]
    newest = [note(size) for size in range(39, 39 - KEPT_OF_A_TREE, -1)]
    assert kept == [*newest, note(1, 2), note(1)]


def test_old_months_are_forgotten(heads: ConsoleHeads) -> None:
    old = ORIGIN.replace("2027-03", "2027-02")
    heads.keep(note(1, origin=old), b"der")
    heads.keep(note(1), b"der")
    heads.drop_before("2027-03")
    assert [held for held, _ in heads.of_class(SCHOOL, KLASS)] == [note(1)]


def test_certificates_are_kept_once_and_given_by_holder(heads: ConsoleHeads) -> None:
    heads.remember("64" * 32, "de" * 16, b"der")
    heads.remember("64" * 32, "de" * 16, b"der")
    heads.remember("65" * 32, "df" * 16, b"other")
    assert heads.certificates({"de" * 16}) == {"64" * 32: b"der"}


def test_orders_that_were_carried_out_are_kept_by_tree(heads: ConsoleHeads) -> None:
    heads.keep_order(ORIGIN, b"[1,2]", b"sig")
    heads.keep_order(ORIGIN, b"[1,2]", b"sig")
    assert heads.orders(ORIGIN) == [(b"[1,2]", b"sig")]
    assert heads.orders(ORIGIN.replace("2027-03", "2027-04")) == []


def test_a_ledger_of_the_first_form_is_brought_up_to_date(tmp_path: Path) -> None:
    SqliteFile(tmp_path / "console.db", FORMS[:1]).close()
    book = console(tmp_path, KEY)
    assert not book.heads.keep(note(3), b"der")
    book.close()
