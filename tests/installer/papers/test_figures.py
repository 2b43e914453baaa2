# SPDX-License-Identifier: GPL-3.0-or-later
"""Of all figures, only those stay that point at nobody."""

from datetime import date

from installer.papers.figures import figures
from installer.papers.register_counts import ClassCount
from installer.papers.usage import Measure, Usage
from tests.installer.papers.attacker import of_column
from tests.installer.papers.every import COUNTS, some_figures


def test_R26_D14_no_column_lets_a_small_number_be_worked_out() -> None:
    found = some_figures()
    sizes = {one.name: one.pupils for one in COUNTS}
    for shown, true in (
        (found.objecting, {one.name: one.objecting for one in COUNTS}),
        (found.exempt, {one.name: one.exempt for one in COUNTS}),
        (found.forms, {one.name: one.forms for one in COUNTS}),
    ):
        known = of_column(shown, sizes)
        for name, number in true.items():
            if number < 5:
                possible = [n for n in range(6) if known.could_be(name, n)]
                assert possible == list(range(min(5, sizes[name]) + 1))


def test_R26_weekly_numbers_of_a_class_are_those_of_the_log_or_left_out() -> None:
    week = date(2026, 11, 23)
    counts = {
        (Measure.LOOKS, week, "1A"): 12,
        (Measure.LOOKS, week, "1B"): 3,
        (Measure.LOOKS, week, "2A"): 7,
    }
    found = figures(COUNTS, Usage(counts)).usage[Measure.LOOKS]
    row = week.isoformat()
    assert found.cells == {(row, "1A"): 12, (row, "1B"): None, (row, "2A"): None}
    assert found.total == 22


def test_without_logs_there_are_no_weeks() -> None:
    found = some_figures(used=False)
    assert (found.weeks, found.usage) == ((), {})


def test_a_school_without_pupils_has_nothing_to_hide() -> None:
    found = figures([ClassCount("1A", 0, 0, 0, 0)], Usage({}))
    assert found.pupils.cells == {"1A": None}
