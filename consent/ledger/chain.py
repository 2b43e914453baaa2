# SPDX-License-Identifier: GPL-3.0-or-later
"""A chain of salted commitments, each head signed by the laptop.

A line can lose its text and its salt and the chain still holds: the commitment stays,
and without the salt nobody can guess the text back.

Source: docs/spec/ledger.md "Chain"; RFC 2104; RFC 8032.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.errors import ChainError, EntryError
from consent.ledger.kinds import Chain

SALT_BYTES: Final = 32
HASH_BYTES: Final = 32
ENTRY_CONTEXT: Final = b"inzage/v1/entry\0"
SHARED_GENESIS: Final = bytes(HASH_BYTES)
"""What the first shared line follows. `own` starts at 32 random bytes instead: a line
of `shared` commits to the head of `own`, and a known start could be guessed."""

Sign = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Sealed:
    """One line in its place: what was written, what it follows, who signed it.

    body and salt are None after erasure; all else stays.
    """

    chain: Chain
    seq: int
    body: bytes | None
    salt: bytes | None
    commitment: bytes
    prev: bytes
    head: bytes
    sig: bytes

    @property
    def is_erased(self) -> bool:
        """Say whether the text of this line was deleted."""
        return self.body is None


def commit(salt: bytes, body: bytes) -> bytes:
    """Give the commitment that stands for a body in chains and trees."""
    return hmac.digest(salt, body, "sha256")


def head(chain: Chain, prev: bytes, commitment: bytes) -> bytes:
    """Give the head of a chain after one more commitment."""
    return hashlib.sha256(
        f"inzage/v1/head/{chain}\0".encode("ascii") + prev + commitment
    ).digest()


def own_commitment(salt: bytes, own_head: bytes) -> str:
    """Give what a shared line says of `own`: nothing, to who does not hold `own`."""
    return commit(salt, own_head).hex()


def seal(
    chain: Chain, seq: int, body: bytes, salt: bytes, prev: bytes, sign: Sign
) -> Sealed:
    """Put a body in its place in a chain and sign the new head."""
    commitment = commit(salt, body)
    new_head = head(chain, prev, commitment)
    return Sealed(
        chain,
        seq,
        body,
        salt,
        commitment,
        prev,
        new_head,
        sign(ENTRY_CONTEXT + new_head),
    )


def received(
    seq: int, body: bytes, salt: bytes, prev: bytes, head_: bytes, sig: bytes
) -> Sealed:
    """Take a shared line as it came over the wire; check() says whether it holds."""
    return Sealed(Chain.SHARED, seq, body, salt, commit(salt, body), prev, head_, sig)


def check(line: Sealed, device_key: bytes) -> EntryBody | None:
    """Check one line by itself: commitment, head, signature, place, closed list.

    Returns:
        What it says, or None when its text was erased.

    Raises:
        ChainError: it is not what the laptop signed.
    """
    if (line.body is None) != (line.salt is None):
        raise ChainError("A line has lost only half of its text.")
    if line.head != head(line.chain, line.prev, line.commitment):
        raise ChainError("A line's head does not follow from the line before it.")
    if not is_signed(ENTRY_CONTEXT + line.head, line.sig, device_key):
        raise ChainError("A line is not signed by this laptop.")
    if line.body is None or line.salt is None:
        return None
    if line.commitment != commit(line.salt, line.body):
        raise ChainError("A line's text is not the text that was signed.")
    return _placed(line, line.body)


def is_signed(message: bytes, sig: bytes, public_key: bytes) -> bool:
    """Say whether this raw Ed25519 key signed this message."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(sig, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _placed(line: Sealed, body: bytes) -> EntryBody:
    try:
        entry = parse_body(body)
    except EntryError as error:
        raise ChainError(str(error)) from error
    if entry.chain is not line.chain or entry.common.seq != line.seq:
        raise ChainError("A line stands in another place than it says.")
    return entry
