# SPDX-License-Identifier: GPL-3.0-or-later
"""The list as one readable page, for a browser or a printer; no script, no picture.

Whatever a teacher wrote is text and stays text: all of it is escaped.

Source: docs/spec/pack.md "list.html"; docs/rights.md S10.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from html import escape
from typing import Final

from consent.documents.fields import Lang
from consent.ledger.draft import Line
from consent.ledger.kinds import Chain
from consent.ledger.plain import sentences

_TITLES: Final = {
    Lang.NL: (
        "Mijn inzage",
        "Gemaakt op {made}. Nieuwste eerst.",
        ("Wanneer", "Wat", "Nummer"),
        {True: "bevestigd", False: "nog niet bevestigd"},
    ),
    Lang.EN: (
        "My inzage",
        "Made on {made}. Newest first.",
        ("When", "What", "Number"),
        {True: "confirmed", False: "not confirmed yet"},
    ),
    Lang.FR: (
        "Mon inzage",
        "Fait le {made}. Le plus récent d’abord.",
        ("Quand", "Quoi", "Numéro"),
        {True: "confirmé", False: "pas encore confirmé"},
    ),
}
_HEAD: Final = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1em/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 60em; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: .4em .8em .4em 0; }}
tr + tr td {{ border-top: 1px solid #8886; }}
td:first-child, td:last-child {{ white-space: nowrap; color: GrayText; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{about}</p>
<table>
<thead><tr><th>{when}</th><th>{what}</th><th>{number}</th></tr></thead>
<tbody>
"""
_FOOT: Final = "</tbody>\n</table>\n</body>\n</html>\n"


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
    title, about, (when, what, number), confirmed = _TITLES[lang]
    head = _HEAD.format(
        lang=lang.value,
        title=escape(title),
        about=escape(about.format(made=_moment(made, zone))),
        when=when,
        what=what,
        number=number,
    )
    said = sentences(lines, lang, reasons=reasons)
    rows = [
        _row(line, text, zone, confirmed[line.is_proven])
        for line, text in zip(lines, said, strict=True)
    ]
    return (head + "".join(rows) + _FOOT).encode("utf-8")


def _row(line: Line, said: str, zone: tzinfo, confirmed: str) -> str:
    when = _moment(line.entry.common.t, zone) if line.entry else ""
    where = f"{line.sealed.seq}"
    if line.sealed.chain is Chain.SHARED:
        where += f" · {confirmed}"
    return f"<tr><td>{when}</td><td>{escape(said)}</td><td>{escape(where)}</td></tr>\n"


def _moment(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).strftime("%d-%m-%Y %H:%M:%S")
