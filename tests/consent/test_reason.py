# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.reason: 27 reasons, in the law's order."""

from consent.reason import Reason


def test_there_are_27_in_this_order() -> None:
    words = (
        "clock trust revoked role papers charter class_or_teacher slot floor network "
        "lesson other_teacher reason_code logged_first ledger session exempt indicator "
        "purpose_off notice opt_out guardian state expired paused cap event_no"
    )
    assert " ".join(Reason) == words
    assert [reason.number for reason in Reason] == list(range(1, 28))
