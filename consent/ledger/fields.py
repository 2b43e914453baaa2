# SPDX-License-Identifier: GPL-3.0-or-later
"""The kinds of field an entry may have; each check is strict and names its field.

Control characters and normal form are canonical.py's work.

Source: docs/spec/ledger.md "Kinds of field".
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Final

from consent.ledger.errors import EntryError

Check = Callable[[str, object], None]

U32_MAX: Final = 2**32 - 1
U53_MAX: Final = 2**53 - 1
TIME_FORMAT: Final = "%Y-%m-%dT%H:%M:%SZ"

_YEARS: Final = range(2000, 3000)  # so that no zone can push a time off the calendar
_HEX: Final = re.compile(r"[0-9a-f]*\Z")
_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")


def time_text(moment: datetime) -> str:
    """Write an aware moment the one way documents and ledgers write it.

    Raises:
        ValueError: the moment is naive (a bug of the caller).
    """
    if moment.tzinfo is None:
        raise ValueError("A moment without a zone cannot be written down.")
    return moment.astimezone(UTC).strftime(TIME_FORMAT)


def time_value(text: str) -> datetime:
    """Read what time_text wrote.

    Raises:
        ValueError: not that form, or of another millennium.
    """
    moment = datetime.strptime(text, TIME_FORMAT).replace(tzinfo=UTC)
    if time_text(moment) != text or moment.year not in _YEARS:
        raise ValueError(f"{text!r} is not written as a time.")
    return moment


def text(most: int, *, empty: bool = False) -> Check:
    """Take plain text of at most this many characters."""

    def check(name: str, value: object) -> None:
        held = _string(name, value)
        if not held and not empty:
            raise EntryError(f"{name} is empty.")
        if len(held) > most:
            raise EntryError(f"{name} has more than {most} characters.")

    return check


def bytes_text(most_bytes: int, *, empty: bool = False) -> Check:
    """Take text whose UTF-8 form has at most this many bytes."""

    def check(name: str, value: object) -> None:
        held = _string(name, value)
        if not held and not empty:
            raise EntryError(f"{name} is empty.")
        if len(held.encode("utf-8", "surrogatepass")) > most_bytes:
            raise EntryError(f"{name} has more than {most_bytes} bytes.")

    return check


def hexed(length_bytes: int, *, empty: bool = False) -> Check:
    """Take lower-case hex of exactly this many bytes."""

    def check(name: str, value: object) -> None:
        held = _string(name, value)
        if not held and empty:
            return
        if len(held) != 2 * length_bytes or not _HEX.match(held):
            raise EntryError(f"{name} is not {length_bytes} bytes in lower-case hex.")

    return check


def number(most: int, least: int = 0) -> Check:
    """Take a whole number in a range."""

    def check(name: str, value: object) -> None:
        if type(value) is not int:
            raise EntryError(f"{name} is not a whole number.")
        if not least <= value <= most:
            raise EntryError(f"{name} is not between {least} and {most}.")

    return check


def one_of(words: Iterable[str]) -> Check:
    """Take one word of a closed list."""
    allowed = frozenset(words)

    def check(name: str, value: object) -> None:
        if _string(name, value) not in allowed:
            raise EntryError(f"{name} is not a word of its list.")

    return check


def point_in_time(*, empty: bool = False) -> Check:
    """Take a time as documents write it."""

    def check(name: str, value: object) -> None:
        held = _string(name, value)
        if not held and empty:
            return
        try:
            time_value(held)
        except ValueError as error:
            raise EntryError(f"{name} is not a time in UTC.") from error

    return check


def code(*, empty: bool = False) -> Check:
    """Take a short word of a-z, 0-9 and _ that another document explains."""

    def check(name: str, value: object) -> None:
        held = _string(name, value)
        if not held and empty:
            return
        if not _CODE.match(held):
            raise EntryError(f"{name} is not a code word.")

    return check


def check_fields(shape: dict[str, Check], held: dict[str, object]) -> None:
    """Check a whole object: these fields, no other, each as its check says.

    Raises:
        EntryError: names the first field that is missing, unknown or wrong.
    """
    for name in held:
        if name not in shape:
            raise EntryError(f"{name} is not a field of this kind of line.")
    for name, check in shape.items():
        if name not in held:
            raise EntryError(f"{name} is missing.")
        check(name, held[name])


def _string(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise EntryError(f"{name} is not a text.")
    return value
