# SPDX-License-Identifier: GPL-3.0-or-later
"""Which class rules now, which slot runs, and whether the clock is true.

Source: docs/spec/decision.md "Clock"; docs/spec/access.md "Where and when".
"""

from agent.core import record
from agent.core.laptop import Laptop
from consent import timetable
from consent.clock import ClockWatch, plausible
from consent.ledger.kinds import Kind


def refresh(laptop: Laptop) -> None:
    """Read class, slot and clock anew from papers and time."""
    laptop.shelf.settle(laptop.now.wall)
    _find_slot(laptop)
    laptop.slip = laptop.shelf.slips.get(laptop.klass)
    _watch_clock(laptop)


def papers_came(laptop: Laptop) -> None:
    """Believe a stepped clock again once a newer set agrees with it."""
    watch = laptop.clock
    if watch is None or not watch.is_doubted:
        return
    for held in laptop.shelf.sets.values():
        watch = watch.set_came(held.serial, held.issued, laptop.now.wall)
    laptop.clock = watch
    if not watch.is_doubted:
        record.note(laptop, record.own(Kind.CLOCK, {"what": "agreed", "seconds": 0}))


def _find_slot(laptop: Laptop) -> None:
    shelf, lesson = laptop.shelf, laptop.lesson
    if lesson is not None:
        laptop.klass = lesson.klass
    trust, charter = shelf.trust, shelf.charter
    laptop.slot = None
    if trust is None or charter is None:
        return
    own = list(shelf.slips) or list(shelf.classes)
    if lesson is None and laptop.klass not in own:
        laptop.klass = own[0] if own else ""
    for klass in [laptop.klass] if lesson is not None else own:
        sheet = shelf.classes.get(klass)
        slot = sheet and timetable.slot_at(charter, sheet, trust.zone, laptop.now.wall)
        if slot:
            laptop.klass, laptop.slot = klass, slot
            return


def _watch_clock(laptop: Laptop) -> None:
    now, before = laptop.now, laptop.clock
    serial = max((x.serial for x in laptop.shelf.sets.values()), default=0)
    if before is None:
        before = ClockWatch(now.wall, now.boot_s)
    laptop.clock = before.looked(now.wall, now.boot_s, serial)
    if laptop.clock.is_doubted and not before.is_doubted:
        stepped = (now.wall - before.wall).total_seconds()
        fields = {"what": "stepped", "seconds": round(stepped)}
        record.note(laptop, record.own(Kind.CLOCK, fields))
    laptop.clock_ok = not laptop.clock.is_doubted and plausible(
        now.wall, laptop.last_entry, laptop.shelf.newest_issued
    )
