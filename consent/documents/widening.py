# SPDX-License-Identifier: GPL-3.0-or-later
"""`widening`: what a slip is less strict in, signed once by the office and the DPO.

A guardian's yes, or that something which stood in the pupil's way is over. It travels
inside a slip. It can never replace the pupil's own yes.
Source: docs/spec/documents.md, "widening"; GDPR art. 8; docs/rights.md R-16, R-19, D04.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from consent.documents import fields as f
from consent.documents.paper import Paper, check_year, encode_struct, parse_struct
from consent.documents.signed import (
    MOST_SIGNATURES,
    Kind,
    Signature,
    Signer,
    checks,
)

Picture = Literal["overview", "view", "show"]


class Wider(StrEnum):
    """What two signatures allow: a guardian's yes, or the end of what forbade."""

    YES = "yes"
    OBJECTION_ENDED = "objection_ended"
    NO_ENDED = "no_ended"
    EXEMPTION_ENDED = "exemption_ended"
    DECIDES = "decides"  # the pupil decides alone from an earlier day


OF_ALL: Final = frozenset({Wider.EXEMPTION_ENDED, Wider.DECIDES})  # no purpose


class Widening(Paper, frozen=True, kw_only=True, tag_field="type", tag="widening"):
    """One thing for one pupil and class, on paper that somebody checked."""

    pupil: f.Id
    class_id: f.Id = msgspec.field(name="class")
    purpose: Picture | Literal[""]
    answer: Wider
    decider_from: date | msgspec.UnsetType = msgspec.UNSET
    method: Literal["paper_form_checked_by", "class_import"]
    checked_by: f.Text40  # a role at the school, no name
    checked_on: date = msgspec.field(name="date")

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        super().__post_init__()
        check_year(self, f.last_august_31(self.issued.date()))
        decides = self.answer is Wider.DECIDES
        if (self.purpose == "") != (self.answer in OF_ALL):
            raise ValueError("`purpose` and `answer` do not belong together")
        if decides != isinstance(self.decider_from, date):
            raise ValueError("`decider_from` belongs to `decides`, and to nothing else")
        if decides != (self.method == "class_import"):
            raise ValueError("`method` and `answer` do not belong together")


class SignedWidening(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """A widening with its own signatures; what they cover is `body`, as it stands."""

    body: Widening
    sigs: Annotated[tuple[Signature, ...], Meta(max_length=MOST_SIGNATURES)]

    def is_signed(self, office: bytes, dpo: bytes) -> bool:
        """Say whether both the office and the DPO signed it."""
        body = encode_struct(self.body)
        return all(
            any(s.by is by and checks(Kind.WIDENING, body, s, key) for s in self.sigs)
            for by, key in ((Signer.OFFICE, office), (Signer.DPO, dpo))
        )


def parse(body: bytes) -> Widening:
    """Read a widening; raises PaperError."""
    return parse_struct(body, Widening, "widening")
