# SPDX-License-Identifier: GPL-3.0-or-later
"""Every line of a pack reads back as it was, and is refused in any other form."""

from dataclasses import replace
from pathlib import Path

import pytest

from consent.documents import canonical
from consent.ledger import pack_lines as lines
from consent.ledger.chain import Sealed
from consent.ledger.kinds import Chain
from consent.ledger.pack_lines import (
    CommandProof,
    CopySeen,
    Fork,
    GivenBack,
    LineProof,
    PackLineError,
    ProofLine,
)
from consent.ledger.receipt import Growth, Proof
from tests.consent.ledger.test_checkpoint import NOTE

VECTOR = Path(__file__).parents[2] / "vectors" / "ledger" / "proofs.jsonl"
NOTES = {lines.note_hash(NOTE): NOTE}
PROOF = Proof(7, NOTE, (b"a" * 32, b"b" * 32), 0, ())
PROOFS: list[ProofLine] = [
    Growth(NOTE, 3, (b"c" * 32,)),
    CommandProof(1, b"s" * 32, PROOF),
    LineProof(1, PROOF),
    Fork(NOTE),
    CopySeen(1, 7, b"d" * 32),
    GivenBack(
        Sealed(
            Chain.SHARED,
            1,
            b"{}",
            b"s" * 32,
            b"c" * 32,
            b"p" * 32,
            b"h" * 32,
            b"g" * 64,
        ),
        "mevr. Peeters",
    ),
]
SEALED = Sealed(
    Chain.OWN,
    3,
    '{"text":"dag é \\"x\\""}'.encode(),
    b"s" * 32,
    b"c" * 32,
    b"p" * 32,
    b"h" * 32,
    b"g" * 64,
)


def test_the_examples_of_the_specification_are_what_we_write() -> None:
    written = lines.joined(lines.encode_proof(line) for line in PROOFS)
    assert VECTOR.read_bytes() == written
    page = Path(__file__).parents[3] / "docs" / "spec" / "pack.md"
    assert VECTOR.read_text(encoding="ascii") in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("line", PROOFS, ids=lambda line: type(line).__name__)
def test_a_proof_reads_back(line: ProofLine) -> None:
    assert lines.decode_proof(lines.encode_proof(line), NOTES) == line


@pytest.mark.parametrize("line", [SEALED, replace(SEALED, body=None, salt=None)])
def test_a_chain_line_reads_back(line: Sealed) -> None:
    assert lines.decode_sealed(Chain.OWN, lines.encode_sealed(line)) == line


@pytest.mark.parametrize("line", PROOFS, ids=lambda line: type(line).__name__)
def test_every_field_of_a_proof_is_needed(line: ProofLine) -> None:
    whole = canonical.decode(lines.encode_proof(line))
    assert isinstance(whole, dict)
    for name in whole:
        rest = {key: value for key, value in whole.items() if key != name}
        with pytest.raises(PackLineError):
            lines.decode_proof(canonical.encode(rest), NOTES)
        if isinstance(line, GivenBack) and name in {"body", "salt"}:
            continue  # null once it is erased
        with pytest.raises(PackLineError):
            lines.decode_proof(canonical.encode(whole | {name: None}), NOTES)
    with pytest.raises(PackLineError):
        lines.decode_proof(canonical.encode(whole | {"extra": 1}), NOTES)


def test_every_field_of_a_chain_line_is_checked() -> None:
    whole = canonical.decode(lines.encode_sealed(SEALED))
    assert isinstance(whole, dict)
    for name in whole:
        changed = canonical.encode(whole | {name: True})
        with pytest.raises(PackLineError):
            lines.decode_sealed(Chain.OWN, changed)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"type":"other"}', b"\xff"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(PackLineError):
        lines.decode_proof(data, NOTES)
    with pytest.raises(PackLineError):
        lines.decode_sealed(Chain.OWN, data)


def test_a_proof_of_a_head_that_is_not_there_is_refused() -> None:
    with pytest.raises(PackLineError, match="not there"):
        lines.decode_proof(lines.encode_proof(PROOFS[0]), {})


def test_hashes_are_a_list_of_hashes() -> None:
    whole = canonical.decode(lines.encode_proof(PROOFS[2]))
    assert isinstance(whole, dict)
    for wrong in ("ab", ["ab"], [1]):
        changed = canonical.encode(whole | {"inclusion": wrong})
        with pytest.raises(PackLineError):
            lines.decode_proof(changed, NOTES)


def test_heads_stand_below_each_other() -> None:
    assert lines.split_notes(b"") == {}
    assert lines.split_notes(NOTE) == NOTES
    assert lines.split_notes(NOTE + NOTE) == NOTES
    for wrong in (NOTE[:-1], NOTE + b"\n", b"x"):
        with pytest.raises(PackLineError):
            lines.split_notes(wrong)


def test_lines_have_an_end() -> None:
    assert lines.split_lines(b"") == []
    assert lines.split_lines(b"a\nb\n") == [b"a", b"b"]
    with pytest.raises(PackLineError):
        lines.split_lines(b"a\nb")
