# SPDX-License-Identifier: GPL-3.0-or-later
"""The report for the school council: totals a parent can read, and no pupil in it.

Source: docs/spec/papers.md "Report"; docs/rights.md R-26.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from consent.documents.fields import Lang
from installer.papers.agreed import Agreed
from installer.papers.blocks import (
    LEFT_OUT,
    Bar,
    Block,
    Bullets,
    Chart,
    Look,
    Paper,
    Table,
)
from installer.papers.csv_text import csv_text
from installer.papers.facts import facts_of, foot, marks, short_day, warnings
from installer.papers.figures import Figures
from installer.papers.protect import Column, Grid
from installer.papers.text import source, words, write
from installer.papers.usage import Measure

CLASSES_ACROSS: Final = 7

_TITLES: Final = {
    Measure.LESSONS: "lessons",
    Measure.LOOKS: "looks_title",
    Measure.CALLS: "calls",
}


def council_report(agreed: Agreed, lang: Lang, figures: Figures) -> Paper:
    """Write the report."""
    own = source("council", lang)["words"]
    made = facts_of(agreed, lang).words
    blocks: Mapping[str, Sequence[Block]] = {
        "short": [_short(figures, own, made)],
        "classes": [_by_class(figures, own, made)],
        "objections": _objections(figures, own, lang),
        "charts": list(_charts(figures, own, lang)),
        "tables": list(_tables(figures, own, lang)),
    }
    flags = {"used": bool(figures.usage), "strange": bool(figures.strange)}
    more = {"strange": str(figures.strange)}
    written = write("council", lang, facts_of(agreed, lang, more, flags, blocks))
    return Paper(
        lang=lang,
        title=written.title,
        issuer=agreed.trust.name,
        lead=written.lead,
        warnings=warnings(agreed, lang),
        marks=(made["made"], *marks(agreed, lang)),
        sections=written.sections,
        foot=foot(agreed, lang),
    )


def council_csv(figures: Figures) -> str:
    """Give the same figures for a spreadsheet; what is left out stays left out."""
    rows = [("what", "week", "class", "number")]
    for what, column in _columns(figures):
        rows += [(what, "", name, said(n)) for name, n in column.cells.items()]
        rows.append((what, "", "", said(column.total)))
    for measure, grid in figures.usage.items():
        rows += [(measure, w, name, said(n)) for (w, name), n in grid.cells.items()]
        rows += [(measure, week, "", said(n)) for week, n in grid.rows.items()]
        rows += [(measure, "", name, said(n)) for name, n in grid.columns.items()]
        rows.append((measure, "", "", said(grid.total)))
    return csv_text(rows)


def said(number: int | None) -> str:
    """Write a number, or the sign for one that is left out."""
    return LEFT_OUT if number is None else str(number)


def _columns(figures: Figures) -> list[tuple[str, Column]]:
    return [
        ("pupils", figures.pupils),
        ("objecting", figures.objecting),
        ("exempt", figures.exempt),
        ("forms", figures.forms),
    ]


def _short(figures: Figures, own: Mapping[str, str], made: Mapping[str, str]) -> Block:
    total, count = figures.pupils.total, len(figures.classes)
    classes = own["class_one" if count == 1 else "class_many"].format(count=count)
    key = "pupils_hidden" if total is None else "pupils"
    lines = [own[key].format(part=total, classes=classes, made=made["made"])]
    objecting = figures.objecting.total
    key = "objecting_hidden" if objecting is None else "objecting"
    lines.append(own[key].format(part=said(objecting)))
    if figures.usage:
        looks = figures.usage[Measure.LOOKS].total
        key = "looks_hidden" if looks is None else "looks"
        lines.append(own[key].format(part=said(looks)))
    return Bullets(tuple(lines))


def _by_class(
    figures: Figures, own: Mapping[str, str], made: Mapping[str, str]
) -> Block:
    columns = _columns(figures)
    return Table(
        Look.NUMBERS,
        own["caption"].format_map(made),
        (own["class"], *(own[f"col_{name}"] for name, _ in columns)),
        tuple(
            (name, *(said(column.cells[name]) for _, column in columns))
            for name in figures.classes
        ),
        (own["total"], *(said(column.total) for _, column in columns)),
    )


def _objections(figures: Figures, own: Mapping[str, str], lang: Lang) -> list[Block]:
    of = words(lang)["of"]
    bars = []
    for name in figures.classes:
        part, whole = figures.objecting.cells[name], figures.pupils.cells[name]
        if part is None or whole is None:
            bars.append(Bar(name, None, LEFT_OUT))
        else:
            bars.append(Bar(name, part / whole, of.format(part=part, whole=whole)))
    told = any(bar.part is not None for bar in bars)
    return [Chart(own["chart"], tuple(bars))] if told else []


def _charts(figures: Figures, own: Mapping[str, str], lang: Lang) -> Iterator[Block]:
    for measure, grid in figures.usage.items():
        title = own[_TITLES[measure]]
        yield _bars(grid, own["per_week"].format(what=title), lang)


def _tables(figures: Figures, own: Mapping[str, str], lang: Lang) -> Iterator[Block]:
    for measure, grid in figures.usage.items():
        names = list(grid.columns)
        for at in range(0, len(names), CLASSES_ACROSS):
            some = names[at : at + CLASSES_ACROSS]
            yield _weeks(grid, own[_TITLES[measure]], some, own, lang)


def _weeks(
    grid: Grid, title: str, names: Sequence[str], own: Mapping[str, str], lang: Lang
) -> Block:
    return Table(
        Look.NUMBERS,
        title,
        (own["week"], *names, own["all_classes"]),
        tuple(
            (
                short_day(date.fromisoformat(week), lang),
                *(said(grid.cells[week, name]) for name in names),
                said(total),
            )
            for week, total in grid.rows.items()
        ),
        (
            own["total"],
            *(said(grid.columns[name]) for name in names),
            said(grid.total),
        ),
    )


def _bars(grid: Grid, title: str, lang: Lang) -> Block:
    longest = max((n for n in grid.rows.values() if n), default=1)
    return Chart(
        title,
        tuple(
            Bar(short_day(date.fromisoformat(week), lang), _part(n, longest), said(n))
            for week, n in grid.rows.items()
        ),
    )


def _part(number: int | None, longest: int) -> float | None:
    return None if number is None else number / longest
