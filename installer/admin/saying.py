# SPDX-License-Identifier: GPL-3.0-or-later
"""Put what an admin is told into one language."""

import shlex
from collections import ChainMap
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Final

from consent.documents.fields import Lang
from installer.admin.signs import is_odd
from installer.admin.trouble import Said, Step
from installer.admin.words.en import changing as en_changing
from installer.admin.words.en import classes as en_classes
from installer.admin.words.en import help as en_help
from installer.admin.words.en import home as en_home
from installer.admin.words.en import papers as en_papers
from installer.admin.words.en import rosters as en_rosters
from installer.admin.words.en import school as en_school
from installer.admin.words.en import theft as en_theft
from installer.admin.words.en import use as en_use
from installer.admin.words.fr import changing as fr_changing
from installer.admin.words.fr import classes as fr_classes
from installer.admin.words.fr import help as fr_help
from installer.admin.words.fr import home as fr_home
from installer.admin.words.fr import papers as fr_papers
from installer.admin.words.fr import rosters as fr_rosters
from installer.admin.words.fr import school as fr_school
from installer.admin.words.fr import theft as fr_theft
from installer.admin.words.fr import use as fr_use
from installer.admin.words.nl import changing as nl_changing
from installer.admin.words.nl import classes as nl_classes
from installer.admin.words.nl import help as nl_help
from installer.admin.words.nl import home as nl_home
from installer.admin.words.nl import papers as nl_papers
from installer.admin.words.nl import rosters as nl_rosters
from installer.admin.words.nl import school as nl_school
from installer.admin.words.nl import theft as nl_theft
from installer.admin.words.nl import use as nl_use

TABLES: Final[Mapping[Lang, tuple[Mapping[str, str], ...]]] = {
    Lang.NL: tuple(
        one.WORDS
        for one in (
            nl_use,
            nl_school,
            nl_classes,
            nl_rosters,
            nl_home,
            nl_papers,
            nl_changing,
            nl_theft,
            nl_help,
        )
    ),
    Lang.EN: tuple(
        one.WORDS
        for one in (
            en_use,
            en_school,
            en_classes,
            en_rosters,
            en_home,
            en_papers,
            en_changing,
            en_theft,
            en_help,
        )
    ),
    Lang.FR: tuple(
        one.WORDS
        for one in (
            fr_use,
            fr_school,
            fr_classes,
            fr_rosters,
            fr_home,
            fr_papers,
            fr_changing,
            fr_theft,
            fr_help,
        )
    ),
}
WORDS: Final[Mapping[Lang, Mapping[str, str]]] = {
    lang: dict(ChainMap(*map(dict, tables))) for lang, tables in TABLES.items()
}
_ONE_OF: Final = "|"  # "{count} klas|{count} klassen"


def text(lang: Lang, said: Said) -> str:
    """Write a sentence out."""
    form = _form(lang, WORDS[lang][said.key], said.values.get("count"))
    filled = {name: shown(lang, value) for name, value in said.values.items()}
    return _plain(form.format(**filled))


def step_text(lang: Lang, step: Step, program: Sequence[str]) -> str:
    """Write out what to do next, each command on a line of its own to be copied."""
    lines = [shlex.join([*program, *words]) for words in step.commands]
    sentence = text(lang, Said("next", {"what": Said(step.key)}))
    return "\n".join([sentence, *(f"  {line}" for line in lines)])


def _form(lang: Lang, words: str, count: object) -> str:
    """Choose between one and many."""
    one, _, many = words.partition(_ONE_OF)
    single = {0, 1} if lang is Lang.FR else {1}
    return many if many and count not in single else one


def _plain(words: str) -> str:
    """Have no name out of a file write on the terminal, or turn a line around."""
    return "".join(
        "\ufffd" if sign != "\n" and is_odd(sign) else sign for sign in words
    )


def shown(lang: Lang, value: object) -> object:
    """Write a value as a person reads it."""
    match value:
        case Said():
            return text(lang, value)
        case Enum():  # a word of a closed list has its name in each language
            return text(lang, Said(f"{type(value).__name__.lower()}.{value.value}"))
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case str():
            return value
        case Sequence():
            return "\n".join(str(shown(lang, one)) for one in value)
        case _:
            return value
