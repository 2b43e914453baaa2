# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines inside a pack: chain lines, proofs, heads, copies; each one canonical.

Source: docs/spec/pack.md "shared.jsonl, own.jsonl", "proofs.jsonl", "checkpoints.txt".
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger import fields as f
from consent.ledger.chain import Sealed
from consent.ledger.errors import EntryError, RecordError
from consent.ledger.kinds import BODY_BYTES, Chain
from consent.ledger.receipt import Growth, Proof

_HASH: Final = f.hexed(32)
_SEQ: Final = f.number(f.U53_MAX, least=1)
_SIZE: Final = f.number(f.U53_MAX)
_NOTE_LINES: Final = 5


class PackLineError(RecordError):
    """A line of a pack is not in its form."""


@dataclass(frozen=True, slots=True)
class LineProof:
    """That shared line `seq` stands in its teacher's tree."""

    seq: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class CommandProof:
    """That the command behind shared line `seq` was logged before it was sent."""

    seq: int
    salt: bytes
    proof: Proof


@dataclass(frozen=True, slots=True)
class Fork:
    """A signed head that contradicts another one."""

    note: bytes


@dataclass(frozen=True, slots=True)
class CopySeen:
    """What the teacher's copy said of shared line `seq`."""

    seq: int
    leaf: int
    commitment: bytes


@dataclass(frozen=True, slots=True)
class GivenBack:
    """A shared line that was lost, as the program of `who` gave it back."""

    line: Sealed
    who: str  # "" once its words are erased


ProofLine: TypeAlias = LineProof | CommandProof | Growth | Fork | CopySeen | GivenBack


def note_hash(note: bytes) -> str:
    """Name a signed head by the hash of its text."""
    return hashlib.sha256(note).hexdigest()


def encode_sealed(line: Sealed) -> bytes:
    """Write one line of a chain; the body stays the text that was signed."""
    return canonical.encode(_sealed(line))


def _sealed(line: Sealed) -> dict[str, object]:
    return {
        "seq": line.seq,
        "body": None if line.body is None else line.body.decode("utf-8"),
        "salt": None if line.salt is None else line.salt.hex(),
        "commitment": line.commitment.hex(),
        "prev": line.prev.hex(),
        "head": line.head.hex(),
        "sig": line.sig.hex(),
    }


def decode_sealed(chain: Chain, data: bytes) -> Sealed:
    """Read one line of a chain.

    Raises:
        PackLineError: it is not in its form.
    """
    return _read_sealed(chain, _object(data, _SEALED))


def _read_sealed(chain: Chain, held: dict[str, object]) -> Sealed:
    body, salt = cast("str | None", held["body"]), cast("str | None", held["salt"])
    return Sealed(
        chain,
        cast("int", held["seq"]),
        None if body is None else body.encode("utf-8"),
        None if salt is None else bytes.fromhex(salt),
        _bytes(held, "commitment"),
        _bytes(held, "prev"),
        _bytes(held, "head"),
        _bytes(held, "sig"),
    )


def encode_proof(line: ProofLine) -> bytes:
    """Write one line of proofs.jsonl."""
    match line:
        case LineProof(seq, proof):
            held = {"type": "line", "seq": seq, **_proof(proof)}
        case CommandProof(seq, salt, proof):
            held = {
                "type": "command",
                "seq": seq,
                "salt": salt.hex(),
                **_proof(proof),
            }
        case Growth(note, from_size, consistency):
            held = {
                "type": "growth",
                "checkpoint": note_hash(note),
                "from_size": from_size,
                "consistency": [part.hex() for part in consistency],
            }
        case Fork(note):
            held = {"type": "fork", "checkpoint": note_hash(note)}
        case GivenBack(given, who):
            held = {"type": "given", "who": who, **_sealed(given)}
        case _:
            held = {
                "type": "copy",
                "seq": line.seq,
                "leaf": line.leaf,
                "commitment": line.commitment.hex(),
            }
    return canonical.encode(held)


def decode_proof(data: bytes, notes: dict[str, bytes]) -> ProofLine:
    """Read one line of proofs.jsonl.

    Args:
        data: the line.
        notes: the signed heads of checkpoints.txt, by the hash of their text.

    Raises:
        PackLineError: it is not in its form, or names a head that is not there.
    """
    held = _object(data, None)
    kind = str(held.get("type"))
    if kind not in _PROOFS:
        raise PackLineError("There is no such kind of proof.")
    _check(_PROOFS[kind], held)
    note = notes.get(str(held.get("checkpoint", "")), b"")
    if "checkpoint" in held and not note:
        raise PackLineError("A proof names a checkpoint that is not there.")
    return _READ[kind](held, note)


