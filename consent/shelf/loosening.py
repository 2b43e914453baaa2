# SPDX-License-Identifier: GPL-3.0-or-later
"""What a slip is less strict in than the one before it, with one signature alone.

Source: docs/spec/documents.md, "slip"; docs/adr/0156; docs/rights.md R-19, D04.
"""

from datetime import date, datetime

from consent.documents.signed import Signer
from consent.documents.slip import Slip
from consent.documents.trust import Trust
from consent.documents.widening import SignedWidening, Wider


def unsigned(before: Slip, after: Slip, trust: Trust, now: datetime) -> str:
    """Name the first field that grew looser without office and DPO, or give "".

    Another pupil is another matter: a yes of the one is none of the other.
    """
    if before.pupil != after.pupil:
        return ""
    signed = [
        one.body
        for one in (*after.guardian, *after.lifted)
        if one.body.serial >= before.lifts_from and _counts(one, trust, now)
    ]
    ended = {(body.answer, body.purpose) for body in signed}
    days = [x.decider_from for x in signed if isinstance(x.decider_from, date)]
    fields = (
        ("lifts_from", after.lifts_from < before.lifts_from),
        (
            "opt_outs",
            any(
                (Wider.OBJECTION_ENDED, purpose) not in ended
                for purpose in {*before.opt_outs} - {*after.opt_outs}
            ),
        ),
        (
            "guardian_no",
            any(
                ended.isdisjoint({(Wider.NO_ENDED, purpose), (Wider.YES, purpose)})
                for purpose in {*before.guardian_no} - {*after.guardian_no}
            ),
        ),
        (
            "exempt_attention",
            before.exempt_attention > after.exempt_attention
            and (Wider.EXEMPTION_ENDED, "") not in ended,
        ),
        (
            "decider_from",
            after.decider_from < min([before.decider_from, *days]),
        ),
        ("guardian", _comes_again(before, after)),
    )
    return next((name for name, is_looser in fields if is_looser), "")


def _comes_again(before: Slip, after: Slip) -> bool:
    """Say whether a guardian's yes is laid in again after it was taken back."""
    held = [yes.body for yes in before.guardian]
    return any(
        yes.body.serial < before.lifts_from and yes.body not in held
        for yes in after.guardian
    )


def _counts(one: SignedWidening, trust: Trust, now: datetime) -> bool:
    return (
        one.body.school == trust.school
        and not one.body.is_expired(now)
        and one.is_signed(trust.key_of(Signer.OFFICE), trust.key_of(Signer.DPO))
    )
