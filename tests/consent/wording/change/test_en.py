# SPDX-License-Identifier: GPL-3.0-or-later
"""The words are complete."""

from consent.wording.change.en import EN
from tests.consent.wording.change.complete import check


def test_R55_each_difference_has_its_sentence() -> None:
    check(EN)
