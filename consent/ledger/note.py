# SPDX-License-Identifier: GPL-3.0-or-later
"""A text with one Ed25519 signature under it, as C2SP's signed-note writes it.

Text, an empty line, then an em dash, the key's name, and four bytes that point at the
key before the signature, in base64. Any tool of that family reads it.

Source: C2SP signed-note.md "Format", "Signatures"; docs/spec/ledger.md "Checkpoint".
"""

import base64
import hashlib
from typing import Final

from consent.ledger.errors import CheckpointError

ED25519: Final = b"\x01"  # the signature type
KEY_ID_BYTES: Final = 4
SIG_BYTES: Final = 64

_FORM: Final = "A signed head is not in its one form."


def key_id(name: str, public_key: bytes) -> bytes:
    """Give the four bytes that point at a key; they prove nothing."""
    named = name.encode("utf-8") + b"\n" + ED25519 + public_key
    return hashlib.sha256(named).digest()[:KEY_ID_BYTES]


def signed(text: bytes, name: str, public_key: bytes, sig: bytes) -> bytes:
    """Put the signature line under a text that ends in a newline."""
    return _joined(text, name, key_id(name, public_key) + sig)


def split(note: bytes) -> tuple[bytes, str, bytes]:
    """Take a note with one signature apart: its text, the key's name, the signature.

    Nothing is checked but the form: there is one way to write a note.

    Raises:
        CheckpointError: another form, or another number of signatures.
    """
    body, empty, line = note.rpartition(b"\n\n")
    try:
        _, name, stamp = line.decode("utf-8").rstrip("\n").split(" ")
        stamped = base64.b64decode(stamp, validate=True)
        text = body.decode("utf-8") + "\n"
    except ValueError as error:
        raise CheckpointError(_FORM) from error
    whole = bool(empty) and _is_plain(text) and _is_name(name)
    if not whole or len(stamped) != KEY_ID_BYTES + SIG_BYTES:
        raise CheckpointError(_FORM)
    if note != _joined(text.encode(), name, stamped):
        raise CheckpointError(_FORM)
    return text.encode(), name, stamped[KEY_ID_BYTES:]


def _joined(text: bytes, name: str, stamped: bytes) -> bytes:
    stamp = base64.b64encode(stamped).decode("ascii")
    return text + f"\n\N{EM DASH} {name} {stamp}\n".encode()


def _is_plain(text: str) -> bool:
    return all(one >= " " or one == "\n" for one in text)


def _is_name(name: str) -> bool:
    return name.split() == [name] and "+" not in name
