# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages and links: written down, then laid ready. Nothing opens by itself.

Opening one tells nobody. Source: docs/spec/access.md "Share".
"""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from agent.core import gate, links, record
from agent.core.commands import SendLocal
from agent.core.gate import Grant
from agent.core.laptop import Asked, Laptop
from consent.documents.command import LinkArgs, MessageArgs
from consent.ledger.chain import Sealed
from consent.ledger.kinds import Kind
from protocol.messages.local import Offer, OfferGone, OfferKind

OFFERS_KEPT: Final = 200


def take(laptop: Laptop, asked: Asked) -> None:
    """Weigh something a teacher sends, write it down, then lay it ready."""
    answer = gate.ask(laptop, asked, used=gate.used_today(laptop))
    what = _what(asked)
    if not isinstance(answer, Grant):
        record.refused(laptop, "share", answer.reason.value, asked.teacher)
        links.say_no(laptop, asked)
        return
    if what is None:
        record.refused(laptop, "share", "purpose_off", asked.teacher)
        links.say_no(laptop, asked)
        return
    fields, offer = what
    fields = {"what": asked.body.verb.value, **fields, **asked.record_fields()}

    record.append(
        laptop,
        record.shared(Kind.SHARE, fields),
        then=lambda outcome: _kept(laptop, asked, outcome.line, offer),
    )


def put_away(laptop: Laptop, offer_id: bytes) -> None:
    """Forget an offer that the pupil put away."""
    laptop.offers[:] = [offer for offer in laptop.offers if offer.id != offer_id]


def _kept(laptop: Laptop, asked: Asked, line: Sealed | None, offer: Offer) -> None:
    if line is None:
        links.say_no(laptop, asked)
        return
    record.settle(laptop, line, asked)
    links.say_yes(laptop, asked, line)
    put_away(laptop, offer.id)
    laptop.offers.append(offer)
    while len(laptop.offers) > OFFERS_KEPT:
        laptop.do(SendLocal(OfferGone(laptop.offers.pop(0).id)))
    laptop.do(SendLocal(offer))


def _what(asked: Asked) -> tuple[dict[str, object], Offer] | None:
    """Read what is shared; None for what this laptop does not take yet."""
    arguments = asked.body.arguments
    for kind, read in _READERS.items():
        if isinstance(arguments, kind):
            return read(asked)
    return None


def _message(asked: Asked) -> tuple[dict[str, object], Offer]:
    text = str(asked.body.args["text"])
    return {"text": text}, Offer(
        asked.access, OfferKind.MESSAGE, asked.teacher_name, text, "", ""
    )


def _link(asked: Asked) -> tuple[dict[str, object], Offer]:
    url, title = str(asked.body.args["url"]), str(asked.body.args["title"])
    host = urlsplit(url).hostname or ""
    return {"url": url, "title": title}, Offer(
        asked.access, OfferKind.LINK, asked.teacher_name, title, url, host
    )


_READERS: Final[dict[type, Callable[[Asked], tuple[dict[str, object], Offer]]]] = {
    MessageArgs: _message,
    LinkArgs: _link,
}
