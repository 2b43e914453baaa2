# SPDX-License-Identifier: GPL-3.0-or-later
"""A raised hand, and "kom kijken": the pupil's own act lets the teacher look once.

An offer exists for everyone; where it could not lead to a picture it goes out as a
plain hand, so that it tells nothing. Source: docs/spec/access.md "Hand and offer".
"""

from agent.core import links, possible, wordings
from agent.core.commands import SendWire
from agent.core.laptop import Laptop
from consent import purpose as p
from protocol.messages.commands import Hand


def raise_plain(laptop: Laptop) -> None:
    """Raise the hand."""
    _say(laptop, up=True, offer=False)


def offer_look(laptop: Laptop) -> None:
    """Raise the hand and let the teacher come and look, for two minutes."""
    lesson = laptop.lesson
    if lesson is None:
        return
    may = lesson.offers_made < p.OFFERS_PER_LESSON and _could_show(laptop)
    if may:
        lesson.offers_made += 1
        laptop.hand.offer_until_s = laptop.now.boot_s + p.OFFER_VIEW_S
    _say(laptop, up=True, offer=may)


def lower(laptop: Laptop) -> None:
    """Put the hand down; its offer is over too."""
    laptop.hand.offer_until_s = 0.0
    _say(laptop, up=False, offer=False)


def is_offered(laptop: Laptop) -> bool:
    """Say whether "kom kijken" stands now."""
    return laptop.hand.up and laptop.now.boot_s < laptop.hand.offer_until_s


def again(laptop: Laptop, link: int) -> None:
    """Tell a console that came back that the hand is still up."""
    if laptop.hand.up:
        laptop.do(SendWire(link, Hand(up=True, offer=is_offered(laptop))))


def _could_show(laptop: Laptop) -> bool:
    """Ask what stands between this pupil and a picture, the choice itself aside.

    Reasons 18 to 22 are looked at without a command: there is none yet.
    """
    return (
        laptop.session is not None
        and laptop.session.proof_ok
        and possible.is_possible(laptop, p.Purpose.VIEW)
        and wordings.is_shown(laptop, p.Purpose.VIEW)
    )


def _say(laptop: Laptop, *, up: bool, offer: bool) -> None:
    laptop.hand.up = up
    link = None if laptop.lesson is None else laptop.lesson.link
    if links.ready(laptop, link) is not None and link is not None:
        laptop.do(SendWire(link, Hand(up=up, offer=offer)))
