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


def drop_old(ledger: AgentLedger, zone: tzinfo, now: datetime) -> int:
    """Delete what is kept no longer; say how many lines went.

    Call it only with a clock that is believed: a clock set forward must delete nothing.
    """
    try:
        if is_held(ledger.held_at(), now):
            return 0
        return ledger.drop_before(drop_before(now, zone))
    except LedgerError:
        LOG.warning("old lines could not be deleted; it is tried again")
        return 0
