# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sentences of every language are held to."""

import re
from collections.abc import Mapping

from consent.ledger.checks.words import nl

MOST_CHARS = 210
CONNECTION = ("verbinding", "connection", "connexion")


def places(text: str) -> list[set[str]]:
    """Give the names in each form of a sentence: one, or one and many."""
    return [set(re.findall(r"{(\w+)}", form)) for form in text.split("|")]


def check_alike(words: Mapping[str, str], dutch: Mapping[str, str] = nl.WORDS) -> None:
    """Hold a language to the keys and the places of Dutch."""
    assert list(words) == list(dutch)
    for key, text in words.items():
        named = places(text)
        assert all(one == places(dutch[key])[0] for one in named), key
        assert len(named) == 1 or "count" in named[0], key


def check_nobody_blamed(words: Mapping[str, str]) -> None:
    """A line that is not kept twice can be the connection's doing."""
    for code in ("gaps", "unproven"):
        for form in words[code].split("|"):
            assert any(word in form for word in CONNECTION), code


def check_short(words: Mapping[str, str]) -> None:
    """Hold each form of a sentence to a length."""
    for key, text in words.items():
        assert all(0 < len(form) <= MOST_CHARS for form in text.split("|")), key
