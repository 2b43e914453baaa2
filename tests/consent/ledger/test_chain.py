# SPDX-License-Identifier: GPL-3.0-or-later
"""Salted commitments in a chain: what holds, what does not, what stays hidden."""

import hashlib
import hmac
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from consent.ledger import chain as chains
from consent.ledger.chain import Sealed
from consent.ledger.entry import Common, body_bytes
from consent.ledger.errors import ChainError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.pack_lines import decode_sealed
from tests.fakes.records import DEVICE, KLASS, LESSON, MONDAY, PUPIL, SCHOOL, Keys

ROOT = Path(__file__).parents[3]
VECTOR = ROOT / "tests" / "vectors" / "ledger" / "sealed.jsonl"
SPEC = ROOT / "docs" / "spec" / "ledger.md"
DEVICE_KEY = Keys()
SALT = bytes(range(32))


def a_body(chain: Chain = Chain.SHARED, seq: int = 1) -> bytes:
    common = Common(
        epoch=1,
        seq=seq,
        t=MONDAY,
        boot_ms=0,
        school=SCHOOL,
        klass=KLASS,
        lesson=LESSON,
        pupil=PUPIL,
        device=DEVICE,
        own="00" * 32,
    )
    if chain is Chain.OWN:
        return body_bytes(chain, Kind.ASKED, common, {"purpose": "view"})
    return body_bytes(chain, Kind.NOTE, common, {"about": 0, "text": "Dag."})


def a_line(chain: Chain = Chain.SHARED, seq: int = 1) -> Sealed:
    body = a_body(chain, seq)
    return chains.seal(chain, seq, body, SALT, bytes(32), DEVICE_KEY.sign)


def changed(line: Sealed, name: str, value: bytes | None) -> Sealed:
    fields: dict[str, Any] = {name: value}
    return replace(line, **fields)


def test_the_numbers_are_the_ones_of_the_specification() -> None:
    line = a_line()
    assert line.body is not None
    assert line.commitment == hmac.new(SALT, line.body, "sha256").digest()
    assert (
        line.head
        == hashlib.sha256(
            b"inzage/v1/head/shared\0" + bytes(32) + line.commitment
        ).digest()
    )
    DEVICE_KEY.private.public_key().verify(line.sig, b"inzage/v1/entry\0" + line.head)


def test_the_example_of_the_specification_is_what_we_seal() -> None:
    key = Keys(Ed25519PrivateKey.from_private_bytes(bytes(32)))
    vector = VECTOR.read_bytes().rstrip(b"\n")
    held = decode_sealed(Chain.SHARED, vector)
    assert held.body is not None
    made = chains.seal(Chain.SHARED, 7, held.body, SALT, bytes(32), key.sign)
    assert made == held
    page = SPEC.read_text(encoding="utf-8")
    for part in (made.commitment, made.head, made.sig[:32], made.sig[32:]):
        assert part.hex() in page


@pytest.mark.parametrize("chain", list(Chain))
def test_a_good_line_is_read(chain: Chain) -> None:
    entry = chains.check(a_line(chain), DEVICE_KEY.public)
    assert entry is not None
    assert entry.chain is chain


def test_a_line_of_the_wire_is_the_same_line() -> None:
    line = a_line()
    assert line.body is not None
    assert chains.received(1, line.body, SALT, line.prev, line.head, line.sig) == line


def test_the_two_chains_have_other_heads_for_the_same_commitment() -> None:
    both = {chains.head(chain, bytes(32), SALT) for chain in Chain}
    assert len(both) == 2


@pytest.mark.parametrize("name", ["body", "salt", "commitment", "prev", "head", "sig"])
@given(at=st.integers(0, 10_000), change=st.integers(1, 255))
def test_R33_any_changed_byte_is_found(name: str, at: int, change: int) -> None:
    line = a_line()
    held = bytearray(getattr(line, name))
    held[at % len(held)] ^= change
    with pytest.raises(ChainError):
        chains.check(changed(line, name, bytes(held)), DEVICE_KEY.public)


def test_another_laptops_signature_is_found() -> None:
    with pytest.raises(ChainError, match="not signed by this laptop"):
        chains.check(a_line(), Keys().public)
    with pytest.raises(ChainError, match="not signed by this laptop"):
        chains.check(a_line(), b"no key")


def test_a_line_in_another_place_is_found() -> None:
    with pytest.raises(ChainError, match="another place"):
        chains.check(replace(a_line(), seq=2), DEVICE_KEY.public)
    moved = chains.seal(Chain.OWN, 1, a_body(), SALT, bytes(32), DEVICE_KEY.sign)
    with pytest.raises(ChainError, match="another place"):
        chains.check(moved, DEVICE_KEY.public)


def test_a_signed_body_outside_the_closed_list_is_found() -> None:
    line = chains.seal(Chain.SHARED, 1, b"{}", SALT, bytes(32), DEVICE_KEY.sign)
    with pytest.raises(ChainError, match="no such kind"):
        chains.check(line, DEVICE_KEY.public)


def test_R34_an_erased_line_still_holds_and_says_nothing() -> None:
    line = replace(a_line(), body=None, salt=None)
    assert line.is_erased
    assert not a_line().is_erased
    assert chains.check(line, DEVICE_KEY.public) is None


@pytest.mark.parametrize("name", ["body", "salt"])
def test_half_an_erasure_is_found(name: str) -> None:
    with pytest.raises(ChainError, match="half"):
        chains.check(changed(a_line(), name, None), DEVICE_KEY.public)


def test_R36_without_the_salt_a_right_guess_of_the_text_does_not_show() -> None:
    line = a_line()
    assert line.body is not None
    guesses = {hashlib.sha256(line.body).digest()} | {
        chains.commit(salt, line.body)
        for salt in (b"", bytes(32), line.prev, line.head, line.commitment)
    }
    assert line.commitment not in guesses


def test_what_a_shared_line_says_of_own_changes_when_own_does_not() -> None:
    own_head = bytes(range(32))
    said = {chains.own_commitment(bytes([n]) * 32, own_head) for n in range(9)}
    assert len(said) == 9
