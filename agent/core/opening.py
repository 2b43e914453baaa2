# SPDX-License-Identifier: GPL-3.0-or-later
"""The line that begins a look or a curtain: who, why, for whom, until when.

Source: docs/spec/access.md "No record, no picture".
"""

from datetime import timedelta

from agent.core import record
from agent.core.laptop import Asked, Laptop
from consent.ledger.draft import Draft
from consent.ledger.fields import time_text
from consent.ledger.kinds import Kind
from consent.purpose import Purpose


def line(laptop: Laptop, purpose: Purpose, asked: Asked, left_s: float) -> Draft:
    """Draft an OPEN.

    Args:
        laptop: whose clock counts.
        purpose: of the power that is used.
        asked: the command it answers.
        left_s: how long it may last; the line says whole seconds, at least one. A sum
            of boot times may lack a millionth: two minutes are not 119 seconds.
    """
    until = laptop.now.wall.replace(microsecond=0) + timedelta(
        seconds=max(1, int(round(left_s, 3)))
    )
    fields = {
        "purpose": purpose.value,
        "reason_code": asked.body.reason_code,
        "reason": asked.body.reason,
        "scope": str(asked.body.args.get("scope", "one")),
        "until": time_text(until),
        **asked.record_fields(),
    }
    return record.shared(Kind.OPEN, fields)
