# SPDX-License-Identifier: GPL-3.0-or-later
"""The charter before this one: kept so that pupils can be shown what changed.

It gives no power. Source: docs/spec/documents.md "What a new charter changes".
"""

from dataclasses import dataclass
from datetime import datetime

from consent.documents import charter
from consent.documents.charter import Charter
from consent.documents.paper import Paper
from consent.documents.signed import SignedPaper
from consent.errors import PaperError
from consent.shelf.held import Held


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was in force, and when another came in its place."""

    paper: SignedPaper
    charter: Charter
    at: datetime


def replacing(before: Held[Paper] | None, now: datetime) -> Replaced | None:
    """Keep what is being replaced, where it is a charter."""
    if before is None or not isinstance(before.document, Charter):
        return None
    return Replaced(before.paper, before.document, now)


def restored(kept: tuple[SignedPaper, datetime] | None) -> Replaced | None:
    """Take back what was kept on disk; what cannot be read is not shown."""
    if kept is None:
        return None
    paper, at = kept
    try:
        return Replaced(paper, charter.parse(paper.body), at)
    except PaperError:
        return None
