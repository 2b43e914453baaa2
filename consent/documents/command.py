# SPDX-License-Identifier: GPL-3.0-or-later
"""What a teacher signs: one wish, for one laptop, on one connection.

Source: docs/spec/command.md; docs/rights.md S02, P04.
"""

import re
from enum import StrEnum
from typing import Annotated, Final, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from msgspec import Meta

from consent import purpose as p
from consent.documents import fields as f
from consent.documents.paper import encode_struct, parse_struct
from consent.errors import PaperError
from consent.purpose import Purpose

CONTEXT: Final = b"inzage/command/v1\0"
MOST_BYTES: Final = 4_096
FILE_BYTES: Final = 26_214_400
URL_CHARS: Final = 512
HOST_CHARS: Final = 253


class Verb(StrEnum):
    """All a console can ask. There is no unlock, no path, no wanted rate or size."""

    LESSON_START = "lesson_start"
    LESSON_END = "lesson_end"
    OVERVIEW_START = "overview_start"
    OVERVIEW_STOP = "overview_stop"
    VIEW_START = "view_start"
    VIEW_STOP = "view_stop"
    SHOW_START = "show_start"
    SHOW_STOP = "show_stop"
    ATTENTION_START = "attention_start"
    ATTENTION_STOP = "attention_stop"
    MESSAGE = "message"
    LINK = "link"
    FILE_OFFER = "file_offer"
    HANDIN_ASK = "handin_ask"
    HAND_CLEAR = "hand_clear"

    @property
    def purpose(self) -> Purpose | None:
        """Give the power this verb uses; None for the lesson itself."""
        return _PURPOSES.get(self)

    @property
    def is_stop(self) -> bool:
        """Say whether it only ends something, which needs no permission."""
        return self in _STOPS


_PURPOSES: Final = {
    Verb.OVERVIEW_START: Purpose.OVERVIEW,
    Verb.OVERVIEW_STOP: Purpose.OVERVIEW,
    Verb.VIEW_START: Purpose.VIEW,
    Verb.VIEW_STOP: Purpose.VIEW,
    Verb.SHOW_START: Purpose.SHOW,
    Verb.SHOW_STOP: Purpose.SHOW,
    Verb.ATTENTION_START: Purpose.ATTENTION,
    Verb.ATTENTION_STOP: Purpose.ATTENTION,
    Verb.MESSAGE: Purpose.SHARE,
    Verb.LINK: Purpose.SHARE,
    Verb.FILE_OFFER: Purpose.SHARE,
    Verb.HANDIN_ASK: Purpose.SHARE,
}
_STOPS: Final = frozenset(
    {
        Verb.LESSON_END,
        Verb.OVERVIEW_STOP,
        Verb.VIEW_STOP,
        Verb.SHOW_STOP,
        Verb.ATTENTION_STOP,
        Verb.HAND_CLEAR,
    }
)


