# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the list as a whole is short, and there in every language."""

import re

import pytest

from agent.daemon import list_words
from consent.documents.fields import Lang

SENTENCES = {
    name: said
    for name, said in vars(list_words).items()
    if name.isupper() and isinstance(said, dict)
}
LONGEST_WORDS = 14
FITS_CHARS = 400  # of one field of a message


def test_all_are_looked_at() -> None:
    assert {"HEALTHY", "BROKEN", "ERASED", "KEPT", "HELD", "OWED"} <= set(SENTENCES)


@pytest.mark.parametrize("name", SENTENCES)
def test_R53_R55_every_sentence_is_short_in_every_language(name: str) -> None:
    said = SENTENCES[name]
    assert set(said) == set(Lang)
    fields = {lang: set(re.findall(r"{(\w+)}", text)) for lang, text in said.items()}
    for lang, text in said.items():
        assert fields[lang] == fields[Lang.NL]
        assert len(text) <= FITS_CHARS // 2
        for sentence in re.split(r"[.:,] ", text):
            assert len(sentence.split()) <= LONGEST_WORDS, sentence
