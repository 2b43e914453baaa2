# SPDX-License-Identifier: GPL-3.0-or-later
"""Which language a program of the office speaks: one, and the same in all it says.

What is asked for on the command line goes first, then INZAGE_LANGUAGE, then the
system's own locale; Dutch where none of them is a language we have.
Source: docs/spec/commands.md "Language"; docs/adr/0110.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from consent.documents.fields import Lang

VARIABLE: Final = "INZAGE_LANGUAGE"
OPTION: Final = "--language"
_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides


def language(words: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """Choose the language before anything is said, a fault in the words included.

    Args:
        words: the command line, without the program's name.
        environ: the environment.
    """
    locale = next((environ[name] for name in _LOCALES if environ.get(name)), "")
    candidates = (*_asked(words), environ.get(VARIABLE, ""), locale[:2])
    known = {lang.value: lang for lang in Lang}
    return next(
        (known[one.lower()] for one in candidates if one.lower() in known), Lang.NL
    )


def _asked(words: Sequence[str]) -> list[str]:
    """Give the values of the option, the last one first: that one counts."""
    found = [word.partition("=")[2] for word in words if word.startswith(f"{OPTION}=")]
    found += [value for word, value in pairwise(words) if word == OPTION]
    return found[::-1]
