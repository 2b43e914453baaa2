# SPDX-License-Identifier: GPL-3.0-or-later
"""A finding is a sentence in two languages with its names filled in."""

import pytest

from consent.ledger.checks.finding import bad, good


def test_names_are_filled_in() -> None:
    found = bad("member_added", name="x.txt")
    assert not found.ok
    assert found.sentence_nl == "Het deel x.txt is er bij gezet."
    assert found.sentence_en == "The part x.txt was added."


def test_good_is_good() -> None:
    assert good("device").ok


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        good("nothing")


def test_a_name_in_braces_is_not_a_place() -> None:
    assert "{0.x}" in bad("member_added", name="{0.x}").sentence_nl
