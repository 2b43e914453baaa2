# SPDX-License-Identifier: GPL-3.0-or-later
"""Afspraken: what the school decided, as plain lines a pupil can read.

Source: docs/spec/indicator.md "Afspraken"; docs/rights.md R-40.
"""

from typing import Final

from agent.core.laptop import Agreed, Laptop
from consent.documents.charter import Charter
from consent.documents.fields import Lang
from consent.purpose import Purpose

_HEADS: Final = {
    Lang.NL: (
        "School",
        "Wat mag",
        "Schoolraad",
        "Risico's bekeken",
        "Praat met",
        "Tot",
    ),
    Lang.EN: (
        "School",
        "What is allowed",
        "Council",
        "Risks weighed",
        "Talk to",
        "Until",
    ),
    Lang.FR: (
        "École",
        "Ce qui est permis",
        "Conseil",
        "Risques pesés",
        "Parle à",
        "Jusqu'à",
    ),
}
_PURPOSES: Final = {
    Lang.NL: {
        Purpose.OVERVIEW: "een klein beeld, als jij ja zegt",
        Purpose.VIEW: "je scherm groot, als jij ja zegt",
        Purpose.SHOW: "je scherm aan de klas, als jij het elke keer goed vindt",
        Purpose.ATTENTION: "aandacht vragen",
        Purpose.SHARE: "berichten en links sturen",
    },
    Lang.EN: {
        Purpose.OVERVIEW: "a small picture, if you say yes",
        Purpose.VIEW: "your screen large, if you say yes",
        Purpose.SHOW: "your screen to the class, if you agree each time",
        Purpose.ATTENTION: "asking for attention",
        Purpose.SHARE: "sending messages and links",
    },
    Lang.FR: {
        Purpose.OVERVIEW: "une petite image, si tu dis oui",
        Purpose.VIEW: "ton écran en grand, si tu dis oui",
        Purpose.SHOW: "ton écran à la classe, si tu es d'accord chaque fois",
        Purpose.ATTENTION: "demander l'attention",
        Purpose.SHARE: "envoyer des messages et des liens",
    },
}


def text(laptop: Laptop) -> str:
    """Give the agreements in force; "" while there are none."""
    charter, trust = laptop.shelf.charter, laptop.shelf.trust
    if charter is None or trust is None:
        return ""
    held = laptop.agreed
    if held is None or held.charter is not charter or held.school != trust.name:
        words = "\n".join(_lines(charter, trust.name, laptop.lang))
        held = laptop.agreed = Agreed(charter, trust.name, words)
    return held.words


def _lines(charter: Charter, school: str, lang: Lang) -> list[str]:
    name, allowed, council, risks, talk, until = _HEADS[lang]
    words, dpia = _PURPOSES[lang], charter.dpia
    offered = [words[x.purpose] for x in charter.purposes]
    people = (charter.contacts.school, charter.contacts.dpo)
    return [
        f"{name}: {school}",
        f"{allowed}: {'; '.join(offered)}.",
        f"{council}: {charter.council.body}, {charter.council.held_on:%d-%m-%Y}.",
        charter.council.text,
        f"{risks}: {dpia.ref} {dpia.version}, {dpia.made_on:%d-%m-%Y}.",
        *(f"{talk}: {x.name}, {x.email}, {x.phone}" for x in people),
        charter.authority,
        f"{until}: {charter.not_after:%d-%m-%Y}.",
    ]
