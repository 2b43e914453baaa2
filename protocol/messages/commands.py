# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's signed wish, and the few words a laptop may answer.

A command's own text is consent's (docs/spec/command.md): here it is opaque bytes.
"""

from enum import IntEnum
from typing import Annotated

from msgspec import Meta, Struct

from protocol import constants as c
from protocol.messages import fields as f


class DeclinedCode(IntEnum):
    """Causes that are the same for the whole class, told at lesson_start only."""

    PAPERS = 1
    SLOT = 2
    NETWORK = 3
    CLOCK = 4
    CLASS = 5
    OTHER_TEACHER = 6
    CHARTER = 7


class AttentionState(IntEnum):
    """What became of a curtain."""

    SHOWN = 1
    NOT_SHOWN = 2
    RELEASED = 3


class LeafProof(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """That a line stands in the console's tree, seen from the reader's last head."""

    leaf: f.U53  # index in the tree
    checkpoint: f.Checkpoint
    inclusion: f.Inclusion
    from_size: f.U53  # tree size of the checkpoint the reader already holds
    consistency: f.Consistency


class Entry(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One line of the laptop's shared chain, as signed bytes."""

    shared_seq: f.U53
    body: Annotated[bytes, Meta(max_length=c.ENTRY_BODY_BYTES)]
    salt: f.Salt
    prev: f.Hash
    head: f.Hash
    sig: f.Sig


class Command(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=20):
    """C to A: already in the console's log, with the proof that it is."""

    body: Annotated[bytes, Meta(max_length=c.COMMAND_BYTES)]
    sig: f.Sig
    salt: f.Salt
    proof: LeafProof


class Accepted(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=21
):
    """A to C: done, with the laptop's own line of it. Padded like NotShared."""

    seq: f.U32
    receipt: Entry | None
    pad: Annotated[bytes, Meta(max_length=c.ANSWER_PAD_BYTES)]


class NotShared(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=22
):
    """A to C: no, and nothing else: same bytes and same due time for every cause."""

    seq: f.U32
    pad: Annotated[bytes, Meta(max_length=c.ANSWER_PAD_BYTES)]


class Declined(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=23
):
    """A to C: a lesson cannot start here, for a cause the whole class shares."""

    seq: f.U32
    code: DeclinedCode


class Ended(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=24):
    """A to C: an access is over. No cause; always before and apart from its CLOSE."""

    access: f.Id


class Attention(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=25
):
    """A to C: what became of the curtain that command seq asked for."""

    seq: f.U32
    state: AttentionState


class Hand(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=50):
    """A to C: a raised hand; offer lets the teacher come and look for two minutes."""

    up: bool
    offer: bool
