# SPDX-License-Identifier: GPL-3.0-or-later
r"""Detached Ed25519 signatures over a document's exact bytes.

What is signed is `"inzage/<kind>/v1\0" || body`; the body is kept as bytes and never
made again. Source: docs/spec/documents.md, "Signatures"; RFC 8032.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from consent.documents import canonical
from consent.errors import CanonicalError, PaperError

MOST_SIGNATURES: Final = 3
MOST_SIGNATURE_FILE_BYTES: Final = 4_096


class Kind(StrEnum):
    """The documents there are; the value is what the signature's context names."""

    TRUST = "trust"
    CHARTER = "charter"
    CLASS = "class"
    ROSTER = "roster"
    SLIP = "slip"
    SET = "set"
    REVOCATIONS = "revocations"
    WIDENING = "widening"


class Signer(StrEnum):
    """The roles whose keys sign documents."""

    ROOT = "root"
    OFFICE = "office"
    FRESH = "fresh"
    DPO = "dpo"


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One signature. `by` is a claim; only the key in `trust` makes it true."""

    by: Signer
    key: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    sig: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{128}$")]


class _Signatures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sigs: Annotated[tuple[Signature, ...], msgspec.Meta(max_length=MOST_SIGNATURES)]


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """A document as it travels: kind, exact bytes, signatures.

    A sealed slip travels as its sealed bytes, its signatures inside the seal.
    """

    kind: Kind
    body: bytes
    signatures: tuple[Signature, ...] = ()

    @property
    def sha256(self) -> str:
        """What a `set` names: the hash of the bytes, in hex."""
        return _sha256_hex(self.body)


@lru_cache(maxsize=32)  # every decision compares the papers held with their set
def _sha256_hex(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def key_hash(public_raw: bytes) -> str:
    """Name a public key by the SHA-256 of its 32 bytes, in hex."""
    return hashlib.sha256(public_raw).hexdigest()


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """Give the 32 bytes of a private key's public half."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def signed_bytes(kind: Kind, body: bytes) -> bytes:
    """Put the context before the body, so no signature serves two kinds."""
    return f"inzage/{kind}/v1\0".encode("ascii") + body


def sign(kind: Kind, body: bytes, by: Signer, key: Ed25519PrivateKey) -> Signature:
    """Sign a document's bytes in one role."""
    made = key.sign(signed_bytes(kind, body))
    return Signature(by=by, key=key_hash(public_bytes(key)), sig=made.hex())


def checks(kind: Kind, body: bytes, signature: Signature, public_raw: bytes) -> bool:
    """Say whether this key made this signature over this document."""
    if signature.key != key_hash(public_raw):
        return False
    try:
        key = Ed25519PublicKey.from_public_bytes(public_raw)
        key.verify(bytes.fromhex(signature.sig), signed_bytes(kind, body))
    except (InvalidSignature, ValueError):
        return False
    return True


def encode_signatures(signatures: tuple[Signature, ...]) -> bytes:
    """Write NAME.sig."""
    return canonical.encode(msgspec.to_builtins(_Signatures(sigs=signatures)))


def decode_signatures(data: bytes) -> tuple[Signature, ...]:
    """Read NAME.sig.

    Raises:
        PaperError: it is too long, not canonical, or holds something else.
    """
    if len(data) > MOST_SIGNATURE_FILE_BYTES:
        raise PaperError(f"Signatures of more than {MOST_SIGNATURE_FILE_BYTES} bytes.")
    try:
        return msgspec.convert(canonical.decode(data), _Signatures).sigs
    except (CanonicalError, msgspec.ValidationError) as error:
        raise PaperError(f"The signatures cannot be read: {error}") from error
