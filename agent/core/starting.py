# SPDX-License-Identifier: GPL-3.0-or-later
"""A start: what the last run owed is written before anybody can connect.

An unclean end is a doubt, so it pauses until the pupil's own click. Grants never
survive; a pause does. Source: docs/spec/access.md "A start".
"""

from agent.core import pauses, record
from agent.core.access import AccessEvent
from agent.core.laptop import Laptop
from agent.core.looks import happen
from agent.core.memory import Memory, OpenLine
from consent.ledger.kinds import Kind


def started(laptop: Laptop, memory: Memory) -> None:
    """Take up what the disk remembers."""
    for look in laptop.looks:
        happen(laptop, look, AccessEvent.DAEMON_STARTED)
    laptop.choices.update(memory.choices)
    laptop.yes_files.update(memory.yes_files)
    laptop.notices.update(memory.notices)
    laptop.paused, laptop.paused_until = memory.paused, memory.paused_until
    laptop.offers.extend(memory.offers)
    laptop.ledger_ok = memory.healthy
    laptop.last_entry, laptop.last_looked = memory.last_entry, memory.last_looked
    if not memory.clean_end:
        pauses.after_unclean_start(laptop)
    laptop.owed_closes = len(memory.unclosed)
    for opened in memory.unclosed:
        _close(laptop, opened)
    laptop.started = laptop.owed_closes == 0


def _close(laptop: Laptop, opened: OpenLine) -> None:
    """Close what a crash left open; its cap counts in full, for nobody knows better."""
    close = {
        "open_seq": opened.seq,
        "seconds": opened.seconds,
        "pictures": 0,
        "end": "link",
    }
    cause = {"open_seq": opened.seq, "cause": "restart"}

    def then(_: object) -> None:
        laptop.owed_closes -= 1
        laptop.started = laptop.owed_closes == 0

    record.append(
        laptop,
        record.shared(Kind.CLOSE, close),
        record.own(Kind.CAUSE, cause),
        then=then,
        where=opened.where(record.context(laptop)),
    )
