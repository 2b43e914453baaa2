# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's copy of this pupil's lines, fetched for everyone and laid beside ours.

It runs at the start and end of every lesson, so that reading a list tells nobody. What
differs, or was there and is no more, becomes a line of the pupil's own.
Source: docs/spec/access.md "The teacher's copy".
"""

from collections.abc import Collection

from agent.core import links, record
from agent.core.commands import CompareCopy, SendWire
from agent.core.laptop import Laptop
from consent.ledger.retention import drop_before
from protocol import constants as c
from protocol.messages.records import LogAsk, LogCopy

AGREES = {
    "nl": "De lijst van je leraar is dezelfde als de jouwe.",
    "en": "Your teacher's list is the same as yours.",
    "fr": "La liste de ton professeur est la même que la tienne.",
}
DIFFERS = {
    "nl": "De lijst van je leraar is anders dan de jouwe. De jouwe telt.",
    "en": "Your teacher's list is not the same as yours. Yours counts.",
    "fr": "La liste de ton professeur n'est pas la même. La tienne compte.",
}


def ask(laptop: Laptop, link: int) -> None:
    """Ask the whole copy, from the first line on.

    What was proven to be there by now has to be in it.
    """
    asked = links.ready(laptop, link)
    if asked is not None:
        laptop.copy_agrees = True
        since = drop_before(laptop.now.wall, laptop.zone)
        none: Collection[int] = ()
        due = record.read(
            laptop, lambda: laptop.records.proven(asked.teacher, since), none
        )
        laptop.copy_due = set(due)
        laptop.do(SendWire(link, LogAsk(1, c.LOG_ENTRIES_ASKED)))


def heard(laptop: Laptop, link: int, copy: LogCopy) -> None:
    """Lay a part beside our own lines, and ask on."""
    laptop.copy_due.difference_update(entry.shared_seq for entry in copy.entries)
    laptop.do(CompareCopy(link, copy.entries, copy.last))


def compared(
    laptop: Laptop, link: int, *, agrees: bool, last_seq: int, last: bool
) -> None:
    """Keep the outcome for the pupil; ask the rest where there is more."""
    misses = last and bool(laptop.copy_due)
    _tell(laptop, link, differs=not agrees, misses=misses)
    laptop.copy_agrees = laptop.copy_agrees and agrees and not misses
    if last or not agrees:
        laptop.agrees = (AGREES if laptop.copy_agrees else DIFFERS)[laptop.lang.value]
    elif links.ready(laptop, link) is not None:
        laptop.do(SendWire(link, LogAsk(last_seq + 1, c.LOG_ENTRIES_ASKED)))


def _tell(laptop: Laptop, link: int, *, differs: bool, misses: bool) -> None:
    """Write it for the pupil, once a lesson hour."""
    asked = laptop.links.get(link)
    if asked is None:
        return
    name = laptop.teacher_name(asked.peer.id.hex())
    if differs:
        record.trouble(laptop, "copy_differs", name)
    elif misses:
        record.trouble(laptop, "copy_misses", name)
