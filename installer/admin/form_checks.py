# SPDX-License-Identifier: GPL-3.0-or-later
"""What may stand in a field of the charter's form: each check gives its faults.

A check takes the place ("raad.datum") and the value there. Texts are read on one line.
"""

import ipaddress
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from consent.documents.charter import Network
from installer.admin.signs import is_odd
from installer.admin.trouble import Said, said

Check = Callable[[str, Any], Iterator[Said]]
UNFILLED: Final = "..."
CODE: Final = re.compile("[a-z][a-z0-9_]{0,39}")
CLOCK: Final = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00")


def table(
    fields: Mapping[str, Check], optional: Mapping[str, Check] | None = None
) -> Check:
    """Want a block with these fields, and no other."""
    known = {**fields, **(optional or {})}

    def check(place: str, value: object) -> Iterator[Said]:
        if not isinstance(value, Mapping):
            yield said("form.block", place=place)
            return
        for name in value.keys() - known.keys():
            yield said("form.unknown", place=_at(place, name))
        for name, one in known.items():
            if name in value:
                yield from one(_at(place, name), value[name])
            elif name in fields:
                yield said("form.missing", place=_at(place, name))

    return check


def each(key: Check, value: Check, most: int) -> Check:
    """Want a block of any names that fit, one to so many of them."""

    def check(place: str, held: object) -> Iterator[Said]:
        if not isinstance(held, Mapping) or not 1 <= len(held) <= most:
            yield said("form.some", place=place, most=most)
            return
        for name, one in held.items():
            yield from key(_at(place, name), name)
            yield from value(_at(place, name), one)

    return check


def listed(one: Check, least: int, most: int) -> Check:
    """Want a list."""

    def check(place: str, value: object) -> Iterator[Said]:
        if isinstance(value, str) or not isinstance(value, Sequence):
            yield said("form.list", place=place)
        elif not least <= len(value) <= most:
            yield said("form.some", place=place, most=most)
        else:
            for item in value:
                yield from one(place, item)

    return check


def text(most: int) -> Check:
    """Want a text of 1 to so many characters."""

    def check(place: str, value: object) -> Iterator[Said]:
        if value == UNFILLED:
            yield said("form.blank", place=place)
        elif not isinstance(value, str) or not 1 <= len(clean(value)) <= most:
            yield said("form.text", place=place, most=most)
        elif any(map(is_odd, clean(value))):
            yield said("form.odd", place=place)

    return check


def number(low: int, high: int) -> Check:
    """Want a whole number within two others."""

    def check(place: str, value: object) -> Iterator[Said]:
        fits = isinstance(value, int) and not isinstance(value, bool)
        if not fits or not low <= value <= high:  # type: ignore[operator] # it fits
            yield said("form.number", place=place, low=low, high=high, given=value)

    return check


def one_of(*allowed: object) -> Check:
    """Want one of a few values."""

    def check(place: str, value: object) -> Iterator[Said]:
        if not any(value is one or value == one for one in allowed):
            choices = ", ".join(map(str, allowed))
            yield said("form.choice", place=place, choices=choices, given=value)

    return check


def any_name(place: str, value: str) -> Iterator[Said]:
    """Want nothing of a name; what it names will say."""
    del place, value
    yield from ()


def day(place: str, value: object) -> Iterator[Said]:
    """Want a date, with quotation marks or without."""
    if value == UNFILLED:
        yield said("form.blank", place=place)
    elif as_day(value) is None:
        yield said("form.day", place=place)


def clock(place: str, value: object) -> Iterator[Said]:
    """Want a time of the day."""
    if not isinstance(value, str) or not CLOCK.fullmatch(value):
        yield said("form.clock", place=place)


def code(place: str, value: str) -> Iterator[Said]:
    """Want a name for programs."""
    if not CODE.fullmatch(value):
        yield said("form.code", place=place)


def truth(place: str, value: object) -> Iterator[Said]:
    """Want true or false."""
    if not isinstance(value, bool):
        yield said("form.truth", place=place)


def promise(place: str, value: object) -> Iterator[Said]:
    """Want the promise that a no has no consequences."""
    if value is not True:
        yield said("form.promise", place=place)


def network(place: str, value: object) -> Iterator[Said]:
    """Want a network of the school's own, written the one way."""
    if value == UNFILLED:
        yield said("form.blank", place=place)
        return
    try:
        found = ipaddress.ip_network(str(value), strict=False)
    except ValueError:
        yield said("form.network", place=place, given=value)
        return
    if str(found) != value:
        yield said("form.loose", place=place, given=value, right=found)
        return
    try:
        Network(cidr=str(found), dial_out=False)
    except ValueError:
        yield said("form.public", place=place, given=value)


def as_day(value: object) -> date | None:
    """Read a date as TOML has it, or as a text."""
    if isinstance(value, datetime):
        return None
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def day_of(value: object) -> date:
    """Read a date that was checked."""
    found = as_day(value)
    if found is None:
        raise TypeError(value)
    return found


def clean(value: str) -> str:
    """Bring a text to one line and one spelling."""
    return unicodedata.normalize("NFC", " ".join(value.split()))


def _at(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
