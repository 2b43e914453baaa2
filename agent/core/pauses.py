# SPDX-License-Identifier: GPL-3.0-or-later
"""Even privé: a fact beside the choices, stored before anything else happens.

The pupil's own pause ends with [Verder] or with the slot; the one an unclean start
sets ends with the pupil's click alone. Source: docs/spec/consent.md "Rules".
"""

from datetime import datetime

from agent.core import choices, looks, record
from agent.core.commands import SendLocal, StorePause, StoreResume
from agent.core.laptop import Laptop
from consent.ledger.fields import time_text
from consent.ledger.kinds import Kind
from protocol.messages.local import ClickKept


def by_click(laptop: Laptop, n: int) -> None:
    """Pause: grants gone, grabbing off, on disk, told, and written in this order."""
    until = laptop.slot.ends if laptop.slot is not None else None
    if laptop.paused and laptop.paused_until is None:
        until = None  # an unclean start's pause is not shortened
    laptop.paused, laptop.paused_until = True, until
    looks.stop_grabbing(laptop)
    laptop.do(StorePause(until, n))
    looks.narrow(laptop, end="not_shared", cause="paused")
    _write(laptop, "on", "pupil", until)


def after_unclean_start(laptop: Laptop) -> None:
    """Pause until the pupil's own click: nobody knows what the last run forgot."""
    laptop.paused, laptop.paused_until = True, None
    laptop.do(StorePause(None, 0))
    _write(laptop, "on", "unclean_start", None)


def resume(laptop: Laptop, n: int) -> None:
    """Verder: it widens, so it counts once it is on disk, and only when it is new."""
    if n <= laptop.clicks_kept or not laptop.paused:
        laptop.do(SendLocal(ClickKept(n)))
        return
    laptop.do(StoreResume(n))


def resumed(laptop: Laptop, n: int) -> None:
    """The disk holds that the pause is over."""
    choices.click_kept(laptop, n)
    if n == 0:
        return
    laptop.paused, laptop.paused_until = False, None
    _write(laptop, "off", "pupil", None)


def tick(laptop: Laptop) -> None:
    """Let the pupil's own pause end with its slot, by a clock that is believed."""
    until = laptop.paused_until
    is_over = laptop.clock_ok and until is not None and laptop.now.wall >= until
    if laptop.paused and is_over:
        laptop.paused, laptop.paused_until = False, None
        laptop.do(StoreResume(0))
        _write(laptop, "off", "slot_end", None)


def _write(laptop: Laptop, what: str, why: str, until: datetime | None) -> None:
    fields = {"what": what, "why": why, "until": time_text(until) if until else ""}
    record.note(laptop, record.own(Kind.PAUSE, fields))
