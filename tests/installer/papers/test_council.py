# SPDX-License-Identifier: GPL-3.0-or-later
"""The report for the council: true, readable, and about nobody."""

import csv
import io

import pytest

from consent.documents.fields import Lang
from installer.papers import page
from installer.papers.blocks import LEFT_OUT, Chart, Paper, Table
from installer.papers.council import council_csv, council_report, said
from installer.papers.figures import figures
from installer.papers.register_counts import ClassCount
from installer.papers.usage import Usage
from tests.fakes.agreed import agreed
from tests.installer.papers.every import COUNTS, LANGS, some_figures


def blocks(paper: Paper, kind: type) -> list[object]:
    """List the blocks of a kind."""
    return [b for s in paper.sections for b in s.blocks if isinstance(b, kind)]


@pytest.mark.parametrize("lang", LANGS)
def test_R26_what_is_left_out_is_a_dash_everywhere(lang: Lang) -> None:
    held = some_figures()
    paper = council_report(agreed(), lang, held)
    (classes, *_) = blocks(paper, Table)
    assert isinstance(classes, Table)
    rows = {row[0]: row[1:] for row in (*classes.rows, classes.foot)}
    assert rows["BuSO"] == (LEFT_OUT,) * 4
    assert list(rows)[-1] in {"Hele school", "Whole school"}
    for name in held.classes:
        assert rows[name][1] == said(held.objecting.cells[name])


def test_R26_the_file_for_a_spreadsheet_says_no_more_than_the_paper() -> None:
    held = some_figures()
    rows = list(csv.reader(io.StringIO(council_csv(held), newline="")))
    found = {tuple(row[:3]): row[3] for row in rows[1:]}
    assert found["objecting", "", "2A"] == LEFT_OUT
    assert found["objecting", "", ""] == said(held.objecting.total)
    for (week, name), number in held.usage["looks"].cells.items():  # type: ignore[index] # its own value
        assert found["looks", week, name] == said(number)
    assert all(int(n) == 0 or int(n) >= 5 for n in found.values() if n != LEFT_OUT)


def test_S10_a_class_called_as_a_formula_is_a_text() -> None:
    held = figures([ClassCount("=1+1", 20, 9, 9, 9)], Usage({}))
    assert '"\'=1+1"' in council_csv(held)


def test_a_bar_stands_beside_its_number_and_a_left_out_one_has_none() -> None:
    paper = council_report(agreed(), Lang.NL, some_figures())
    charts = blocks(paper, Chart)
    assert len(charts) == 4
    for chart in charts:
        assert isinstance(chart, Chart)
        assert all((bar.part is None) == (bar.said == LEFT_OUT) for bar in chart.bars)
        assert all(bar.part is None or 0 <= bar.part <= 1 for bar in chart.bars)


def test_a_chart_of_dashes_is_no_chart() -> None:
    held = figures([ClassCount("1A", 20, 2, 0, 0)], Usage({}))
    assert blocks(council_report(agreed(), Lang.NL, held), Chart) == []


def test_R26_the_report_names_nobody_and_says_what_it_does_not_know() -> None:
    text = page.html([council_report(agreed(), Lang.NL, some_figures(used=False))])
    assert "Daarover zijn geen cijfers ingeleverd." in text
    assert "Hoeveel leerlingen ja of nee zeiden." in text
    assert len(COUNTS) == 4


@pytest.mark.parametrize(
    ("lang", "one", "hidden"),
    [(Lang.NL, "in 1 klas; ", "te klein"), (Lang.EN, "in 1 class; ", "too small")],
)
def test_R26_a_sentence_has_no_dash_and_no_wrong_plural(
    lang: Lang, one: str, hidden: str
) -> None:
    few = figures([ClassCount("1A", 3, 0, 0, 0)], Usage({}))
    first = page.html([council_report(agreed(), lang, few)]).partition("</li>")[0]
    assert one in first
    assert hidden in first
    assert LEFT_OUT not in first.rpartition("<li>")[2]
    many = page.html([council_report(agreed(), lang, some_figures())])
    assert {Lang.NL: "in 4 klassen.", Lang.EN: "in 4 classes."}[lang] in many
