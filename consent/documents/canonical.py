# SPDX-License-Identifier: GPL-3.0-or-later
"""The one form of JSON that is signed and hashed here.

Sorted ASCII keys, integers under 2^53, no floats, strings in normal form C without
control characters, no white space. Within this subset it equals RFC 8785.
Source: docs/spec/documents.md, "Canonical form".
"""

import re
import unicodedata
from typing import Final, TypeAlias

import msgspec

from consent.errors import CanonicalError

Value: TypeAlias = (
    "bool | int | str | list[Value] | tuple[Value, ...] | dict[str, Value] | None"
)

MOST_BYTES: Final = 262_144
MOST_DEPTH: Final = 16
LARGEST: Final = 2**53 - 1  # the largest integer all JSON readers agree on

_KEY: Final = re.compile(r"[a-z0-9_]{1,64}")
_BIDI_CONTROLS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_NOT_PLAIN: Final = re.compile("[\x00-\x1f\x7f-\U0010ffff]")
_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_DECODER: Final = msgspec.json.Decoder(strict=True)


def encode(value: object) -> bytes:
    """Write a value in the one form it has.

    Raises:
        CanonicalError: names the place and the rule.
    """
    _check(value, "$", MOST_DEPTH)
    return _ENCODER.encode(value)


def decode(data: bytes) -> Value:
    """Read a value, and refuse every other way of writing it.

    Raises:
        CanonicalError: too long, no JSON, or JSON in another form.
    """
    if len(data) > MOST_BYTES:
        raise CanonicalError(f"More than {MOST_BYTES} bytes.")
    try:
        value: Value = _DECODER.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise CanonicalError(f"This is not JSON: {error}.") from error
    if encode(value) != data:
        raise CanonicalError(
            "This JSON is not in canonical form: other white space, escapes, "
            "order or a key twice."
        )
    return value


def _check(value: object, at: str, depth: int) -> None:
    if depth == 0:
        raise CanonicalError(f"{at} lies deeper than {MOST_DEPTH} levels.")
    if isinstance(value, str):
        _check_text(value, at)
    elif isinstance(value, dict):
        _check_object(value, at, depth)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            _check(item, f"{at}[{index}]", depth - 1)
    elif type(value) is int:
        if abs(value) > LARGEST:
            raise CanonicalError(f"{at} is a number beyond 2^53.")
    elif value is not None and type(value) is not bool:
        raise CanonicalError(f"{at} is a {type(value).__name__}, which has no form.")


def _check_object(value: dict[object, object], at: str, depth: int) -> None:
    for key, item in value.items():
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            raise CanonicalError(f"{at} has a key outside [a-z0-9_]: {key!a:.80}.")
        _check(item, f"{at}.{key}", depth - 1)


def _check_text(text: str, at: str) -> None:
    if not _NOT_PLAIN.search(text):
        return
    for character in text:
        if unicodedata.category(character) in {"Cc", "Cs"}:
            raise CanonicalError(
                f"{at} has a control character U+{ord(character):04X}."
            )
        if character in _BIDI_CONTROLS:
            raise CanonicalError(
                f"{at} has a text-direction character U+{ord(character):04X}."
            )
    if not unicodedata.is_normalized("NFC", text):
        raise CanonicalError(f"{at} is not in normal form C.")
