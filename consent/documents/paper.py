# SPDX-License-Identifier: GPL-3.0-or-later
"""What every document carries, and the one way bytes become a document.

Source: docs/spec/documents.md, "Every document"; docs/rights.md R-42.
"""

from datetime import date, datetime, timedelta
from typing import Literal, TypeVar

import msgspec

from consent.documents import canonical
from consent.documents import fields as f
from consent.errors import CanonicalError, PaperError

T = TypeVar("T", bound=msgspec.Struct)


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The fields of every document; `type` is each document's own tag."""

    v: Literal[1] = 1
    school: f.Id
    serial: f.Serial  # never falls; an equal serial means equal bytes
    issued: f.Time
    not_after: f.Time

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        f.check_time("issued", self.issued)
        f.check_time("not_after", self.not_after)
        if self.not_after <= self.issued:
            raise ValueError("`not_after` must come after `issued`")

    def is_expired(self, now: datetime) -> bool:
        """Say whether its life is over."""
        return now >= self.not_after


def check_life(paper: Paper, most: timedelta) -> None:
    """Refuse a document that lives longer than its type may."""
    if paper.not_after - paper.issued > most:
        raise ValueError(f"`not_after` may be at most {most.days} days after `issued`")


def check_year(paper: Paper, last_day: date) -> None:
    """Refuse a document that outlives its school year."""
    if paper.not_after.date() > last_day:
        raise ValueError(f"`not_after` may not pass {last_day.isoformat()}")


def encode_struct(document: msgspec.Struct) -> bytes:
    """Write a document or command as the bytes that are signed.

    Raises:
        CanonicalError: a text in it is not in normal form, or hides its order.
    """
    return canonical.encode(msgspec.to_builtins(document))


def parse_struct(body: bytes, shape: type[T], name: str) -> T:
    """Read bytes as exactly this shape, and refuse every other spelling of it.

    Raises:
        PaperError: one sentence that names the document, the field and the rule.
    """
    try:
        document = msgspec.convert(canonical.decode(body), shape)
        again = encode_struct(document)
    except CanonicalError as error:
        raise PaperError(f"The {name} is not canonical: {error}") from error
    except msgspec.ValidationError as error:
        raise PaperError(f"The {name} does not follow its schema: {error}.") from error
    if again != body:
        raise PaperError(
            f"The {name} writes a date, a time or a default in a way of its own."
        )
    return document
