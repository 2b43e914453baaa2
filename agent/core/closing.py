# SPDX-License-Identifier: GPL-3.0-or-later
"""The line that ends a look or a curtain, and the one for the pupil alone behind it.

Source: docs/spec/access.md "No record, no picture".
"""

from typing import Final

from agent.core import record
from agent.core.laptop import Laptop, LockFacts, LookFacts, Then
from consent.ledger.kinds import Kind

AGAIN_S: Final = 5.0  # after the disk refused a CLOSE


def append(
    laptop: Laptop, facts: LookFacts | LockFacts, *, pictures: int, then: Then
) -> None:
    """Write CLOSE, and CAUSE where the true cause is another; or owe them."""
    open_seq = facts.open_seq or record.newest_unclosed(laptop)
    if open_seq == 0:  # an OPEN may be on a disk that cannot be read now
        owe(laptop, facts)
        return
    facts.open_seq = open_seq
    if facts.closed_s is None:
        facts.closed_s = max(0, round(laptop.now.boot_s - facts.opened_s))
    close = {
        "open_seq": open_seq,
        "seconds": facts.closed_s,
        "pictures": pictures,
        "end": facts.end or "link",
    }
    drafts = [record.shared(Kind.CLOSE, close)]
    if facts.cause and facts.cause != facts.end:
        cause = {"open_seq": open_seq, "cause": facts.cause}
        drafts.append(record.own(Kind.CAUSE, cause))
    record.append(laptop, *drafts, then=then, where=record.again(laptop, facts.where))


def owe(laptop: Laptop, facts: LookFacts | LockFacts) -> None:
    """Remember that the line still has to be written."""
    facts.close_failed_s = laptop.now.boot_s


def is_due_again(laptop: Laptop, facts: LookFacts | LockFacts) -> bool:
    """Say whether an owed line is to be tried now; then it is owed no longer."""
    failed_s = facts.close_failed_s
    if failed_s is None or laptop.now.boot_s < failed_s + AGAIN_S:
        return False
    facts.close_failed_s = None
    return True
