# SPDX-License-Identifier: GPL-3.0-or-later
"""Afspraken: what the school decided and whom to ask, as plain lines a pupil can read.

Blocks are parted by an empty line; the page shows each on a card of its own.
Source: docs/spec/indicator.md "Mijn inzage"; docs/rights.md R-40, R-54.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from agent.core.laptop import Agreed, Laptop
from consent.documents.charter import Charter, Contact
from consent.documents.fields import Lang
from consent.purpose import Purpose
from consent.wording.change.say import change_lines
from protocol.messages.local import NOTICE_BYTES

MOST_CHARS: Final = NOTICE_BYTES - 500  # what no page can hold is cut; a note follows


@dataclass(frozen=True, slots=True)
class _Words:
    ask: str
    at_school: str
    dpo: str
    authority: str
    new_dpo: str
    school: str
    allowed: str
    council: str
    risks: str
    until: str
    purposes: Mapping[Purpose, str]


_WORDS: Final = {
    Lang.NL: _Words(
        ask="Met wie kan je praten?",
        at_school="Op school",
        dpo="De privacyhulp van de school (DPO)",
        authority="Klagen kan ook bij",
        new_dpo="Vanaf {day} tekent een andere privacyhulp (DPO) voor de school. "
        "Tot dan telt alleen de vorige.",
        school="School",
        allowed="Wat mag",
        council="Schoolraad",
        risks="Risico's bekeken",
        until="Tot",
        purposes={
            Purpose.OVERVIEW: "een klein beeld, als jij ja zegt",
            Purpose.VIEW: "je scherm groot, als jij ja zegt",
            Purpose.SHOW: "je scherm aan de klas, als jij het elke keer goed vindt",
            Purpose.ATTENTION: "aandacht vragen",
            Purpose.SHARE: "berichten en links sturen",
        },
    ),
    Lang.EN: _Words(
        ask="Who can you talk to?",
        at_school="At school",
        dpo="The privacy helper of the school (DPO)",
        authority="You can also complain to",
        new_dpo="From {day} another privacy helper (DPO) signs for the school. "
        "Until then only the one before counts.",
        school="School",
        allowed="What is allowed",
        council="Council",
        risks="Risks weighed",
        until="Until",
        purposes={
            Purpose.OVERVIEW: "a small picture, if you say yes",
            Purpose.VIEW: "your screen large, if you say yes",
            Purpose.SHOW: "your screen to the class, if you agree each time",
            Purpose.ATTENTION: "asking for attention",
            Purpose.SHARE: "sending messages and links",
        },
    ),
    Lang.FR: _Words(
        ask="À qui peux-tu parler ?",
        at_school="À l'école",
        dpo="L'aide vie privée de l'école (DPO)",
        authority="Tu peux aussi te plaindre à",
        new_dpo="À partir du {day}, une autre aide vie privée (DPO) signe pour l'école."
        " D'ici là, seule la précédente compte.",
        school="École",
        allowed="Ce qui est permis",
        council="Conseil",
        risks="Risques pesés",
        until="Jusqu'à",
        purposes={
            Purpose.OVERVIEW: "une petite image, si tu dis oui",
            Purpose.VIEW: "ton écran en grand, si tu dis oui",
            Purpose.SHOW: "ton écran à la classe, si tu es d'accord chaque fois",
            Purpose.ATTENTION: "demander l'attention",
            Purpose.SHARE: "envoyer des messages et des liens",
        },
    ),
}


def text(laptop: Laptop) -> str:
    """Give what pupils are told of the papers held; "" while there are none."""
    words = _WORDS[laptop.lang]
    blocks = (_new_dpo(laptop, words), _of_charter(laptop, words))
    return "\n\n".join(block for block in blocks if block)


def _new_dpo(laptop: Laptop, words: _Words) -> str:
    """Say from which day a change of who signs for pupils counts, while it waits."""
    starts = laptop.shelf.pending_from
    if starts is None:
        return ""
    return words.new_dpo.format(day=f"{laptop.local_time(starts):%d-%m-%Y}")


def _of_charter(laptop: Laptop, words: _Words) -> str:
    charter, trust = laptop.shelf.charter, laptop.shelf.trust
    if charter is None or trust is None:
        return ""
    held = laptop.agreed
    if held is None or held.charter is not charter or held.school != trust.name:
        blocks = (
            _changed(laptop, charter),
            _people(charter, words),
            _agreed(charter, trust.name, words),
        )
        said = "\n\n".join("\n".join(block) for block in blocks if block)
        held = laptop.agreed = Agreed(charter, trust.name, said[:MOST_CHARS])
    return held.words


def _changed(laptop: Laptop, charter: Charter) -> list[str]:
    before = laptop.shelf.replaced
    if before is None:
        return []
    day = laptop.local_time(before.at).date()
    return change_lines(before.charter, charter, day, laptop.lang)


def _people(charter: Charter, words: _Words) -> list[str]:
    contacts = charter.contacts
    return [
        words.ask,
        f"{words.at_school}: {_reach(contacts.school)}",
        f"{words.dpo}: {_reach(contacts.dpo)}",
        f"{words.authority}: {charter.authority}",
    ]


def _reach(who: Contact) -> str:
    return f"{who.name}, {who.email}, {who.phone}"


def _agreed(charter: Charter, school: str, words: _Words) -> list[str]:
    council, dpia = charter.council, charter.dpia
    offered = [words.purposes[x.purpose] for x in charter.purposes]
    return [
        f"{words.school}: {school}",
        f"{words.allowed}: {'; '.join(offered)}.",
        f"{words.council}: {council.body}, {council.held_on:%d-%m-%Y}.",
        council.text,
        f"{words.risks}: {dpia.ref} {dpia.version}, {dpia.made_on:%d-%m-%Y}.",
        f"{words.until}: {charter.not_after:%d-%m-%Y}.",
    ]
