# SPDX-License-Identifier: GPL-3.0-or-later
"""Every language of the checker says the same things."""

import re

import pytest

from consent.documents.fields import Lang
from installer.verify.words import WORDS

OPTION = re.compile(r"^  (\S+)", re.MULTILINE)


@pytest.mark.parametrize("lang", list(Lang))
def test_every_language_has_the_same_words_and_options(lang: Lang) -> None:
    words, dutch = WORDS[lang], WORDS[Lang.NL]
    assert list(words) == list(dutch)
    for key, text in words.items():
        assert set(re.findall(r"{(\w+)}", text)) == set(
            re.findall(r"{(\w+)}", dutch[key])
        )
    assert OPTION.findall(words["help"]) == OPTION.findall(dutch["help"])
    assert max(map(len, words["help"].splitlines())) <= 88
