# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a teacher's record is kept: until 30 days after its school year.

A laptop that wrote a HOLD keeps its text here too; that of the others goes.
Source: docs/spec/ledger.md "How long"; docs/rights.md R-35.
"""

import logging
from datetime import datetime

from consent.clock import plausible
from consent.ledger.errors import RecordError
from console.ledger.record import Record

LOG = logging.getLogger(__name__)


def drop_old(record: Record, newest_paper: datetime | None, wall: datetime) -> None:
    """Delete what was kept no longer when the office last spoke.

    A computer's own clock can be set: alone it deletes nothing.

    Args:
        record: the teacher's.
        newest_paper: the latest moment any paper held was issued.
        wall: now, by this computer's clock.
    """
    if newest_paper is None or not plausible(wall, None, newest_paper):
        return
    try:
        gone = record.drop_old(min(newest_paper, wall))
    except RecordError:
        LOG.warning("Old lines could not be deleted; it is tried again")
        return
    if gone:
        LOG.info("%d months are past their keeping and were deleted", gone)
