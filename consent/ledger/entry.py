# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of a ledger as canonical bytes, made and read strictly.

Source: docs/spec/ledger.md "One line".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger import kinds
from consent.ledger.errors import EntryError
from consent.ledger.fields import Check, check_fields, hexed, time_text, time_value
from consent.ledger.kinds import Chain, Kind

VERSION: Final = 1
_OWN: Final[Mapping[str, Check]] = {kinds.OWN_COMMITMENT: hexed(32)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """Where a line stands, when it was written and whom it is about. Ids are hex."""

    epoch: int
    seq: int
    t: datetime
    boot_ms: int
    school: str
    klass: str
    lesson: str
    pupil: str
    device: str
    own: str = ""  # shared lines only: the blinded head of `own`


@dataclass(frozen=True, slots=True)
class EntryBody:
    """A line as read: its chain, its kind, what all lines have and its own fields."""

    chain: Chain
    kind: Kind
    common: Common
    fields: Mapping[str, object]

    def text(self, name: str) -> str:
        """Give a field that is a text."""
        value = self.fields[name]
        if not isinstance(value, str):
            raise EntryError(f"{name} is not a text.")
        return value

    def number(self, name: str) -> int:
        """Give a field that is a whole number."""
        value = self.fields[name]
        if not isinstance(value, int):
            raise EntryError(f"{name} is not a whole number.")
        return value

    def time(self, name: str) -> datetime | None:
        """Give a field that is a time; None where it was left empty."""
        text = self.text(name)
        return time_value(text) if text else None


def body_bytes(
    chain: Chain, kind: Kind, common: Common, fields: Mapping[str, object]
) -> bytes:
    """Write a line down; what parse_body would refuse is refused here.

    Raises:
        EntryError: a field is missing, unknown or wrong, or all is too long.
    """
    whole = {**_common_fields(chain, kind, common), **fields}
    _check(whole)
    try:
        return _bounded(canonical.encode(whole))
    except CanonicalError as error:
        raise EntryError(f"A line cannot be written down: {error}") from error


def parse_body(body: bytes) -> EntryBody:
    """Read a line; only bytes that body_bytes could have made are taken.

    Raises:
        EntryError: says which field is missing, unknown or wrong.
    """
    try:
        whole = canonical.decode(_bounded(body))
    except CanonicalError as error:
        raise EntryError(f"A line is not in canonical form: {error}") from error
    if not isinstance(whole, dict):
        raise EntryError("A line is not an object.")
    held = cast("dict[str, object]", whole)
    _check(held)
    return _as_entry(held)


def _check(held: dict[str, object]) -> None:
    check_fields(_shape(held), held)
    if held["kind"] == Kind.GAP and cast("int", held["from"]) > cast("int", held["to"]):
        raise EntryError("from is after to.")
    if (held.get("command") == "") != (held.get("command_sig") == ""):
        raise EntryError("command and command_sig belong together.")


def _shape(held: dict[str, object]) -> dict[str, Check]:
    try:
        chain, kind = Chain(str(held.get("chain"))), Kind(str(held.get("kind")))
        own_fields = kinds.SHAPES[chain][kind]
    except (ValueError, KeyError) as error:
        raise EntryError("There is no such kind of line in this chain.") from error
    shape = {**kinds.COMMON, **own_fields}
    if chain is Chain.SHARED:
        shape |= _OWN
    if kind is Kind.SHARE:
        shape |= kinds.SHARE_FIELDS.get(str(held.get("what")), {})
    if kind is Kind.LOG_READ:
        shape |= kinds.READ_FIELDS.get(str(held.get("by")), {})
    return shape


def _common_fields(chain: Chain, kind: Kind, common: Common) -> dict[str, object]:
    held: dict[str, object] = {
        "v": VERSION,
        "kind": str(kind),
        "chain": str(chain),
        "epoch": common.epoch,
        "seq": common.seq,
        "t": time_text(common.t),
        "boot_ms": common.boot_ms,
        "school": common.school,
        "class": common.klass,
        "lesson": common.lesson,
        "pupil": common.pupil,
        "device": common.device,
    }
    if chain is Chain.SHARED:
        held[kinds.OWN_COMMITMENT] = common.own
    return held


def _as_entry(held: dict[str, object]) -> EntryBody:
    rest = {
        name: value
        for name, value in held.items()
        if name not in kinds.COMMON and name != kinds.OWN_COMMITMENT
    }
    chain, kind = Chain(_text(held, "chain")), Kind(_text(held, "kind"))
    return EntryBody(chain, kind, _as_common(held), rest)


def _as_common(held: dict[str, object]) -> Common:
    return Common(
        epoch=cast("int", held["epoch"]),
        seq=cast("int", held["seq"]),
        t=time_value(_text(held, "t")),
        boot_ms=cast("int", held["boot_ms"]),
        school=_text(held, "school"),
        klass=_text(held, "class"),
        lesson=_text(held, "lesson"),
        pupil=_text(held, "pupil"),
        device=_text(held, "device"),
        own=_text(held, kinds.OWN_COMMITMENT),
    )


def _text(held: dict[str, object], name: str) -> str:
    return cast("str", held.get(name, ""))


def _bounded(body: bytes) -> bytes:
    if len(body) > kinds.BODY_BYTES:
        raise EntryError(f"A line has more than {kinds.BODY_BYTES} bytes.")
    return body
