# SPDX-License-Identifier: GPL-3.0-or-later
"""A signed head of a teacher's tree, as plain text: origin, size, root, signature.

The text is C2SP's tlog-checkpoint inside a signed-note; any tool of that family reads
it. Exactly one signature, no extension lines, and only the one way to write it.

Source: C2SP tlog-checkpoint.md and signed-note.md; docs/spec/ledger.md "Checkpoint".
"""

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from consent.ledger.chain import HASH_BYTES, is_signed
from consent.ledger.errors import CheckpointError

MOST_BYTES: Final = 1_024
ED25519: Final = b"\x01"
KEY_HASH_BYTES: Final = 4
SIG_BYTES: Final = 64

_ORIGIN: Final = re.compile(
    r"inzage/[0-9a-f]{32}/[0-9a-f]{32}/[0-9a-f]{32}/\d{4}-(0[1-9]|1[0-2])"
)
_SIZE: Final = re.compile(r"0|[1-9]\d{0,15}")
_SIZE_MAX: Final = 2**53 - 1
_LINES: Final = 6  # origin, size, root, nothing, signature, nothing


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How long a tree is and what its root is."""

    origin: str
    size: int
    root: bytes


def origin(school: str, klass: str, teacher: str, month: str) -> str:
    """Name a tree: one for each class, teacher and month. Ids are hex, month yyyy-mm.

    Raises:
        CheckpointError: a part is not of its form.
    """
    named = f"inzage/{school}/{klass}/{teacher}/{month}"
    if not _ORIGIN.fullmatch(named):
        raise CheckpointError("A tree's name is inzage/school/class/teacher/yyyy-mm.")
    return named


def note_text(point: Checkpoint) -> bytes:
    """Write the three lines that are signed."""
    root = base64.b64encode(point.root).decode("ascii")
    return f"{point.origin}\n{point.size}\n{root}\n".encode("ascii")


def encode_signed(
    point: Checkpoint, sign: Callable[[bytes], bytes], public_key: bytes
) -> bytes:
    """Write and sign a checkpoint; the key's name is the origin."""
    text = note_text(point)
    return _signed(text, point.origin, public_key, sign(text))


def parse_signed(note: bytes, public_key: bytes) -> Checkpoint:
    """Read a checkpoint and check that this key signed it.

    Raises:
        CheckpointError: another form, another key, or not signed by it.
    """
    point, sig = _parse(note)
    text = note_text(point)
    if note != _signed(text, point.origin, public_key, sig):
        raise CheckpointError("A checkpoint is not in its one form, or of another key.")
    if not is_signed(text, sig, public_key):
        raise CheckpointError("A checkpoint is not signed by this teacher's key.")
    return point


def parse_unchecked(note: bytes) -> Checkpoint:
    """Read a checkpoint whose key is not known yet: a claim, no more.

    Raises:
        CheckpointError: it is not in a checkpoint's form.
    """
    return _parse(note)[0]


def key_hash(name: str, public_key: bytes) -> bytes:
    """Give signed-note's four bytes that point at a key; they prove nothing."""
    named = name.encode("ascii") + b"\n" + ED25519 + public_key
    return hashlib.sha256(named).digest()[:KEY_HASH_BYTES]


def _signed(text: bytes, name: str, public_key: bytes, sig: bytes) -> bytes:
    stamp = base64.b64encode(key_hash(name, public_key) + sig)
    return text + b"\n\xe2\x80\x94 " + name.encode("ascii") + b" " + stamp + b"\n"


def _parse(note: bytes) -> tuple[Checkpoint, bytes]:
    if len(note) > MOST_BYTES:
        raise CheckpointError(f"A checkpoint has more than {MOST_BYTES} bytes.")
    try:
        lines = note.decode("utf-8").split("\n")
        name, size, root = lines[:3]
        dash, signer, stamp = lines[4].split(" ")
        point = Checkpoint(name, _size(size), base64.b64decode(root, validate=True))
        stamped = base64.b64decode(stamp, validate=True)
    except (ValueError, IndexError) as error:
        raise CheckpointError("A checkpoint is not in its one form.") from error
    whole = (len(lines), lines[3], lines[-1], dash, signer)
    if whole != (_LINES, "", "", "\N{EM DASH}", name) or not _fits(point, stamped):
        raise CheckpointError("A checkpoint is not in its one form.")
    return point, stamped[KEY_HASH_BYTES:]


def _size(text: str) -> int:
    if not _SIZE.fullmatch(text) or int(text) > _SIZE_MAX:
        raise ValueError("not a size")
    return int(text)


def _fits(point: Checkpoint, stamped: bytes) -> bool:
    return (
        _ORIGIN.fullmatch(point.origin) is not None
        and len(point.root) == HASH_BYTES
        and len(stamped) == KEY_HASH_BYTES + SIG_BYTES
    )
