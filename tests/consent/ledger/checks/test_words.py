# SPDX-License-Identifier: GPL-3.0-or-later
"""Two languages name the same things, and blame nobody for a lost line."""

import re

import pytest

from consent.ledger.checks.words import WORDS


@pytest.mark.parametrize("code", list(WORDS))
def test_both_languages_name_the_same_things(code: str) -> None:
    nl, en = WORDS[code]
    places = re.compile(r"{(\w+)}")
    assert set(places.findall(nl)) == set(places.findall(en))
    assert nl != en


def test_a_lost_line_is_nobodys_fault() -> None:
    for code in ("gaps", "unproven"):
        nl, en = WORDS[code]
        assert "verbinding" in nl
        assert "connection" in en
