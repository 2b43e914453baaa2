# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.signed: a signature serves one kind, one body, one key."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import signed
from consent.documents.signed import Kind, Signature, SignedPaper, Signer
from consent.errors import PaperError

KEY = Ed25519PrivateKey.from_private_bytes(b"\x01" * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(b"\x02" * 32)
BODY = b'{"type":"class","v":1}'
MADE = signed.sign(Kind.CLASS, BODY, Signer.OFFICE, KEY)
PUBLIC = signed.public_bytes(KEY)


def test_a_signature_checks_with_its_key() -> None:
    assert signed.checks(Kind.CLASS, BODY, MADE, PUBLIC)
    assert MADE.key == hashlib.sha256(PUBLIC).hexdigest()


def test_the_context_is_in_what_is_signed() -> None:
    assert signed.signed_bytes(Kind.SLIP, b"x") == b"inzage/slip/v1\0x"
    KEY.public_key().verify(bytes.fromhex(MADE.sig), b"inzage/class/v1\0" + BODY)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CLASS])
def test_P08_a_signature_of_one_kind_serves_no_other(kind: Kind) -> None:
    assert not signed.checks(kind, BODY, MADE, PUBLIC)


def test_P08_another_byte_or_key_does_not_check() -> None:
    assert not signed.checks(Kind.CLASS, BODY + b" ", MADE, PUBLIC)
    assert not signed.checks(Kind.CLASS, BODY, MADE, signed.public_bytes(OTHER))
    lent = Signature(
        by=MADE.by, key=signed.key_hash(signed.public_bytes(OTHER)), sig=MADE.sig
    )
    assert not signed.checks(Kind.CLASS, BODY, lent, signed.public_bytes(OTHER))


def test_bytes_that_are_no_key_check_nothing() -> None:
    odd = Signature(by=MADE.by, key=signed.key_hash(b"short"), sig=MADE.sig)
    assert not signed.checks(Kind.CLASS, BODY, odd, b"short")


def test_a_signature_file_reads_back() -> None:
    both = (MADE, signed.sign(Kind.CLASS, BODY, Signer.DPO, OTHER))
    assert signed.decode_signatures(signed.encode_signatures(both)) == both
    assert signed.decode_signatures(b'{"sigs":[]}') == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b'{"sigs":[1]}',
        b'{"sigs": []}',
        b'{"other":1,"sigs":[]}',
        signed.encode_signatures((MADE,) * 4),
        signed.encode_signatures((MADE,)).replace(b"office", b"boss"),
        signed.encode_signatures((MADE,)).replace(b'"sig":"', b'"sig":"A'),
        b" " * 4097,
    ],
)
def test_a_signature_file_of_another_shape_is_refused(data: bytes) -> None:
    with pytest.raises(PaperError):
        signed.decode_signatures(data)


def test_a_paper_is_named_by_its_bytes() -> None:
    paper = SignedPaper(Kind.CLASS, BODY, (MADE,))
    assert paper.sha256 == hashlib.sha256(BODY).hexdigest()


def test_a_signature_that_names_another_key_does_not_check() -> None:
    misnamed = Signature(by=MADE.by, key="0" * 64, sig=MADE.sig)
    assert not signed.checks(Kind.CLASS, BODY, misnamed, PUBLIC)


def test_a_signature_file_has_4096_bytes_at_most() -> None:
    with pytest.raises(PaperError, match="more than 4096"):
        signed.decode_signatures(b" " * 4097)
    with pytest.raises(PaperError, match="cannot be read"):
        signed.decode_signatures(b" " * 4096)