class _Args(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a verb says beside itself."""


class NoArgs(_Args, frozen=True, kw_only=True):
    """Nothing more."""


class ScopeArgs(_Args, frozen=True, kw_only=True):
    """For whom the teacher asked it: some pupils, or all who agreed."""

    scope: Literal["chosen", "all"]


class ViewArgs(_Args, frozen=True, kw_only=True):
    """How long a look may last."""

    seconds: Annotated[int, Meta(ge=1, le=p.VIEW_S)]


class AttentionArgs(_Args, frozen=True, kw_only=True):
    """How long, and whether it is for this pupil alone."""

    seconds: Annotated[int, Meta(ge=1, le=p.ATTENTION_S)]
    scope: Literal["one", "all"]


class MessageArgs(_Args, frozen=True, kw_only=True):
    """Words, never a link."""

    text: Annotated[str, Meta(min_length=1, max_length=280)]


class LinkArgs(_Args, frozen=True, kw_only=True):
    """An address that the pupil may open."""

    url: Annotated[str, Meta(min_length=9, max_length=URL_CHARS)]
    title: f.Text80

    def __post_init__(self) -> None:
        """Refuse an address that hides where it goes."""
        if not is_plain_link(self.url):
            raise ValueError(
                "`url` must be https, ASCII, a plain host name, no user and no port"
            )


class FileArgs(_Args, frozen=True, kw_only=True):
    """A file that follows at once."""

    file: f.Id
    name: f.Text80
    size: Annotated[int, Meta(ge=0, le=FILE_BYTES)]
    sha256: f.Hash

    def __post_init__(self) -> None:
        """Refuse a name that is a path."""
        if re.search(r'[/\\:*?"<>|]', self.name) or self.name.startswith("."):
            raise ValueError("`name` may not hold a separator or start with a dot")


class HandInArgs(_Args, frozen=True, kw_only=True):
    """What to hand in."""

    title: f.Text80


Args = (
    NoArgs
    | ScopeArgs
    | ViewArgs
    | AttentionArgs
    | MessageArgs
    | LinkArgs
    | FileArgs
    | HandInArgs
)

_ARGS: Final[dict[Verb, type[Args]]] = {
    Verb.OVERVIEW_START: ScopeArgs,
    Verb.VIEW_START: ViewArgs,
    Verb.ATTENTION_START: AttentionArgs,
    Verb.MESSAGE: MessageArgs,
    Verb.LINK: LinkArgs,
    Verb.FILE_OFFER: FileArgs,
    Verb.HANDIN_ASK: HandInArgs,
}


class CommandBody(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """One signed wish. Hex as in all documents."""

    v: Literal[1] = 1
    verb: Verb
    access: f.Id  # a fresh id for what it starts, or the one it stops
    lesson: f.Id
    class_id: f.Id = msgspec.field(name="class")
    slot: f.Id
    device: f.Hash  # certificate fingerprint of the laptop
    teacher: f.Hash  # certificate fingerprint of the console
    nonce: f.Hash  # the laptop's, of this connection
    ping: f.U32  # the newest heard
    seq: Annotated[int, Meta(ge=1, le=2**32 - 1)]
    reason_code: Annotated[str, Meta(pattern="^([a-z][a-z0-9_]{0,39})?$")]
    reason: Annotated[str, Meta(max_length=140)]
    args: dict[str, str | int]

    def __post_init__(self) -> None:
        """Refuse arguments that are not this verb's."""
        _arguments(self.verb, self.args)

    @property
    def arguments(self) -> Args:
        """Give the arguments in the shape of the verb."""
        return _arguments(self.verb, self.args)


def _arguments(verb: Verb, args: dict[str, str | int]) -> Args:
    shape: type[Args] = _ARGS.get(verb, NoArgs)
    return msgspec.convert(args, shape)


def encode(command: CommandBody) -> bytes:
    """Write a command as the bytes that are signed and logged."""
    return encode_struct(command)


def parse(body: bytes) -> CommandBody:
    """Read a command.

    Raises:
        PaperError: too long, or not exactly what docs/spec/command.md allows.
    """
    if len(body) > MOST_BYTES:
        raise PaperError(f"A command of more than {MOST_BYTES} bytes.")
    return parse_struct(body, CommandBody, "command")


def sign(body: bytes, key: Ed25519PrivateKey) -> bytes:
    """Sign a command's bytes with the teacher's key."""
    return key.sign(CONTEXT + body)


def checks(body: bytes, sig: bytes, public_raw: bytes) -> bool:
    """Say whether the teacher's key signed these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(public_raw).verify(sig, CONTEXT + body)
    except (InvalidSignature, ValueError):
        return False
    return True


_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_LINK: Final = re.compile(
    rf"https://(?P<host>(?:{_LABEL}\.)+[a-z][a-z0-9-]*[a-z0-9])(?P<rest>[/?#][!-~]*)?"
)


def is_plain_link(url: str) -> bool:
    """Say whether a link shows where it goes: https, a host name, nothing hidden."""
    found = _LINK.fullmatch(url)
    return found is not None and len(found["host"]) <= HOST_CHARS
