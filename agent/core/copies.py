# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's copy of this pupil's lines, fetched for everyone and laid beside ours.

It runs at the start and end of every lesson, so that reading a list tells nobody.
Source: docs/spec/access.md "The teacher's copy".
"""

from agent.core import links
from agent.core.commands import CompareCopy, SendWire
from agent.core.laptop import Laptop
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
    """Ask the whole copy, from the first line on."""
    if links.ready(laptop, link) is not None:
        laptop.copy_agrees = True
        laptop.do(SendWire(link, LogAsk(1, c.LOG_ENTRIES_ASKED)))


def heard(laptop: Laptop, link: int, copy: LogCopy) -> None:
    """Lay a part beside our own lines, and ask on."""
    laptop.do(CompareCopy(link, copy.entries, copy.last))


def compared(
    laptop: Laptop, link: int, *, agrees: bool, last_seq: int, last: bool
) -> None:
    """Keep the outcome for the pupil; ask the rest where there is more."""
    laptop.copy_agrees = laptop.copy_agrees and agrees
    if last or not agrees:
        laptop.agrees = (AGREES if laptop.copy_agrees else DIFFERS)[laptop.lang.value]
    elif links.ready(laptop, link) is not None:
        laptop.do(SendWire(link, LogAsk(last_seq + 1, c.LOG_ENTRIES_ASKED)))
