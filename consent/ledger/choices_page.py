# SPDX-License-Identifier: GPL-3.0-or-later
"""What I chose, as a page to keep: the receipt of each choice, with the text shown.

Source: docs/spec/pack.md "choices.html"; docs/rights.md R-16, R-51.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html import escape
from typing import Final

from consent.documents.fields import Lang
from consent.ledger.html_document import document, moment
from consent.record import PURPOSE_TEXT, ConsentRecord, GuardianChange
from consent.wording.notice import notice_of


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    about: str
    none: str
    now_yes: str
    now_no: str
    when: str
    what: str
    ends: str
    guardian_yes: str
    guardian_no: str
    shown: str
    lost: str
    number: str
    withdraw: str


_WORDS: Final = {
    Lang.NL: _Words(
        title="Wat ik koos",
        about="Gemaakt op {made}. Dit is jouw bewijs: bewaar het waar jij wil.",
        none="Je hebt nog niets gekozen.",
        now_yes="Nu: ja, tot {until}.",
        now_no="Nu: nee.",
        when="Wanneer",
        what="Wat",
        ends="Tot",
        guardian_yes="Je ouder of voogd zei ja, op papier.",
        guardian_no="Je ouder of voogd zei nee.",
        shown="Dit las je toen",
        lost="De tekst van toen zit niet meer in dit programma. Zijn nummer wel.",
        number="Nummer van de tekst",
        withdraw="Van gedacht veranderd? Klik op het oogje. Dat mag altijd.",
    ),
    Lang.EN: _Words(
        title="What I chose",
        about="Made on {made}. This is your proof: keep it where you like.",
        none="You have not chosen anything yet.",
        now_yes="Now: yes, until {until}.",
        now_no="Now: no.",
        when="When",
        what="What",
        ends="Until",
        guardian_yes="Your parent or guardian said yes, on paper.",
        guardian_no="Your parent or guardian said no.",
        shown="This is what you read then",
        lost="This program no longer has the text of then. It has its number.",
        number="Number of the text",
        withdraw="Changed your mind? Click on the eye. You always may.",
    ),
    Lang.FR: _Words(
        title="Ce que j’ai choisi",
        about="Fait le {made}. C’est ta preuve : garde-la où tu veux.",
        none="Tu n’as encore rien choisi.",
        now_yes="Maintenant : oui, jusqu’au {until}.",
        now_no="Maintenant : non.",
        when="Quand",
        what="Quoi",
        ends="Jusqu’au",
        guardian_yes="Ton parent ou tuteur a dit oui, sur papier.",
        guardian_no="Ton parent ou tuteur a dit non.",
        shown="Voici ce que tu as lu alors",
        lost="Ce programme n’a plus le texte d’alors. Il a son numéro.",
        number="Numéro du texte",
        withdraw="Tu changes d’avis ? Clique sur l’œil. Tu peux toujours.",
    ),
}
_SECTION: Final = """<section>
<h2>{purpose}</h2>
<p>{class_name}</p>
<p><strong>{now}</strong></p>
<table>
<thead><tr><th>{when}</th><th>{what}</th><th>{ends}</th></tr></thead>
<tbody>
{rows}</tbody>
</table>
<h3>{shown}</h3>
{text}
<p class="small">{number}: {sha256}</p>
</section>
"""


@dataclass(frozen=True, slots=True)
class _Style:
    """In which words and whose clock."""

    lang: Lang
    words: _Words
    zone: tzinfo
    made: datetime

    def until(self, at: datetime | None) -> str:
        return "" if at is None else moment(at, self.zone)


def choices_html(
    records: Sequence[ConsentRecord],
    said: Mapping[str, str],
    *,
    lang: Lang,
    zone: tzinfo,
    made: datetime,
) -> bytes:
    """Write the page.

    Args:
        records: one for each class and purpose.
        said: the list's own sentence of each choice, by `ConsentChange.line`.
        lang: the pupil's language.
        zone: the school's zone.
        made: when; aware.
    """
    style = _Style(lang, _WORDS[lang], zone, made)
    words = style.words
    about = escape(words.about.format(made=moment(made, zone)))
    parts = [_section(record, said, style) for record in records]
    body = "".join(parts) or f"<p>{escape(words.none)}</p>\n"
    top = f"<h1>{escape(words.title)}</h1>\n<p>{about}</p>\n"
    foot = f"<p>{escape(words.withdraw)}</p>\n"
    return document(lang, words.title, top + body + foot)


def _section(record: ConsentRecord, said: Mapping[str, str], style: _Style) -> str:
    words = style.words
    rows = [
        (one.time, said[one.line], one.valid_until if one.state.allows else None)
        for one in record.changes
    ]
    rows += [(one.time, _guardian(one, words), None) for one in record.guardian]
    sha256 = record.newest.notice_sha256
    text = notice_of(sha256)
    return _SECTION.format(
        purpose=escape(PURPOSE_TEXT[record.purpose][style.lang.value]),
        class_name=escape(record.class_name),
        now=escape(_now(record, style)),
        when=words.when,
        what=words.what,
        ends=words.ends,
        rows="".join(_row(*row, style) for row in sorted(rows, key=lambda row: row[0])),
        shown=escape(words.shown),
        text=f"<blockquote>{escape(text)}</blockquote>" if text else words.lost,
        number=escape(words.number),
        sha256=escape(sha256),
    )


def _now(record: ConsentRecord, style: _Style) -> str:
    newest = record.newest
    until = newest.valid_until
    if newest.state.allows and until is not None and style.made < until:
        return style.words.now_yes.format(until=style.until(until))
    return style.words.now_no


def _guardian(change: GuardianChange, words: _Words) -> str:
    return words.guardian_yes if change.says_yes else words.guardian_no


def _row(at: datetime, what: str, until: datetime | None, style: _Style) -> str:
    when, ends = moment(at, style.zone), style.until(until)
    return f"<tr><td>{when}</td><td>{escape(what)}</td><td>{ends}</td></tr>\n"
