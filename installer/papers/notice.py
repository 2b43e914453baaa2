# SPDX-License-Identifier: GPL-3.0-or-later
"""The notice for pupils, in layers: the page, the questions, all that art. 13 asks.

The words are those of consent.wording, sign for sign, so that the hashes printed below
them are the hashes in the charter and in each record of a choice.

Source: GDPR art. 12, 13; docs/spec/papers.md "Notice"; docs/rights.md R-51, R-52.
"""

from collections.abc import Mapping, Sequence

from consent.documents.fields import Band, Lang
from consent.purpose import PICTURES, Purpose
from consent.wording import notice as wording
from installer.papers.agreed import Agreed
from installer.papers.blocks import Block, Card, Look, Paper, Section, Table, Text
from installer.papers.facts import facts_of, foot, marks, warnings
from installer.papers.text import words, write


def notice(agreed: Agreed, lang: Lang, band: Band) -> Paper:
    """Write the notice for one age."""
    asked = [one for one in Purpose if one in PICTURES and agreed.charter.offers(one)]
    cards = [_card(one, lang, band) for one in asked]
    blocks: Mapping[str, Sequence[Block]] = {
        "questions": cards,
        "prints": [_prints(agreed, lang, band)],
    }
    facts = facts_of(
        agreed,
        lang,
        flags={"asked": bool(asked), "large": band is Band.SIX_TO_NINE},
        blocks=blocks,
    )
    written = write("notice", lang, facts)
    first, *others = wording.sections(lang, band, agreed.charter.guardian_age)
    return Paper(
        lang=lang,
        title=first.heading,
        issuer=agreed.trust.name,
        lead=(first.text,),
        warnings=warnings(agreed, lang),
        marks=marks(agreed, lang),
        sections=(
            *(
                Section(one.heading, (Text(one.text),), is_beside=True)
                for one in others
            ),
            *written.sections,
        ),
        foot=foot(agreed, lang),
        is_large=band is Band.SIX_TO_NINE,
    )


def _card(purpose: Purpose, lang: Lang, band: Band) -> Card:
    asked = wording.question(purpose, lang, band)
    parts = (asked.what, asked.why, asked.agreed)
    said = words(lang)
    return Card(
        asked.title,
        tuple((part.heading, part.text) for part in parts),
        asked.foot,
        (said["no"], said["yes"]),
    )


def _prints(agreed: Agreed, lang: Lang, band: Band) -> Table:
    said, charter = words(lang), agreed.charter
    unused = {one for one in PICTURES if not charter.offers(one)}
    texts = wording.texts(lang, band, charter.guardian_age)
    return Table(
        Look.PRINTS,
        said["prints"],
        (),
        tuple(
            (said["text"][id_], wording.notice_hash(t))
            for id_, t in texts.items()
            if id_ not in unused
        ),
    )
