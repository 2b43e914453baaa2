# SPDX-License-Identifier: GPL-3.0-or-later
"""`set`: which papers are the current ones, signed often by a key that signs no other.

Freshness, rollback, freeze and mix-and-match in one place: the idea of TUF's snapshot
and timestamp. Source: docs/spec/documents.md, "set".
"""

from datetime import timedelta
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from consent import purpose as p
from consent.documents import fields as f
from consent.documents.paper import Paper, check_life, parse_struct

LONGEST: Final = timedelta(days=p.SET_DAYS)


class Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One paper, by its serial and the hash of its bytes."""

    serial: f.Serial
    sha256: f.Hash


class NamedPapers(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """The papers of one class that are current together."""

    trust: Named
    charter: Named
    class_sheet: Named = msgspec.field(name="class")
    roster: Named
    revocations: Named


class PaperSet(Paper, frozen=True, kw_only=True, tag_field="type", tag="set"):
    """One class's current papers. Signed by the fresh key or the office."""

    class_id: f.Id = msgspec.field(name="class")
    papers: NamedPapers
    slips: Annotated[dict[f.Id, f.Hash], Meta(max_length=400)]  # laptop: sealed bytes

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        super().__post_init__()
        check_life(self, LONGEST)


def parse(body: bytes) -> PaperSet:
    """Read a set; raises PaperError."""
    return parse_struct(body, PaperSet, "set")
