# SPDX-License-Identifier: GPL-3.0-or-later
"""Two ledgers telling each other what they know.

Source: docs/spec/wire.md "Sync", "Receipt", "LogAsk".
"""

from typing import Annotated

from msgspec import Meta, Struct

from protocol import constants as c
from protocol.messages import fields as f
from protocol.messages.commands import Entry, LeafProof


class ShownLeaf(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One line of a pupil as the console keeps it."""

    shared_seq: f.U53
    body: Annotated[bytes, Meta(max_length=c.ENTRY_BODY_BYTES)]
    salt: f.Salt
    leaf: f.U53


class EntryProof(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """That the console logged one line of the laptop's shared chain."""

    shared_seq: f.U53
    proof: LeafProof


class Sync(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=6):
    """A to C: your newest line here, your newest head I hold, and what you owe me."""

    epoch: f.U32
    shared_seq: f.U53
    shared_head: f.Hash
    checkpoint: f.Checkpoint
    unproven: tuple[Entry, ...]
    more: bool  # another Sync follows before an answer is due


class Synced(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=7):
    """C to A: proofs for what came, and lines this laptop seems to have lost."""

    checkpoint: f.Checkpoint
    from_size: f.U53
    consistency: f.Consistency
    proofs: tuple[EntryProof, ...]
    later: tuple[Entry, ...]
    more: bool


class Receipt(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=30):
    """A to C: a new line of the shared chain about this teacher."""

    seq: f.U32  # the command it belongs to, or 0
    entry: Entry


class Logged(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=31):
    """C to A: that line is in my tree."""

    entry: EntryProof


class LogAsk(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=32):
    """A to C: what do you hold of this laptop, from this line on."""

    from_seq: f.U53
    count: Annotated[int, Meta(ge=1, le=c.LOG_ENTRIES_ASKED)]


class LogCopy(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=33):
    """C to A: the console's own copy of this laptop's lines."""

    entries: Annotated[tuple[ShownLeaf, ...], Meta(max_length=c.LOG_ENTRIES_ASKED)]
    last: bool


class Erase(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=34):
    """A to C: forget the text of these leaves; signed by the device or the DPO."""

    leaves: Annotated[tuple[f.U53, ...], Meta(max_length=c.ERASED_LEAVES)]
    sig: f.Sig


class Erased(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=35):
    """C to A: text and salt of these leaves are gone; the tree still verifies."""

    leaves: Annotated[tuple[f.U53, ...], Meta(max_length=c.ERASED_LEAVES)]


class ShownHead(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A signed head of some teacher's tree, and the certificate to check it with."""

    checkpoint: f.Checkpoint
    certificate: Annotated[bytes, Meta(max_length=c.CERTIFICATE_BYTES)]


class HeadWay(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """That a shown head was one of my own tree: growth to my newest, and the way."""

    shown: f.Hash  # SHA-256 of the checkpoint that was shown
    checkpoint: f.Checkpoint  # the newest head of that tree
    from_size: f.U53  # as in Synced: of the head the reader holds
    consistency: f.Consistency
    way: f.Consistency  # from the head that was shown to the newest


class Heads(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=36):
    """A to C: heads of colleagues' trees, and heads of yours that others showed me."""

    heads: Annotated[tuple[ShownHead, ...], Meta(max_length=c.HEADS_SHOWN)]


class HeadsTaken(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=37
):
    """C to A: how my tree grew from heads you showed, and heads that others showed."""

    ways: Annotated[tuple[HeadWay, ...], Meta(max_length=c.HEADS_SHOWN)]
    others: Annotated[tuple[ShownHead, ...], Meta(max_length=c.HEADS_SHOWN)]
