# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.reason: 26 reasons and the exemption, in the law's order."""

from consent.conditions import CONDITIONS
from consent.reason import Reason


def test_there_are_26_and_the_exemption_in_this_order() -> None:
    words = (
        "clock trust revoked role papers charter class_or_teacher slot floor network "
        "lesson other_teacher reason_code logged_first ledger session exempt indicator "
        "purpose_off notice opt_out guardian state expired paused cap event_no"
    )
    assert " ".join(Reason) == words
    assert [reason.number for reason in Reason] == list(range(1, 28))
    assert len(CONDITIONS) == len(Reason) - 1  # an exemption is never a no
