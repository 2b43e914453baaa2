# SPDX-License-Identifier: GPL-3.0-or-later
"""In a demo school a yes ends with its papers and its bell, not with school hours."""

from consent.decision import Grant, decide
from consent.purpose import Purpose
from tests.fakes.school import NOW, make_school


def test_P11_a_demo_has_no_school_hours_to_end_with() -> None:
    school = make_school(NOW, kind="demo")
    found = decide(school.request(Purpose.OVERVIEW), school.facts(), NOW)
    assert isinstance(found, Grant)
    assert found.until > NOW
