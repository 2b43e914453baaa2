# SPDX-License-Identifier: GPL-3.0-or-later
"""A school that stands well, to change one thing of."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec

from consent.documents.charter import Charter
from installer.admin.stages import Stage
from installer.admin.standing import Agreed, ClassStanding, Standing
from tests.fakes.school import make_school

SCHOOL = make_school()
NOW = SCHOOL.now
TODAY = NOW.astimezone(SCHOOL.trust.zone).date()


def well(**changed: Any) -> Standing:  # noqa: ANN401 -- any field
    """Give a school in which nothing is lacking, but what was changed."""
    stands = Standing(
        now=NOW,
        today=TODAY,
        trust=SCHOOL.trust,
        authorities_until=NOW + timedelta(days=500),
        dpo_counts_from=None,
        has_form=True,
        proposed=None,
        published=Agreed(charter(), is_signed=True),
        sets_until=NOW + timedelta(days=6),
        is_behind=False,
        classes=(ClassStanding("4B", pupils=20, laptops=20, forms_missing=0),),
        laptops_waiting=0,
        teachers=(("An Peeters", NOW + timedelta(days=90)),),
        stages=Counter({Stage.IN_FORCE: 2}),
    )
    return replace(stands, **changed)


def charter(**changed: Any) -> Charter:  # noqa: ANN401 -- any field
    """Give agreements that are good for months, but what was changed."""
    long = {"review_by": date(2027, 7, 1)}
    return msgspec.structs.replace(SCHOOL.charter, **long | changed)
