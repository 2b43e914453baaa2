# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import changes, in words: totals first, then names, then nothing hidden."""

from collections.abc import Iterator
from typing import Final

from consent.store.register.changes import Change, Changes, Kind
from installer.admin.trouble import Said, said

SHOWN: Final = 20  # of each sort; all of them are in the report


def told(changes: Changes, shown: int = SHOWN) -> Iterator[Said]:
    """Say the changes: for each sort how many, then the first of them."""
    if not changes.found:
        yield said("change.nothing")
    for kind in Kind:
        found = changes.of(kind)
        if not found:
            continue
        yield said(f"change.{kind}.total", count=len(found))
        yield from map(line, found[:shown])
        if len(found) > shown:
            yield said("change.more", count=len(found) - shown)


def line(change: Change) -> Said:
    """Say one change."""
    values = {"who": change.who, "before": change.before, "after": change.after}
    return Said(f"change.{change.kind}", values)
