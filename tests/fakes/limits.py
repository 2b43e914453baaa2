# SPDX-License-Identifier: GPL-3.0-or-later
"""Every limit of every field of a message, and one step past it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

import pytest
from msgspec import Struct, inspect, msgpack

from protocol.codec import encode


@dataclass(frozen=True, slots=True)
class Case:
    """One message with one field at, or past, a limit."""

    data: bytes
    is_allowed: bool


def cases(module: ModuleType, examples: Sequence[Struct]) -> list[object]:
    """List pytest parameters for the messages of one file."""
    return [
        pytest.param(case, id=name)
        for message in examples
        if type(message).__module__ == module.__name__
        for name, case in _of(message)
    ]


def _of(message: Struct) -> Iterator[tuple[str, Case]]:
    info = inspect.type_info(type(message))
    if not isinstance(info, inspect.StructType):
        raise TypeError(message)
    plain = msgpack.decode(encode(message))
    for index, field in enumerate(info.fields, 1):
        tries = _tries(field.type, plain[index])
        for number, (value, is_allowed) in enumerate(tries):
            data = msgpack.encode([*plain[:index], value, *plain[index + 1 :]])
            name = f"{type(message).__name__}-{field.name}-{number}"
            yield name, Case(data, is_allowed)


def _tries(  # noqa: PLR0911 -- one line a kind
    kind: inspect.Type, now: object
) -> list[tuple[object, bool]]:
    """Give values at the limits (allowed) and just past them (not)."""
    match kind:
        case inspect.IntType():
            return _of_number(kind)
        case inspect.BytesType():
            return _of_length(kind.min_length or 0, kind.max_length, bytes)
        case inspect.StrType() if kind.max_length and not kind.pattern:
            return _of_length(0, kind.max_length, lambda count: "x" * count)
        case inspect.VarTupleType() if kind.max_length and now:
            return _of_list(kind.max_length, now)
        case inspect.EnumType():
            values = [one.value for one in kind.cls]
            return [(value, True) for value in values] + [(max(values) + 1, False)]
        case inspect.BoolType():
            return [(True, True), (False, True), (1, False), (None, False)]
        case _:
            return [(object_of_another_kind(now), False)]


def object_of_another_kind(now: object) -> object:
    """Give a value that no such field can have."""
    return 1.5 if not isinstance(now, float) else "x"


def _of_number(kind: inspect.IntType) -> list[tuple[object, bool]]:
    least = kind.ge or 0
    most = kind.lt - 1 if kind.lt is not None else kind.le
    if most is None:
        raise TypeError(kind)
    return [(least, True), (most, True), (least - 1, False), (most + 1, False)]


def _of_length(least: int, most: int | None, make: object) -> list[tuple[object, bool]]:
    if most is None or not callable(make):
        raise TypeError(make)
    tries = [(make(least), True), (make(most), True), (make(most + 1), False)]
    return [*tries, (make(least - 1), False)] if least else tries


def _of_list(most: int, now: object) -> list[tuple[object, bool]]:
    if not isinstance(now, list):
        raise TypeError(now)
    return [([], True), (now[:1] * most, True), (now[:1] * (most + 1), False)]
