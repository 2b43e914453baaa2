# SPDX-License-Identifier: GPL-3.0-or-later
"""One language is chosen: asked for, set, the system's, or Dutch."""

import pytest

from consent.documents.fields import Lang
from installer.language import language


@pytest.mark.parametrize(
    ("words", "environ", "lang"),
    [
        ([], {}, Lang.NL),
        ([], {"LANG": "C.UTF-8"}, Lang.NL),
        ([], {"LANG": "fr_BE.UTF-8"}, Lang.FR),
        ([], {"LANG": "de_BE.UTF-8"}, Lang.NL),
        ([], {"LANG": "fr_BE", "LC_ALL": "en_GB"}, Lang.EN),
        ([], {"LANG": "fr_BE", "LC_ALL": "C"}, Lang.NL),
        ([], {"LANG": "fr_BE", "LC_ALL": ""}, Lang.FR),
        ([], {"LANG": "fr_BE", "INZAGE_LANGUAGE": "EN"}, Lang.EN),
        ([], {"LANG": "fr_BE", "INZAGE_LANGUAGE": "xx"}, Lang.FR),
        (["--language", "en"], {"INZAGE_LANGUAGE": "fr"}, Lang.EN),
        (["status", "x", "--language=fr"], {}, Lang.FR),
        (["--language", "en", "x", "--language", "fr"], {}, Lang.FR),
        (["--language", "xx"], {"INZAGE_LANGUAGE": "fr"}, Lang.FR),
        (["--language"], {}, Lang.NL),
    ],
)
def test_the_nearest_word_about_language_counts(
    words: list[str], environ: dict[str, str], lang: Lang
) -> None:
    assert language(words, environ) is lang
