# SPDX-License-Identifier: GPL-3.0-or-later
"""What the school's DPO may ask of one laptop: to read, to add a note, to erase words.

An order names one laptop, lives a week at most and is signed by the DPO's key. Reading
is a line the pupil sees; a correction is a note beside a line, never a change in it. An
order to erase is itself a line, which holds all that was signed: it waits there.

Source: docs/spec/ledger.md "The DPO", "Erasure"; docs/rights.md R-34, R-37; GDPR art.
15, 16, 17.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, cast

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger import fields as f
from consent.ledger.chain import is_signed
from consent.ledger.entry import EntryBody
from consent.ledger.errors import EntryError, RecordError
from consent.ledger.kinds import MESSAGE_CHARS, REASON_CHARS

CONTEXT: Final = b"inzage/officer/v1\0"
LIVES: Final = timedelta(days=7)
_ANEW: Final = "make it anew (inzage-admin dpo)"
_NO_ORDER: Final = (
    "This is no order of a DPO. Give the file that inzage-admin dpo wrote"
)
MOST_BYTES: Final = 4_096


class Wish(StrEnum):
    """What is asked."""

    READ = "read"
    NOTE = "note"
    ERASE = "erase"


class OfficerError(RecordError):
    """An order that is not in its form, not signed, not for here, or over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerOrder:
    """One order. Ids are hex; `about` is the number of a shared line.

    0 is no line for a note, and the whole list for an erasure.
    """

    wish: Wish
    school: str
    device: str
    not_after: datetime
    about: int = 0
    text: str = ""


def encode(order: OfficerOrder, sign: Callable[[bytes], bytes]) -> bytes:
    """Write and sign an order: its text on one line, the signature on the next.

    Raises:
        OfficerError: a field is missing, or is none of this wish.
    """
    text = _body(order)
    _check_wish(order)
    return text + b"\n" + sign(CONTEXT + text).hex().encode("ascii") + b"\n"


def read(
    data: bytes, *, dpo_key: bytes, school: str, device: str, now: datetime
) -> OfficerOrder:
    """Read an order for this laptop.

    Raises:
        OfficerError: says why it is none.
    """
    text, sig = _split(data)
    if not is_signed(CONTEXT + text, sig, dpo_key):
        raise OfficerError(
            "The DPO who counts at this school now did not sign this order. Have that "
            f"DPO {_ANEW}."
        )
    order = _parse(text)
    if order.school != school:
        raise OfficerError(
            f"This order is for a laptop of another school. Have your DPO {_ANEW}."
        )
    if order.device != device:
        raise OfficerError(
            f"This order is for laptop {order.device}, and this is {device}. Bring it "
            "there, or have the DPO make one for this laptop (inzage-admin dpo)."
        )
    if order.not_after <= now:
        raise OfficerError(
            f"This order was good until {order.not_after:%d-%m-%Y %H:%M} UTC. Have the "
            f"DPO {_ANEW}."
        )
    if order.not_after > now + LIVES:
        raise OfficerError(
            f"This order lives longer than a week. Have the DPO {_ANEW}, and see "
            "whether the date of this laptop is right."
        )
    return order


def no_such_line(about: int, last: int) -> OfficerError:
    """Say that an order is about a line that a list does not have."""
    return OfficerError(
        f"The list of this laptop has no line {about}: its last is {last}. Read the "
        "list first (inzage-admin dpo read) for its numbers."
    )


def line_fields(order: OfficerOrder, data: bytes, close: int) -> dict[str, object]:
    """Give the fields of the ORDER line of an erasure that was read from `data`.

    Args:
        order: what `read` gave.
        data: the order as it was brought; its signature goes into the line.
        close: the line that ended the look it is about; 0 for none.
    """
    return {
        "target": order.about,
        "close": close,
        "text": order.text,
        "not_after": f.time_text(order.not_after),
        "sig": sig_of(data),
    }


def hash_of(data: bytes) -> str:
    """Give what a reading names its order by: the SHA-256 of the order's file."""
    return hashlib.sha256(data).hexdigest()


def sig_of(data: bytes) -> str:
    """Give the signature of an order, in hex.

    Raises:
        OfficerError: it is no order.
    """
    return _split(data)[1].hex()


def is_ordered(line: EntryBody, dpo_key: bytes) -> bool:
    """Say whether this DPO signed what an ORDER line says."""
    order = OfficerOrder(
        wish=Wish.ERASE,
        school=line.common.school,
        device=line.common.device,
        not_after=f.time_value(line.text("not_after")),
        about=line.number("target"),
        text=line.text("text"),
    )
    try:
        body = _body(order)
    except OfficerError:  # a line of no school
        return False
    return is_signed(CONTEXT + body, bytes.fromhex(line.text("sig")), dpo_key)


def wish_of(data: bytes) -> Wish:
    """Say what an order asks, whoever signed it.

    Raises:
        OfficerError: it is no order.
    """
    return _parse(_split(data)[0]).wish


def _body(order: OfficerOrder) -> bytes:
    body: dict[str, object] = {
        "v": 1,
        "wish": order.wish.value,
        "school": order.school,
        "device": order.device,
        "not_after": f.time_text(order.not_after),
        "about": order.about,
        "text": order.text,
    }
    try:
        f.check_fields(_SHAPE, body)
        return canonical.encode(body)
    except (EntryError, CanonicalError) as error:
        raise OfficerError(str(error)) from error


def _split(data: bytes) -> tuple[bytes, bytes]:
    parts = data.split(b"\n")
    try:
        text, sig, end = parts
        signature = bytes.fromhex(sig.decode("ascii"))
    except ValueError as error:
        raise OfficerError(f"{_NO_ORDER}.") from error
    if end or len(data) > MOST_BYTES or signature.hex().encode() != sig:
        raise OfficerError(f"{_NO_ORDER}.")
    return text, signature


def _parse(text: bytes) -> OfficerOrder:
    try:
        held = canonical.decode(text)
        if not isinstance(held, dict):
            raise OfficerError(f"{_NO_ORDER}.")
        f.check_fields(_SHAPE, cast("dict[str, object]", held))
    except (CanonicalError, EntryError) as error:
        raise OfficerError(f"{_NO_ORDER}: {error}") from error
    order = OfficerOrder(
        wish=Wish(str(held["wish"])),
        school=str(held["school"]),
        device=str(held["device"]),
        not_after=f.time_value(str(held["not_after"])),
        about=cast("int", held["about"]),
        text=str(held["text"]),
    )
    _check_wish(order)
    return order


def _check_wish(order: OfficerOrder) -> None:
    is_reading = order.wish is Wish.READ
    if is_reading == bool(order.text) or (order.about and is_reading):
        raise OfficerError("A note has a text; a reading has none and is of the whole.")
    if order.wish is Wish.ERASE and len(order.text) > REASON_CHARS:
        raise OfficerError(f"A reason has at most {REASON_CHARS} characters.")


_SHAPE: Final[dict[str, f.Check]] = {
    "v": f.number(1, least=1),
    "wish": f.one_of(Wish),
    "school": f.hexed(16),
    "device": f.hexed(16),
    "not_after": f.point_in_time(),
    "about": f.number(f.U53_MAX),
    "text": f.text(MESSAGE_CHARS, empty=True),
}
