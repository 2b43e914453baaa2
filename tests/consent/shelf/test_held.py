# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.shelf.held: a slip is named by its sealed bytes."""

from consent.shelf.held import WHOLE_SCHOOL, Held
from tests.fakes.school import make_school


def test_a_set_names_what_travelled() -> None:
    school = make_school()
    sealed = school.sealed[school.pupils[0].device]
    slip = school.slips[0]
    held = Held(sealed, school.signed(slip), slip)
    assert held.sha256 == sealed.sha256 != held.opened.sha256


def test_the_ref_of_a_whole_school_is_no_class() -> None:
    assert int(WHOLE_SCHOOL, 16) == 0
    assert len(WHOLE_SCHOOL) == 32
