# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture from the session: five checks, and the law again, before it may leave.

Its access is the open one and streams; it is under a second old; its indicator was
proven; it is as small as asked; and decide() says yes on today's facts.
Source: docs/spec/access.md "Frame".
"""

from typing import Final

from agent.core import asking, looks, resting
from agent.core.access import AccessEvent, AccessState
from agent.core.commands import SendLocal, SendPicture
from agent.core.gate import Grant
from agent.core.laptop import Laptop, LookFacts
from agent.core.throttle import is_fresh
from consent.purpose import Purpose
from protocol import constants as c
from protocol.messages.local import Frame, FrameSent
from protocol.messages.pictures import PictureTaken

TALL: Final = 4  # the tallest screen, in its own width


def heard(laptop: Laptop, frame: Frame) -> None:
    """Let one picture leave, or drop it; it is never queued."""
    look = laptop.look_of(frame.access)
    if look is None:
        drop(laptop, frame)
        return
    passes = _passes(laptop, look, frame)
    event = AccessEvent.FRAME_PASSED if passes else AccessEvent.FRAME_FAILED
    looks.happen(laptop, look, event)
    if passes and look.state is AccessState.STREAMING:
        look.lane.leave(frame.n, frame.screen, laptop.now.boot_s)
        look.pictures += 1
        is_small = look.purpose is Purpose.OVERVIEW
        laptop.do(SendPicture(look.wish.link, frame, overview=is_small))
    else:
        drop(laptop, frame)


def drop(laptop: Laptop, frame: Frame) -> None:
    """Let a picture go, and let the session make its next."""
    laptop.do(SendLocal(FrameSent(frame.access, frame.n, sent=False)))


def taken(laptop: Laptop, link: int, word: PictureTaken) -> None:
    """The console has it: the next may leave."""
    look = laptop.look_of(word.access)
    if look is None or look.wish.link != link:
        return
    if look.lane.taken(word.n):
        laptop.do(SendLocal(FrameSent(word.access, word.n, sent=True)))


def _passes(laptop: Laptop, look: LookFacts, frame: Frame) -> bool:
    session = laptop.session
    return (
        look.grabbing
        and resting.may_grab(laptop, look)
        and session is not None
        and session.proof_ok
        and is_fresh(frame.taken_ms, laptop.now.boot_s)
        and look.lane.is_free(frame.screen, laptop.now.boot_s)
        and _is_small_enough(look, frame)
        and frame.access not in laptop.vetoed
        and isinstance(asking.decide_again(laptop, look), Grant)
    )


def _is_small_enough(look: LookFacts, frame: Frame) -> bool:
    is_small = look.purpose is Purpose.OVERVIEW
    most_bytes = c.OVERVIEW_BYTES if is_small else c.PICTURE_BYTES
    return (
        len(frame.data) <= most_bytes
        and frame.width_px <= look.width_px
        and frame.height_px <= look.width_px * TALL
    )
