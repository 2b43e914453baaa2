# SPDX-License-Identifier: GPL-3.0-or-later
"""The list as one readable page, for a browser or a printer; no script, no picture.

Whatever a teacher wrote is text and stays text: all of it is escaped.

Source: docs/spec/pack.md "list.html"; docs/rights.md S10.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html import escape
from typing import Final

from consent.documents.fields import Lang
from consent.ledger.draft import Line
from consent.ledger.html_document import document, moment
from consent.ledger.kinds import Chain
from consent.ledger.plain import sentences


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    about: str
    when: str
    what: str
    number: str
    own: str  # before the number of a line that the pupil's list alone has
    confirmed: str
    waiting: str
    given: str
    explained: str  # what waiting means


_WORDS: Final = {
    Lang.NL: _Words(
        title="Mijn inzage",
        about="Gemaakt op {made}. Nieuwste eerst.",
        when="Wanneer",
        what="Wat",
        number="Nummer",
        own="eigen {seq}",
        confirmed="bevestigd",
        waiting="nog niet bevestigd",
        given="teruggekregen van het programma van {who}",
        explained="“Nog niet bevestigd” betekent: het programma van je leraar heeft "
        "nog niet getoond dat het deze regel ook heeft.",
    ),
    Lang.EN: _Words(
        title="My inzage",
        about="Made on {made}. Newest first.",
        when="When",
        what="What",
        number="Number",
        own="own {seq}",
        confirmed="confirmed",
        waiting="not confirmed yet",
        given="given back by the program of {who}",
        explained="“Not confirmed yet” means: your teacher's program has not shown yet "
        "that it has this line too.",
    ),
    Lang.FR: _Words(
        title="Mon inzage",
        about="Fait le {made}. Le plus récent d’abord.",
        when="Quand",
        what="Quoi",
        number="Numéro",
        own="propre {seq}",
        confirmed="confirmé",
        waiting="pas encore confirmé",
        given="rendu par le programme de {who}",
        explained="« Pas encore confirmé » veut dire : le programme de ton professeur "
        "n’a pas encore montré qu’il a aussi cette ligne.",
    ),
}
_TABLE: Final = """<h1>{title}</h1>
<p>{about}</p>
<p>{explained}</p>
<table>
<thead><tr><th>{when}</th><th>{what}</th><th>{number}</th></tr></thead>
<tbody>
{rows}</tbody>
</table>
"""


def list_html(
    lines: Sequence[Line],
    *,
    lang: Lang,
    zone: tzinfo,
    made: datetime,
    reasons: Mapping[str, str],
) -> bytes:
    """Write the page.

    Args:
        lines: all lines, newest first.
        lang: the pupil's language.
        zone: the school's zone.
        made: when; aware.
        reasons: the charter's words for its reason codes, in this language.
    """
    words = _WORDS[lang]
    said = sentences(lines, lang, reasons=reasons)
    rows = [
        _row(line, text, zone, words) for line, text in zip(lines, said, strict=True)
    ]
    table = _TABLE.format(
        title=escape(words.title),
        about=escape(words.about.format(made=moment(made, zone))),
        explained=escape(words.explained),
        when=words.when,
        what=words.what,
        number=words.number,
        rows="".join(rows),
    )
    return document(lang, words.title, table)


def _row(line: Line, said: str, zone: tzinfo, words: _Words) -> str:
    when = moment(line.entry.common.t, zone) if line.entry else ""
    is_own = line.sealed.chain is Chain.OWN  # it counts by itself: 12 is there twice
    where = (words.own if is_own else "{seq}").format(seq=line.sealed.seq)
    if line.given:
        where += f" · {words.given.format(who=line.given)}"
    elif line.is_waiting or line.is_proven:  # else no teacher is to have it
        where += f" · {words.waiting if line.is_waiting else words.confirmed}"
    return f"<tr><td>{when}</td><td>{escape(said)}</td><td>{escape(where)}</td></tr>\n"
