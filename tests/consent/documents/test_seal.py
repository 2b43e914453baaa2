# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.seal: only one laptop reads a slip, and its length says nothing."""

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from consent.documents import seal
from consent.documents.signed import Kind, SignedPaper
from consent.errors import SealError
from tests.fakes.school import make_school

KEY = X25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


def test_what_is_sealed_opens_with_the_key_alone() -> None:
    sealed = seal.seal(PUBLIC, b"a slip")
    assert seal.open_sealed(KEY, sealed) == b"a slip"
    assert seal.seal(PUBLIC, b"a slip") != sealed
    with pytest.raises(SealError):
        seal.open_sealed(X25519PrivateKey.generate(), sealed)


@pytest.mark.parametrize("at", [0, 31, 32, 40, -1])
def test_a_changed_byte_is_seen(at: int) -> None:
    sealed = bytearray(seal.seal(PUBLIC, b"a slip"))
    sealed[at] ^= 1
    with pytest.raises(SealError):
        seal.open_sealed(KEY, bytes(sealed))


@pytest.mark.parametrize("length", [0, 47, seal.MOST_BYTES + 1])
def test_impossible_lengths_are_refused(length: int) -> None:
    with pytest.raises(SealError, match="length"):
        seal.open_sealed(KEY, b"\0" * length)


def _labeled(label: bytes, ikm: bytes, suite: bytes) -> bytes:
    return b"HPKE-v1" + suite + label + ikm


def _expand(key: bytes, label: bytes, info: bytes, length: int, suite: bytes) -> bytes:
    full = length.to_bytes(2, "big") + _labeled(label, info, suite)
    return HKDFExpand(SHA256(), length, full).derive(key)


def _extract(salt: bytes, label: bytes, ikm: bytes, suite: bytes) -> bytes:
    return HKDF.extract(SHA256(), salt or b"\0" * 32, _labeled(label, ikm, suite))


def test_the_bytes_are_rfc_9180_base_mode() -> None:
    """Open it by hand, by the RFC's own steps (4.1, 5.1), not by our library."""
    sealed = seal.seal(PUBLIC, b"a slip")
    enc, ciphertext = sealed[:32], sealed[32:]
    kem = b"KEM\x00\x20"
    dh = KEY.exchange(X25519PublicKey.from_public_bytes(enc))
    prk = _extract(b"", b"eae_prk", dh, kem)
    secret = _expand(prk, b"shared_secret", enc + PUBLIC, 32, kem)
    suite = b"HPKE\x00\x20\x00\x01\x00\x03"
    context = (
        b"\0"
        + _extract(b"", b"psk_id_hash", b"", suite)
        + _extract(b"", b"info_hash", seal.INFO, suite)
    )
    root = _extract(secret, b"secret", b"", suite)
    key = _expand(root, b"key", context, 32, suite)
    nonce = _expand(root, b"base_nonce", context, 12, suite)
    assert ChaCha20Poly1305(key).decrypt(nonce, ciphertext, b"") == b"a slip"
    with pytest.raises(InvalidTag):
        ChaCha20Poly1305(key).decrypt(nonce, ciphertext, b"other")


def test_D01_every_sealed_slip_has_one_length() -> None:
    school = make_school()
    plain = school.signed(school.slips[0])
    widened = school.changed(
        slip={
            "opt_outs": ("overview",),
            "guardian": (school.widening("view"), school.widening("show")),
        }
    )
    full = widened.signed(widened.slips[0])
    blocks = max(seal.blocks_for(plain), seal.blocks_for(full))
    lengths = {
        len(seal.seal_slip(paper, PUBLIC, blocks=blocks).body)
        for paper in (plain, full)
    }
    assert lengths == {blocks * 4096 + seal.OVERHEAD_BYTES}


def test_a_slip_comes_out_as_it_went_in() -> None:
    school = make_school()
    paper = school.signed(school.slips[0])
    sealed = seal.seal_slip(paper, PUBLIC)
    assert sealed.kind is Kind.SLIP
    assert sealed.signatures == ()
    assert seal.open_slip(sealed, KEY) == paper


def test_a_slip_that_needs_more_room_says_how_much() -> None:
    paper = SignedPaper(Kind.SLIP, b"x" * 5000)
    with pytest.raises(SealError, match="needs 2 blocks, not 1"):
        seal.seal_slip(paper, PUBLIC)


@pytest.mark.parametrize(
    "inside",
    [
        b"\0" * 4095,
        b"\0\0\xff\xff" + b"\0" * 4092,
        b"\0\0\0\1x" + b"\0\0\0\2{}" + b"\0" * 4085,
        b"\0\0\0\1x" + b"\0\0\0\x0b" + b'{"sigs":[]}' + b"\1" * (4096 - 20),
    ],
    ids=["no whole block", "cut short", "no signatures", "padding that is not zero"],
)
def test_what_is_no_slip_inside_is_refused(inside: bytes) -> None:
    paper = SignedPaper(Kind.SLIP, seal.seal(PUBLIC, inside))
    with pytest.raises(SealError):
        seal.open_slip(paper, KEY)


NO_SIGNATURES = b'\0\0\0\x0b{"sigs":[]}'


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (b"\0\0\0\1x" + NO_SIGNATURES, "whole block"),
        (b"\0\0\xff\xff" + b"\0" * 4092, "cut short"),
    ],
)
def test_a_slip_inside_is_whole_and_padded(inside: bytes, words: str) -> None:
    paper = SignedPaper(Kind.SLIP, seal.seal(PUBLIC, inside))
    with pytest.raises(SealError, match=words):
        seal.open_slip(paper, KEY)


def test_a_slip_may_fill_its_block_to_the_last_byte() -> None:
    room = seal.BLOCK_BYTES - len(NO_SIGNATURES) - 4
    full = SignedPaper(Kind.SLIP, b"x" * room)
    assert seal.open_slip(seal.seal_slip(full, PUBLIC), KEY) == full
    with pytest.raises(SealError, match="needs 2 blocks"):
        seal.seal_slip(SignedPaper(Kind.SLIP, b"x" * (room + 1)), PUBLIC)
