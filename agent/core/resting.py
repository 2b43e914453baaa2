# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the looks may grab now. At most one Grab is out; the other look rests.

A look rests, open and untold, while the curtain is up or the session is locked; the
overview also while a view or show streams. Source: docs/spec/access.md "Resting".
"""

from typing import Final

from agent.core.access import AccessState
from agent.core.commands import SendLocal
from agent.core.laptop import Laptop, LookFacts
from consent import purpose as p
from consent.purpose import Purpose
from protocol.messages import local

OVERVIEW_QUALITY: Final = 50
VIEW_QUALITY: Final = 45
WIDE_PX: Final = 1_920  # the desktop that a full-width overview is meant for


def sync_grabs(laptop: Laptop) -> None:
    """Stop what may no longer grab, then start what may."""
    for look in laptop.looks:
        if look.grabbing and not may_grab(laptop, look):
            stop(laptop, look)
    for look in laptop.looks:
        if not look.grabbing and may_grab(laptop, look):
            _start(laptop, look)


def may_grab(laptop: Laptop, look: LookFacts) -> bool:
    """Say whether pictures of this look may be made now."""
    session = laptop.session
    if look.state is not AccessState.STREAMING or session is None:
        return False
    if session.locked or laptop.lock.is_up or not laptop.session_ok:
        return False
    return look is laptop.look or laptop.look.state is not AccessState.STREAMING


def stop(laptop: Laptop, look: LookFacts) -> None:
    """Take the Grab back."""
    if look.grabbing:
        look.grabbing = False
        laptop.do(SendLocal(local.GrabStop(look.wish.access)))


def _start(laptop: Laptop, look: LookFacts) -> None:
    look.grabbing = True
    is_small = look.power is Purpose.OVERVIEW
    gap_s = p.OVERVIEW_GAP_S if is_small else p.VIEW_GAP_S
    laptop.do(
        SendLocal(
            local.Grab(
                access=look.wish.access,
                purpose=local.Looks[look.power.name],
                width_px=width_px(laptop, look),
                quality=OVERVIEW_QUALITY if is_small else VIEW_QUALITY,
                min_gap_ms=int(gap_s * 1000),
                mark="" if is_small else _mark(laptop, look.wish.teacher_name),
            )
        )
    )


def width_px(laptop: Laptop, look: LookFacts) -> int:
    """Give how wide a picture of this look may be on this desktop."""
    if look.purpose is not Purpose.OVERVIEW:
        return look.width_px
    screens = laptop.session.here.screens if laptop.session else ()
    logical = [100 * screen.width_px // screen.scale_pct for screen in screens]
    narrowest = min(logical, default=WIDE_PX)
    return max(1, min(look.width_px, look.width_px * narrowest // WIDE_PX))


def _mark(laptop: Laptop, teacher_name: str) -> str:
    """Write what stands in a large picture: who looks, and when it began."""
    clock = laptop.local_time(laptop.now.wall).strftime("%H:%M")
    return f"{teacher_name} · {clock}"[: local.MARK_CHARS]
