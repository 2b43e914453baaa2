# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the record is kept here: until 30 days after its school year, unless held.

Source: docs/spec/ledger.md "How long"; docs/rights.md R-35.
"""

import logging
from datetime import datetime, tzinfo

from consent.ledger.erasure import is_held
from consent.ledger.errors import LedgerError
from consent.ledger.retention import drop_before
from consent.store.agent_ledger import AgentLedger

LOG = logging.getLogger("inzage.keeping")


def drop_old(
    ledger: AgentLedger, zone: tzinfo, newest_paper: datetime | None, wall: datetime
) -> int:
    """Delete what was kept no longer when the office last spoke; say how many went.

    A laptop's own clock can be set before it starts: alone it deletes nothing.

    Args:
        ledger: the pupil's record.
        zone: of the school.
        newest_paper: the latest moment any paper held was issued.
        wall: now, by this laptop's clock, which is believed.
    """
    if newest_paper is None:
        return 0
    known = min(newest_paper, wall)
    try:
        if is_held(ledger.held_at(), known):
            return 0
        return ledger.drop_before(drop_before(known, zone))
    except LedgerError:
        LOG.warning("old lines could not be deleted; it is tried again")
        return 0
