# SPDX-License-Identifier: GPL-3.0-or-later
"""The charter before this one is shown and gives no power."""

from consent.documents.signed import Kind, SignedPaper
from consent.shelf.replaced import replacing, restored
from tests.fakes.papers import DAY
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()


def test_R47_the_newest_that_was_replaced_is_kept() -> None:
    shelf = SCHOOL.shelf_for()
    assert shelf.replaced is None
    second = SCHOOL.newer(charter={"overview_width_px": 240})
    third = second.newer(charter={"overview_width_px": 160})
    shelf.accept_all(second.papers_for(), NOW)
    shelf.accept_all(second.papers_for(), NOW + DAY)
    assert shelf.replaced is not None
    assert (shelf.replaced.charter, shelf.replaced.at) == (SCHOOL.charter, NOW)
    shelf.accept_all(third.papers_for(), NOW + DAY)
    assert shelf.replaced.charter == second.charter
    assert shelf.charter == third.charter


def test_only_a_charter_is_kept_and_only_one_that_can_be_read() -> None:
    assert replacing(None, NOW) is None
    assert restored(None) is None
    assert restored((SignedPaper(Kind.CHARTER, b"{}"), NOW)) is None
