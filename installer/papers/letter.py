# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter to parents: the pupil's facts in their words, and a sheet to answer on.

Source: docs/spec/papers.md "Letter"; docs/rights.md R-56.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from consent.documents.fields import Lang
from consent.purpose import PICTURES, Purpose
from installer.papers.agreed import Agreed
from installer.papers.blocks import Block, Choice, Form, Heading, Paper
from installer.papers.facts import facts_of, foot, marks, warnings
from installer.papers.qr import code
from installer.papers.text import Facts, source, words, write

_BOX = ""  # a box without a word: a cross in it says what stands before it


class Age(StrEnum):
    """Which letter a home gets."""

    UNDER = "under_age"  # the guardian's yes is needed too
    OF_AGE = "of_age"  # the pupil decides, the guardian may object
    BOTH = "both_ages"  # one letter for a whole class


@dataclass(frozen=True, slots=True)
class Home:
    """Whom a letter is for. pupil is None in a letter for a whole class."""

    klass: str
    pupil: str | None = None
    decider_from: date | None = None

    def age(self, today: date) -> Age:
        """Say which letter it is; a pupil whose day is not known counts as young."""
        if self.pupil is None:
            return Age.BOTH
        alone = self.decider_from is not None and today >= self.decider_from
        return Age.OF_AGE if alone else Age.UNDER


def letter(agreed: Agreed, lang: Lang, home: Home) -> Paper:
    """Write one letter."""
    age = home.age(agreed.today)
    own = source("letter", lang)["words"]
    flags = {one.value: one is age for one in Age} | {"named": home.pupil is not None}
    plain = facts_of(agreed, lang)
    blocks: Mapping[str, list[Block]] = {
        "answers": _answers(agreed, age, own, plain, lang),
        "check": [code(agreed, own["check"])],
    }
    names = {"pupil": home.pupil or "", "class": home.klass}
    facts = facts_of(agreed, lang, names, flags, blocks)
    written = write("letter", lang, facts)
    to = own["to_pupil" if home.pupil else "to_class"].format_map(names)
    return Paper(
        lang=lang,
        title=written.title,
        issuer=agreed.trust.name,
        lead=written.lead,
        warnings=warnings(agreed, lang),
        marks=(to, facts.words["made"], *marks(agreed, lang)),
        sections=written.sections,
        foot=foot(agreed, lang),
    )


def _answers(
    agreed: Agreed, age: Age, own: Mapping[str, str], facts: Facts, lang: Lang
) -> list[Block]:
    said = words(lang)
    asked = [one for one in Purpose if one in PICTURES and agreed.charter.offers(one)]
    both = (said["no"], said["yes"])
    consent = Form(tuple(Choice(own[one.value], both) for one in asked))
    objections = [Choice(own[f"no_{one.value}"], (_BOX,)) for one in asked]
    against = Form((*objections, Choice(own["undo"], (_BOX,))))
    if age is Age.UNDER:
        return [consent]
    if age is Age.OF_AGE:
        return [against]
    return [
        Heading(own["for_under_age"].format_map(facts.words)),
        consent,
        Heading(own["for_of_age"].format_map(facts.words)),
        against,
    ]
