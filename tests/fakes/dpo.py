# SPDX-License-Identifier: GPL-3.0-or-later
"""A DPO who wants words of one laptop's list erased."""

from collections.abc import Callable
from datetime import timedelta

from consent.documents.signed import Signer
from consent.ledger import officer
from consent.ledger.chain import Sealed
from consent.ledger.kinds import Kind
from consent.ledger.officer import OfficerOrder, Wish
from tests.fakes.lesson import PlayedLesson
from tests.fakes.school import School

REASON = "Dit ging over een ander kind."


def erase_order(school: School, about: int = 0, who: int = 0) -> OfficerOrder:
    """Make an order to erase a line, or all."""
    return OfficerOrder(
        wish=Wish.ERASE,
        school=school.trust.school,
        device=school.pupils[who].device,
        not_after=school.now + timedelta(days=6),
        about=about,
        text=REASON,
    )


def dpo_asks(
    lesson: PlayedLesson,
    about: int = 0,
    close: int = 0,
    sign: Callable[[bytes], bytes] | None = None,
) -> Sealed:
    """Write the line of an order as the laptop does; `sign` is the DPO's own."""
    order = erase_order(lesson.school, about)
    data = officer.encode(order, sign or lesson.school.keys[Signer.DPO].sign)
    return lesson.shared(Kind.ORDER, officer.line_fields(order, data, close))
