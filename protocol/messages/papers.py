# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents on their way to a laptop, as opaque signed bytes.

Source: docs/spec/wire.md "PaperGive".
"""

from typing import Annotated

from msgspec import Meta, Struct

from protocol import constants as c
from protocol.messages import fields as f
from protocol.messages.link import PaperKind


class RoleSig(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One detached signature: 1 root, 2 office, 3 fresh, 4 dpo."""

    role: f.U8
    key: f.Hash  # SHA-256 of the public key
    sig: f.Sig


class PaperGive(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=10
):
    """Both ways: a part of a document; the signatures ride on every part."""

    kind: PaperKind
    ref: f.Id
    serial: f.U53
    total: Annotated[int, Meta(ge=0, le=c.PAPER_BYTES)]
    offset: Annotated[int, Meta(ge=0, le=c.PAPER_BYTES)]
    data: f.PartData
    sigs: Annotated[tuple[RoleSig, ...], Meta(max_length=c.PAPER_SIGNATURES)]


class PaperTaken(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=11
):
    """A to C: the document is on disk, or was refused."""

    kind: PaperKind
    ref: f.Id
    serial: f.U53
    ok: bool
