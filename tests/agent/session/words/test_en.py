# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of one language keep to the rules of all."""

from agent.session.words import en
from tests.agent.session.words.rules import check_book


def test_the_book_keeps_the_rules() -> None:
    check_book(en.WORDS, en.DAYS, en.MONTHS, en.LONG_DAYS, en.LONG_MONTHS)
