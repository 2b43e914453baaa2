# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages and links: written down, then laid ready for a week.

Nothing opens by itself, and opening one or putting it away tells nobody.
Source: docs/spec/access.md "Share".
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from agent.core import gate, links, record
from agent.core.commands import PutAway, SendLocal
from agent.core.gate import Grant
from agent.core.laptop import Asked, Laptop
from agent.core.memory import Laid
from consent.documents.command import LinkArgs, MessageArgs, Verb
from consent.ledger.chain import Sealed
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Kind
from protocol.messages.local import Offer, OfferGone, OfferKind

OFFERS_KEPT: Final = 200
KEPT: Final = timedelta(days=7)
NOT_ERASED: Final = timedelta(days=1)  # as the lines that limits are counted from
_KINDS: Final = {
    Verb.MESSAGE.value: OfferKind.MESSAGE,
    Verb.LINK.value: OfferKind.LINK,
}


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


def lying_ready(laptop: Laptop) -> tuple[Offer, ...]:
    """Give what lies ready for the pupil this laptop is tied to, newest first."""
    own = (x.offer for x in reversed(laptop.offers) if x.pupil == laptop.pupil)
    return tuple(own)


def put_away(laptop: Laptop, offer_id: bytes) -> None:
    """Put away what the pupil put away, for good. No console is told."""
    _drop(laptop, offer_id)
    laptop.do(PutAway(offer_id))


def expire(laptop: Laptop) -> None:
    """Put away what lay here for a week, with a clock that is believed."""
    if laptop.clock_ok:
        _drop_older(laptop, KEPT)


def forget_erased(laptop: Laptop) -> None:
    """Put away what the pupil just had wiped from the list: all but the last day's."""
    _drop_older(laptop, NOT_ERASED)


def offer_of(line: EntryBody, offer_id: bytes) -> Offer | None:
    """Read from its line what was laid ready; None for what is not laid ready."""
    what = line.text("what")
    if what not in _KINDS:
        return None
    url = str(line.fields.get("url", ""))
    return Offer(
        id=offer_id,
        kind=_KINDS[what],
        teacher=line.text("teacher_name"),
        text=line.text("title" if url else "text"),
        url=url,
        host=_host(url),
    )


def _drop(laptop: Laptop, offer_id: bytes) -> None:
    laptop.offers[:] = [x for x in laptop.offers if x.offer.id != offer_id]


def _drop_older(laptop: Laptop, age: timedelta) -> None:
    while laptop.offers and laptop.offers[0].at <= laptop.now.wall - age:
        laptop.do(SendLocal(OfferGone(laptop.offers.pop(0).offer.id)))


def _kept(laptop: Laptop, asked: Asked, line: Sealed | None, offer: Offer) -> None:
    if line is None:
        links.say_no(laptop, asked)
        return
    record.settle(laptop, line, asked)
    links.say_yes(laptop, asked, line)
    _drop(laptop, offer.id)
    laptop.offers.append(Laid(offer, laptop.now.wall, laptop.pupil))
    while len(laptop.offers) > OFFERS_KEPT:
        laptop.do(SendLocal(OfferGone(laptop.offers.pop(0).offer.id)))
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
    return {"url": url, "title": title}, Offer(
        asked.access, OfferKind.LINK, asked.teacher_name, title, url, _host(url)
    )


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


_READERS: Final[dict[type, Callable[[Asked], tuple[dict[str, object], Offer]]]] = {
    MessageArgs: _message,
    LinkArgs: _link,
}
