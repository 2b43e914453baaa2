# SPDX-License-Identifier: GPL-3.0-or-later
"""One message to bytes and back, each message in exactly one way.

A reader parses, writes again and compares: msgpack has many spellings of one number,
and what is signed, hashed or counted must have one. Source: docs/spec/wire.md "Codec".
"""

from collections.abc import Callable
from typing import Final, TypeAlias, TypeVar

import msgspec

from protocol.errors import MalformedError
from protocol.messages import (
    commands,
    enrolment,
    files,
    link,
    local,
    papers,
    pictures,
    records,
)

WireMessage: TypeAlias = (
    link.Hello
    | link.Welcome
    | link.Bye
    | link.Ping
    | link.Pong
    | records.Sync
    | records.Synced
    | link.Ready
    | papers.PaperGive
    | papers.PaperTaken
    | commands.Command
    | commands.Accepted
    | commands.NotShared
    | commands.Declined
    | commands.Ended
    | commands.Attention
    | records.Receipt
    | records.Logged
    | records.LogAsk
    | records.LogCopy
    | records.Erase
    | records.Erased
    | records.Heads
    | records.HeadsTaken
    | pictures.Picture
    | pictures.PictureTaken
    | commands.Hand
    | files.FileData
    | files.FileGo
    | files.FileEnd
    | files.FileDrop
)
LocalMessage: TypeAlias = (
    local.Here
    | local.Welcomed
    | local.Alive
    | local.Eye
    | local.Grab
    | local.GrabStop
    | local.Frame
    | local.FrameSent
    | local.Question
    | local.Choice
    | local.Ask
    | local.Answer
    | local.Click
    | local.ClickKept
    | local.CurtainUp
    | local.CurtainRenew
    | local.CurtainDown
    | local.Curtain
    | local.Offer
    | local.Offers
    | local.OfferGone
    | local.LogAskLocal
    | local.LogPage
    | local.Order
    | local.OrderDone
    | local.Choices
    | local.ReadAsk
    | local.Refused
)
EnrolMessage: TypeAlias = enrolment.EnrolAsk | enrolment.EnrolGive

_Message = TypeVar("_Message")

_write: Final = msgspec.msgpack.Encoder().encode
_read_wire: Final[Callable[[bytes], WireMessage]] = msgspec.msgpack.Decoder(
    WireMessage
).decode
_read_local: Final[Callable[[bytes], LocalMessage]] = msgspec.msgpack.Decoder(
    LocalMessage
).decode
_read_enrol: Final[Callable[[bytes], EnrolMessage]] = msgspec.msgpack.Decoder(
    EnrolMessage
).decode


def encode(message: msgspec.Struct) -> bytes:
    """Write one message, without its length."""
    return _write(message)


def decode_wire(data: bytes) -> WireMessage:
    """Read what an agent and a console say to each other.

    Raises:
        MalformedError: data is no message, or not written the one way.
    """
    return _decoded(_read_wire, data)


def decode_local(data: bytes) -> LocalMessage:
    """Read what the two halves of one laptop say to each other.

    Raises:
        MalformedError: data is no message, or not written the one way.
    """
    return _decoded(_read_local, data)


def decode_enrol(data: bytes) -> EnrolMessage:
    """Read what a new laptop and the office say to each other.

    Raises:
        MalformedError: data is no message, or not written the one way.
    """
    return _decoded(_read_enrol, data)


def _decoded(read: Callable[[bytes], _Message], data: bytes) -> _Message:
    try:
        message = read(data)
        again = _write(message)
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        raise MalformedError("These bytes are no message of this program.") from fault
    if again != data:
        raise MalformedError("A message was not written in its one allowed way.")
    return message
