# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips sealed to one laptop, so that nobody else reads who opted out.

HPKE base mode: X25519, HKDF-SHA256, ChaCha20-Poly1305, info `inzage/slip/v1`; sealed
bytes are the 32-byte encapsulated key followed by the ciphertext.
Source: docs/spec/documents.md, "Seal"; RFC 9180; docs/rights.md D01.
"""

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)

from consent.documents.signed import (
    Kind,
    SignedPaper,
    decode_signatures,
    encode_signatures,
)
from consent.errors import PaperError, SealError

INFO: Final = b"inzage/slip/v1"
BLOCK_BYTES: Final = 4_096
OVERHEAD_BYTES: Final = 32 + 16  # encapsulated key, tag
MOST_BYTES: Final = 16 * BLOCK_BYTES + OVERHEAD_BYTES

_LENGTH_BYTES: Final = 4
_SUITE: Final = hpke.Suite(
    hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305
)


def seal(seal_pub: bytes, plaintext: bytes) -> bytes:
    """Encrypt to the holder of one X25519 key."""
    return _SUITE.encrypt(plaintext, X25519PublicKey.from_public_bytes(seal_pub), INFO)


def open_sealed(seal_priv: X25519PrivateKey, data: bytes) -> bytes:
    """Decrypt what was sealed to this key.

    Raises:
        SealError: it was sealed to another key, or changed on the way.
    """
    if not OVERHEAD_BYTES <= len(data) <= MOST_BYTES:
        raise SealError(f"Sealed bytes of an impossible length: {len(data)}.")
    try:
        return _SUITE.decrypt(data, seal_priv, INFO)
    except (InvalidTag, ValueError) as error:
        raise SealError("These bytes were not sealed to this laptop.") from error


def blocks_for(paper: SignedPaper) -> int:
    """Count the 4 KiB blocks a slip needs; a school pads all its slips to the most."""
    return -(-len(_packed(paper)) // BLOCK_BYTES)


def seal_slip(paper: SignedPaper, seal_pub: bytes, *, blocks: int = 1) -> SignedPaper:
    """Seal a signed slip, padded so that its length says nothing.

    Raises:
        SealError: it needs more blocks.
    """
    packed = _packed(paper)
    room = blocks * BLOCK_BYTES
    if len(packed) > room:
        raise SealError(f"This slip needs {blocks_for(paper)} blocks, not {blocks}.")
    return SignedPaper(Kind.SLIP, seal(seal_pub, packed.ljust(room, b"\0")))


def open_slip(paper: SignedPaper, seal_priv: X25519PrivateKey) -> SignedPaper:
    """Open a sealed slip: its body and the signatures that lay inside.

    Raises:
        SealError: not for this laptop, or not a slip inside.
    """
    packed = open_sealed(seal_priv, paper.body)
    body, rest = _cut(packed)
    signatures, padding = _cut(rest)
    if len(packed) % BLOCK_BYTES or padding.strip(b"\0"):
        raise SealError("The padding of this slip is not zeros to a whole block.")
    try:
        return SignedPaper(Kind.SLIP, body, decode_signatures(signatures))
    except PaperError as error:
        raise SealError(str(error)) from error


def _packed(paper: SignedPaper) -> bytes:
    signatures = encode_signatures(paper.signatures)
    return b"".join(
        len(part).to_bytes(_LENGTH_BYTES, "big") + part
        for part in (paper.body, signatures)
    )


def _cut(packed: bytes) -> tuple[bytes, bytes]:
    length = int.from_bytes(packed[:_LENGTH_BYTES], "big")
    end = _LENGTH_BYTES + length
    if len(packed) < end:
        raise SealError("The slip inside is cut short.")
    return packed[_LENGTH_BYTES:end], packed[end:]