def split_notes(text: bytes) -> dict[str, bytes]:
    """Split checkpoints.txt into signed heads, by the hash of their text.

    Raises:
        PackLineError: it is not a row of heads.
    """
    lines = text.split(b"\n")
    if lines.pop() or len(lines) % _NOTE_LINES:
        raise PackLineError("checkpoints.txt is not a row of checkpoints.")
    notes = [
        b"".join(line + b"\n" for line in lines[at : at + _NOTE_LINES])
        for at in range(0, len(lines), _NOTE_LINES)
    ]
    return {note_hash(note): note for note in notes}


def joined(lines: Iterable[bytes]) -> bytes:
    """Put lines below each other."""
    return b"".join(line + b"\n" for line in lines)


def split_lines(text: bytes) -> Sequence[bytes]:
    """Take lines apart.

    Raises:
        PackLineError: the last line has no end.
    """
    lines = text.split(b"\n")
    if lines.pop():
        raise PackLineError("The last line has no end.")
    return lines


def _none_or(check: f.Check) -> f.Check:
    def checked(name: str, value: object) -> None:
        if value is not None:
            check(name, value)

    return checked


def _hashes(name: str, value: object) -> None:
    if not isinstance(value, list | tuple):
        raise EntryError(f"{name} is not a list.")
    for part in value:
        _HASH(name, part)


_SEALED: Final[dict[str, f.Check]] = {
    "seq": _SEQ,
    "body": _none_or(f.bytes_text(BODY_BYTES)),
    "salt": _none_or(_HASH),
    "commitment": _HASH,
    "prev": _HASH,
    "head": _HASH,
    "sig": f.hexed(64),
}
_INCLUSION: Final[dict[str, f.Check]] = {
    "seq": _SEQ,
    "leaf": _SIZE,
    "checkpoint": _HASH,
    "inclusion": _hashes,
}
_TYPE: Final[dict[str, f.Check]] = {"type": f.text(10)}
_PROOFS: Final[dict[str, dict[str, f.Check]]] = {
    "line": _TYPE | _INCLUSION,
    "command": _TYPE | _INCLUSION | {"salt": _HASH},
    "growth": _TYPE | {"checkpoint": _HASH, "from_size": _SIZE, "consistency": _hashes},
    "fork": _TYPE | {"checkpoint": _HASH},
    "copy": _TYPE | {"seq": _SEQ, "leaf": _SIZE, "commitment": _HASH},
    "given": _TYPE | _SEALED | {"who": f.text(80, empty=True)},
}


def _proof(proof: Proof) -> dict[str, object]:
    return {
        "leaf": proof.leaf,
        "checkpoint": note_hash(proof.checkpoint),
        "inclusion": [part.hex() for part in proof.inclusion],
    }


def _object(data: bytes, shape: dict[str, f.Check] | None) -> dict[str, object]:
    try:
        held = canonical.decode(data)
    except CanonicalError as error:
        raise PackLineError(f"A line is not in canonical form: {error}") from error
    if not isinstance(held, dict):
        raise PackLineError("A line is not an object.")
    made = cast("dict[str, object]", held)
    if shape is not None:
        _check(shape, made)
    return made


def _check(shape: dict[str, f.Check], held: dict[str, object]) -> None:
    try:
        f.check_fields(shape, held)
    except EntryError as error:
        raise PackLineError(str(error)) from error


def _bytes(held: dict[str, object], name: str) -> bytes:
    return bytes.fromhex(cast("str", held[name]))


def _parts(held: dict[str, object], name: str) -> tuple[bytes, ...]:
    return tuple(bytes.fromhex(part) for part in cast("list[str]", held[name]))


def _inclusion(held: dict[str, object], note: bytes) -> Proof:
    return Proof(cast("int", held["leaf"]), note, _parts(held, "inclusion"), 0, ())


def _read_line(held: dict[str, object], note: bytes) -> ProofLine:
    return LineProof(cast("int", held["seq"]), _inclusion(held, note))


def _read_command(held: dict[str, object], note: bytes) -> ProofLine:
    seq, salt = cast("int", held["seq"]), _bytes(held, "salt")
    return CommandProof(seq, salt, _inclusion(held, note))


def _read_growth(held: dict[str, object], note: bytes) -> ProofLine:
    size = cast("int", held["from_size"])
    return Growth(note, size, _parts(held, "consistency"))


def _read_fork(_: dict[str, object], note: bytes) -> ProofLine:
    return Fork(note)


def _read_copy(held: dict[str, object], _: bytes) -> ProofLine:
    seq, leaf = cast("int", held["seq"]), cast("int", held["leaf"])
    return CopySeen(seq, leaf, _bytes(held, "commitment"))


def _read_given(held: dict[str, object], _: bytes) -> ProofLine:
    return GivenBack(_read_sealed(Chain.SHARED, held), cast("str", held["who"]))


_READ: Final = {
    "line": _read_line,
    "command": _read_command,
    "growth": _read_growth,
    "fork": _read_fork,
    "copy": _read_copy,
    "given": _read_given,
}
