# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is made of agreements that are over."""

from datetime import date, timedelta

import pytest

from consent.purpose import Purpose
from installer.papers.agreed import Lapsed, NotInForceError
from tests.fakes.agreed import NOW, agreed

DAY = timedelta(days=1)


def test_R46_an_overdue_review_is_a_reason_for_no_paper() -> None:
    review = NOW.date() + 10 * DAY
    assert agreed(NOW + 10 * DAY, review_by=review).until == review
    with pytest.raises(NotInForceError) as caught:
        agreed(NOW + 11 * DAY, review_by=review)
    assert caught.value.reasons == ((Lapsed.REVIEW, review),)


def test_R46_every_end_is_named_with_its_day() -> None:
    with pytest.raises(NotInForceError) as caught:
        agreed(NOW + 301 * DAY)
    over = date(2027, 9, 20)
    assert caught.value.reasons == (
        (Lapsed.EXPIRED, over),
        (Lapsed.REVIEW, over),
        (Lapsed.COUNCIL, over),
    )


def test_R51_a_charter_of_other_words_is_refused() -> None:
    held = agreed()
    with pytest.raises(NotInForceError) as caught:
        agreed(notices=held.charter.notices[1:])
    assert caught.value.reasons == ((Lapsed.WORDS, held.since),)


def test_papers_can_be_made_before_the_first_day() -> None:
    assert agreed(effective=NOW + 30 * DAY).since == date(2026, 12, 24)


def test_a_purpose_that_is_not_used_has_no_basis() -> None:
    held = agreed(purposes=())
    assert held.basis(Purpose.VIEW) is None
    assert agreed().basis(Purpose.VIEW) is not None
