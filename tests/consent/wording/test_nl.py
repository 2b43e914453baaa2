# SPDX-License-Identifier: GPL-3.0-or-later
"""The words are complete."""

from consent.wording.nl import NL
from tests.consent.wording.complete import check


def test_every_page_question_and_age_is_there() -> None:
    check(NL)
