# SPDX-License-Identifier: GPL-3.0-or-later
"""The guardian rule: under age a yes is needed beside the pupil's, always a no counts.

The pupil's own no wins over both; it is weighed elsewhere.
Source: docs/spec/decision.md, "Guardian"; GDPR art. 8; docs/rights.md R-19.
"""

from datetime import date, datetime

from consent.documents.signed import Signer
from consent.documents.slip import Slip
from consent.documents.trust import Trust
from consent.purpose import Purpose


def guardian_agrees(
    slip: Slip, trust: Trust, purpose: Purpose, now: datetime, today: date
) -> bool:
    """Say whether no guardian stands in the way of a purpose.

    Args:
        slip: one pupil's, in one class.
        trust: whose office and DPO must both have signed a guardian's yes.
        purpose: a picture purpose.
        now: aware UTC.
        today: the same instant's day in the school's zone.
    """
    if purpose.value in slip.guardian_no:
        return False
    if today >= slip.decider_from:
        return True
    yes = slip.guardian_yes(purpose)
    return (
        yes is not None
        and yes.body.school == trust.school
        and not yes.body.is_expired(now)
        and yes.is_signed(trust.key_of(Signer.OFFICE), trust.key_of(Signer.DPO))
    )
