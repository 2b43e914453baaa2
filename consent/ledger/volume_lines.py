# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines inside a volume: leaves of a teacher's tree, and orders to forget.

Source: docs/spec/volume.md "leaves.jsonl", "orders.jsonl".
"""

from dataclasses import dataclass
from typing import Final, cast

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger import fields as f
from consent.ledger.chain import Sealed
from consent.ledger.errors import EntryError, RecordError
from consent.ledger.kinds import BODY_BYTES, Chain
from consent.ledger.leaf import Leaf

_HASH: Final = f.hexed(32)
_HASH_OR_NONE: Final = f.hexed(32, empty=True)
_NUMBER: Final = f.number(f.U53_MAX)


class VolumeLineError(RecordError):
    """A line of a volume is not in its form."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order to forget the text of leaves, as it was signed."""

    leaves: tuple[int, ...]
    sig: bytes


def encode_leaf(leaf: Leaf) -> bytes:
    """Write one leaf; a command has seq 0 and no place in a chain."""
    line = leaf.sealed
    return canonical.encode(
        {
            "n": leaf.n,
            "commitment": leaf.commitment.hex(),
            "body": None if leaf.body is None else leaf.body.decode("utf-8"),
            "salt": None if leaf.salt is None else leaf.salt.hex(),
            "device": leaf.device,
            "sig": leaf.sig.hex(),
            "seq": 0 if line is None else line.seq,
            "prev": "" if line is None else line.prev.hex(),
            "head": "" if line is None else line.head.hex(),
        }
    )


def decode_leaf(data: bytes, origin: str) -> Leaf:
    """Read one leaf of a tree.

    Raises:
        VolumeLineError: it is not in its form.
    """
    held = _object(data, _LEAF)
    body, salt = cast("str | None", held["body"]), cast("str | None", held["salt"])
    leaf = Leaf(
        origin,
        cast("int", held["n"]),
        _bytes(held, "commitment"),
        None if body is None else body.encode("utf-8"),
        None if salt is None else bytes.fromhex(salt),
        str(held["device"]),
        "",
        _bytes(held, "sig"),
        None,
    )
    seq = cast("int", held["seq"])
    if len({seq == 0, held["prev"] == "", held["head"] == ""}) > 1:
        raise VolumeLineError("A leaf is half a command and half a line.")
    return leaf if seq == 0 else _as_line(leaf, seq, held)


def encode_order(order: Order) -> bytes:
    """Write one order."""
    return canonical.encode({"leaves": list(order.leaves), "sig": order.sig.hex()})


def decode_order(data: bytes) -> Order:
    """Read one order.

    Raises:
        VolumeLineError: it is not in its form.
    """
    held = _object(data, _ORDER)
    return Order(tuple(cast("list[int]", held["leaves"])), _bytes(held, "sig"))


def _as_line(leaf: Leaf, seq: int, held: dict[str, object]) -> Leaf:
    sealed = Sealed(
        Chain.SHARED,
        seq,
        leaf.body,
        leaf.salt,
        leaf.commitment,
        _bytes(held, "prev"),
        _bytes(held, "head"),
        leaf.sig,
    )
    return Leaf(
        leaf.origin,
        leaf.n,
        leaf.commitment,
        leaf.body,
        leaf.salt,
        leaf.device,
        leaf.lesson,
        leaf.sig,
        sealed,
    )


def _object(data: bytes, shape: dict[str, f.Check]) -> dict[str, object]:
    try:
        held = canonical.decode(data)
        if not isinstance(held, dict):
            raise VolumeLineError("A line is not an object.")
        f.check_fields(shape, cast("dict[str, object]", held))
    except (CanonicalError, EntryError) as error:
        raise VolumeLineError(str(error)) from error
    return cast("dict[str, object]", held)


def _bytes(held: dict[str, object], name: str) -> bytes:
    return bytes.fromhex(str(held[name]))


def _body(name: str, value: object) -> None:
    if value is not None:
        f.bytes_text(BODY_BYTES)(name, value)


def _salt(name: str, value: object) -> None:
    if value is not None:
        _HASH(name, value)


def _leaves(name: str, value: object) -> None:
    if not isinstance(value, list):
        raise EntryError(f"{name} is not a list.")
    for leaf in value:
        _NUMBER(name, leaf)


_LEAF: Final[dict[str, f.Check]] = {
    "n": _NUMBER,
    "commitment": _HASH,
    "body": _body,
    "salt": _salt,
    "device": f.hexed(16),
    "sig": f.hexed(64),
    "seq": _NUMBER,
    "prev": _HASH_OR_NONE,
    "head": _HASH_OR_NONE,
}
_ORDER: Final[dict[str, f.Check]] = {"leaves": _leaves, "sig": f.hexed(64)}
