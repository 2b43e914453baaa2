# SPDX-License-Identifier: GPL-3.0-or-later
"""`slip`: what one laptop must know of one pupil in one class. Sealed to that laptop.

Its one signature can only deny: every yes inside it carries the DPO's as well, and so
does whatever it is less strict in than the slip before (consent/shelf/loosening.py).
Source: docs/spec/documents.md, "slip"; docs/rights.md D01, D04, D13.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from consent.documents import fields as f
from consent.documents.paper import Paper, check_year, parse_struct
from consent.documents.widening import Picture, SignedWidening, Widening, Wider
from consent.purpose import Purpose

Pictures = Annotated[tuple[Picture, ...], Meta(max_length=3)]


class Read(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody else read this pupil's list; the pupil is told."""

    day: date = msgspec.field(name="date")
    by: Literal["dpo", "guardian"]
    why: f.Text80


class Slip(
    Paper, frozen=True, kw_only=True, tag_field="type", tag="slip", omit_defaults=True
):
    """One pupil in one class on one laptop. Signed by the office."""

    v: Literal[1]
    class_id: f.Id = msgspec.field(name="class")
    pupil: f.Id
    device: f.Id
    account: f.Text80 | None = None  # where a laptop has accounts
    opt_outs: Pictures
    guardian_no: Pictures
    exempt_attention: bool
    decider_from: date  # from this day the pupil decides alone; never a birth date
    band: f.Band
    guardian: Annotated[tuple[SignedWidening, ...], Meta(max_length=3)]
    lifted: Annotated[tuple[SignedWidening, ...], Meta(max_length=8)] = ()
    lifts_from: f.U53 = 0  # widenings with a lower number are used up
    reads: Annotated[tuple[Read, ...], Meta(max_length=8)]

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        super().__post_init__()
        check_year(self, f.last_august_31(self.issued.date()))
        for name, purposes in (
            ("opt_outs", self.opt_outs),
            ("guardian_no", self.guardian_no),
            ("guardian", tuple(yes.body.purpose for yes in self.guardian)),
            ("lifted", tuple((x.body.answer, x.body.purpose) for x in self.lifted)),
        ):
            if len(set(purposes)) != len(purposes):
                raise ValueError(f"`{name}` has one purpose twice")
        for name, bodies in (
            ("guardian", [x.body for x in self.guardian]),
            ("lifted", [x.body for x in self.lifted]),
        ):
            if any(
                (x.answer is Wider.YES) != (name == "guardian") or not self._is_of(x)
                for x in bodies
            ):
                raise ValueError(f"`{name}` holds what is not of it or of this pupil")

    def _is_of(self, body: Widening) -> bool:
        return (body.pupil, body.class_id) == (self.pupil, self.class_id)

    def is_opted_out(self, purpose: Purpose) -> bool:
        """Say whether this pupil is left out of a purpose, for whatever reason."""
        return purpose.value in self.opt_outs

    def guardian_yes(self, purpose: Purpose) -> SignedWidening | None:
        """Find the guardian's yes for a purpose, signed or not."""
        return next(
            (yes for yes in self.guardian if yes.body.purpose == purpose.value), None
        )


def parse(body: bytes) -> Slip:
    """Read a slip; raises PaperError."""
    return parse_struct(body, Slip, "slip")
