# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands above the pupil's choice: what the school offers, and who said no.

Only for showing switches and asking questions; the gate asks the law itself.
Source: docs/spec/local.md "Choices".
"""

from datetime import datetime

from agent.core.laptop import Laptop
from consent.guardian import guardian_agrees
from consent.purpose import Purpose


def is_possible(laptop: Laptop, purpose: Purpose) -> bool:
    """Say whether a yes of the pupil could lead to anything."""
    papers = laptop.shelf.papers_of(laptop.klass)
    if papers is None or not papers.charter.offers(purpose):
        return False
    now = laptop.now.wall
    return not papers.slip.is_opted_out(purpose) and guardian_agrees(
        papers.slip, papers.trust, purpose, now, papers.day(now)
    )


def school_year(laptop: Laptop) -> str:
    """Name the school year of the class that rules now."""
    sheet = laptop.shelf.classes.get(laptop.klass)
    return "" if sheet is None else sheet.school_year


def choice_ends(laptop: Laptop) -> datetime | None:
    """Say until when a yes given now can hold: the class's own end, 31 August."""
    sheet = laptop.shelf.classes.get(laptop.klass)
    return None if sheet is None else sheet.not_after
