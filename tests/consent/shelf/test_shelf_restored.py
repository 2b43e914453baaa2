# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.shelf.shelf: after a restart a laptop holds what it held before."""

from consent.documents.charter import Holiday
from consent.documents.classes import ExtraSlot
from consent.documents.signed import Kind
from consent.shelf.held import Accepted
from tests.fakes.school import NOW, make_school


def test_R23_a_lesson_that_a_newer_charter_made_a_holiday_is_still_known() -> None:
    """What was taken once is taken back; that no lesson runs then, decide() knows."""
    school = make_school()
    trip = ExtraSlot(
        slot="e" * 32,
        day=NOW.date(),
        starts="09:00",
        ends="16:00",
        subject="uitstap",
        teachers=(school.teachers[0].id,),
    )
    before = school.changed(sheet={"extra": (trip,)})
    shelf = before.shelf_for()
    days = Holiday(starts=NOW.date(), ends=NOW.date())
    after = before.newer(charter={"holidays": (days,)})
    shelf.accept_all(after.papers_for(), NOW)
    again = school.empty_shelf()
    answers = again.restore(shelf.papers(), NOW)
    assert all(isinstance(answer, Accepted) for answer in answers)
    assert again.listed() == shelf.listed()
    assert again.paper(Kind.CLASS, school.class_id)
