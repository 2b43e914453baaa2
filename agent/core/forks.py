# SPDX-License-Identifier: GPL-3.0-or-later
"""Two lists of one teacher: kept as evidence, and told to the pupil without blame.

Source: docs/spec/ledger.md "Two lists"; docs/rights.md R-33, D11.
"""

from typing import Final

from agent.core import record
from agent.core.commands import KeepFork
from agent.core.laptop import Laptop
from consent.ledger.checkpoint import parse_unchecked
from consent.ledger.kinds import Kind

TWO_LISTS: Final = "two_lists"


def two_lists(laptop: Laptop, note: bytes) -> None:
    """Keep a signed head that fits no other; tell the pupil once of each tree."""
    origin = parse_unchecked(note).origin
    known = record.read(laptop, lambda: laptop.records.has_fork(origin), doubt=True)
    laptop.do(KeepFork(note))
    if known or origin in laptop.two_lists:
        return
    laptop.two_lists.add(origin)
    name = laptop.teacher_name(origin.split("/")[3])
    record.note(laptop, record.own(Kind.TROUBLE, {"what": TWO_LISTS, "text": name}))
