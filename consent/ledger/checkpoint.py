# SPDX-License-Identifier: GPL-3.0-or-later
"""A signed head of a teacher's tree, as plain text: origin, size, root, signature.

The text is C2SP's tlog-checkpoint inside a signed-note; any tool of that family reads
it. Exactly one signature, no extension lines, and only the one way to write it.

Source: C2SP tlog-checkpoint.md and signed-note.md; docs/spec/ledger.md "Checkpoint".
"""

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from consent.ledger import note as notes
from consent.ledger.chain import HASH_BYTES, is_signed
from consent.ledger.errors import CheckpointError

MOST_BYTES: Final = 1_024

_ORIGIN: Final = re.compile(
    r"inzage/[0-9a-f]{32}/[0-9a-f]{32}/[0-9a-f]{32}/\d{4}-(0[1-9]|1[0-2])"
)
_SIZE: Final = re.compile(r"0|[1-9]\d{0,15}")
_SIZE_MAX: Final = 2**53 - 1


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
    if not is_origin(named):
        raise CheckpointError("A tree's name is inzage/school/class/teacher/yyyy-mm.")
    return named


def is_origin(text: str) -> bool:
    """Say whether a text is the name of a tree."""
    return _ORIGIN.fullmatch(text) is not None


def note_text(point: Checkpoint) -> bytes:
    """Write the three lines that are signed."""
    root = base64.b64encode(point.root).decode("ascii")
    return f"{point.origin}\n{point.size}\n{root}\n".encode("ascii")


def encode_signed(
    point: Checkpoint, sign: Callable[[bytes], bytes], public_key: bytes
) -> bytes:
    """Write and sign a checkpoint; the key's name is the origin."""
    text = note_text(point)
    return notes.signed(text, point.origin, public_key, sign(text))


def parse_signed(note: bytes, public_key: bytes) -> Checkpoint:
    """Read a checkpoint and check that this key signed it.

    Raises:
        CheckpointError: another form, another key, or not signed by it.
    """
    point, sig = _parse(note)
    text = note_text(point)
    if note != notes.signed(text, point.origin, public_key, sig):
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


def _parse(note: bytes) -> tuple[Checkpoint, bytes]:
    if len(note) > MOST_BYTES:
        raise CheckpointError(f"A checkpoint has more than {MOST_BYTES} bytes.")
    text, signer, sig = notes.split(note)
    try:
        name, size, root = text.decode("ascii").removesuffix("\n").split("\n")
        point = Checkpoint(name, _size(size), base64.b64decode(root, validate=True))
    except ValueError as error:
        raise CheckpointError("A checkpoint is not in its one form.") from error
    fits = is_origin(name) and len(point.root) == HASH_BYTES
    if signer != name or not fits or note_text(point) != text:
        raise CheckpointError("A checkpoint is not in its one form.")
    return point, sig


def _size(text: str) -> int:
    if not _SIZE.fullmatch(text) or int(text) > _SIZE_MAX:
        raise ValueError("not a size")
    return int(text)
