# SPDX-License-Identifier: GPL-3.0-or-later
"""A console's transcript without what is random by design.

Nonces, salts, hashes under a salt, signatures and the proofs of them differ in each
run. Everything else a console gets, and when, is kept; so are the lengths.
"""

from typing import Any

from msgspec.structs import replace

from consent.documents import canonical
from protocol import constants as c
from protocol.codec import WireMessage, encode
from protocol.messages.commands import Accepted, Entry
from protocol.messages.link import Hello
from protocol.messages.records import Receipt, Sync
from tests.fakes.wire_desk import Left

NO_HASH = bytes(c.HASH_BYTES)
Line = tuple[float, str, int, bytes]


def neutral(transcript: list[Left]) -> list[Line]:
    """Give time, kind, length and bytes of every frame, the random parts removed."""
    return [
        (
            round(left.at_s, 6),
            type(left.message).__name__,
            len(left.frame),
            encode(still(left.message)),
        )
        for left in transcript
    ]


def still(message: WireMessage) -> WireMessage:
    """Take out what is random by design."""
    match message:
        case Accepted() if message.receipt is not None:
            return replace(message, receipt=_entry(message.receipt))
        case Receipt():
            return replace(message, entry=_entry(message.entry))
        case Sync():
            unproven = tuple(_entry(x) for x in message.unproven)
            return replace(
                message, shared_head=NO_HASH, checkpoint=b"", unproven=unproven
            )
        case Hello():
            return replace(message, nonce=bytes(c.NONCE_BYTES), papers=())
        case _:
            return message


def _entry(entry: Entry) -> Entry:
    body: Any = canonical.decode(entry.body)
    kept = {key: value for key, value in body.items() if key not in _RANDOM}
    return Entry(
        shared_seq=entry.shared_seq,
        body=canonical.encode(kept),
        salt=bytes(c.SALT_BYTES),
        prev=NO_HASH,
        head=NO_HASH,
        sig=bytes(c.SIG_BYTES),
    )


_RANDOM = {"own"}  # the commitment to the other chain, under this line's salt
