# SPDX-License-Identifier: GPL-3.0-or-later
"""`roster`: the names of a class, for its consoles only. No laptop ever holds one.

Source: docs/spec/documents.md, "roster".
"""

from typing import Annotated

import msgspec
from msgspec import Meta

from consent.documents import fields as f
from consent.documents.paper import Paper, check_year, parse_struct


class RosterPupil(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    omit_defaults=True,
):
    """One pupil: a laptop of their own, one of a pool, or none yet."""

    pupil: f.Id
    name: f.Text80
    sort: f.Text80
    no_picture: bool  # one flag for every cause
    device: f.Id | None = None
    pool: f.Text40 | None = None

    def __post_init__(self) -> None:
        """Refuse a pupil with both."""
        if self.device and self.pool:
            raise ValueError("`device` and `pool` exclude each other")


class Roster(Paper, frozen=True, kw_only=True, tag_field="type", tag="roster"):
    """Who sits in the class, and for whom no picture may be asked. Signed by office."""

    class_id: f.Id = msgspec.field(name="class")
    pupils: Annotated[tuple[RosterPupil, ...], Meta(max_length=400)]

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        super().__post_init__()
        check_year(self, f.last_august_31(self.issued.date()))
        pupils = [pupil.pupil for pupil in self.pupils]
        devices = [pupil.device for pupil in self.pupils if pupil.device]
        if len(set(pupils)) != len(pupils) or len(set(devices)) != len(devices):
            raise ValueError("`pupils` has a pupil or a laptop twice")


def parse(body: bytes) -> Roster:
    """Read a roster; raises PaperError."""
    return parse_struct(body, Roster, "roster")
