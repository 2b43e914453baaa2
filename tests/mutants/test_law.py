# SPDX-License-Identifier: GPL-3.0-or-later
"""tests.mutants.law: the list of what no test sees is of today's code."""

import pytest

from tests.architecture.house import ROOT
from tests.mutants.law import DECIDING, Known, faults_of, known, suites_of


@pytest.mark.parametrize("file", DECIDING)
def test_what_may_stay_is_still_a_fault_of_this_file(file: str) -> None:
    found = list(faults_of(file))
    rows = [row for row in known() if row.file == file]
    gone = [row for row in rows if not any(row.is_it(file, one) for one in found)]
    assert not gone


def test_nothing_else_may_stay_and_each_says_why() -> None:
    assert {row.file for row in known()} <= set(DECIDING)
    assert all(len(row.why) > 20 for row in known())


@pytest.mark.parametrize("file", DECIDING)
def test_each_file_has_its_tests(file: str) -> None:
    for some in suites_of(file):
        assert all((ROOT / test).is_file() for test in some)


def test_a_row_is_known_by_its_place_and_words_not_by_its_line() -> None:
    fault = next(faults_of("consent/guardian.py"))
    row = Known("consent/guardian.py", fault.place, fault.was, fault.now, "because")
    assert row.is_it("consent/guardian.py", fault)
    assert not row.is_it("consent/clock.py", fault)
