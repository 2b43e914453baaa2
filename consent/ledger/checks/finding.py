# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing that was checked, as a plain sentence in three languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from consent.documents.fields import Lang
from consent.documents.signed import Kind as PaperKind
from consent.ledger.checks.words import en, en_volume, fr, fr_volume, nl, nl_volume
from consent.ledger.kinds import Chain

WORDS: Final[Mapping[Lang, Mapping[str, str]]] = {
    Lang.NL: {**nl.WORDS, **nl_volume.WORDS},
    Lang.EN: {**en.WORDS, **en_volume.WORDS},
    Lang.FR: {**fr.WORDS, **fr_volume.WORDS},
}
_TERMS: Final[Mapping[type, str]] = {Chain: "chain", PaperKind: "kind"}
_ONE_OF: Final = "|"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says. The sentences are for people.

    `code` and `detail` are for programs and their makers; a detail is in English.
    """

    ok: bool
    code: str
    sentence_nl: str
    sentence_en: str
    sentence_fr: str
    detail: str = ""

    def sentence(self, lang: Lang) -> str:
        """Give the sentence in one language."""
        sentence: str = getattr(self, f"sentence_{lang}")
        return sentence


def good(code: str, **values: object) -> Finding:
    """Say that something holds, or note something that is nobody's fault."""
    return Finding(True, code, *_sentences(code, values))  # noqa: FBT003 -- the field


def bad(code: str, detail: object = "", **values: object) -> Finding:
    """Say that something does not hold."""
    said = _sentences(code, values)
    return Finding(False, code, *said, detail=str(detail))  # noqa: FBT003 -- the field


def _sentences(code: str, values: Mapping[str, object]) -> tuple[str, str, str]:
    found = [_sentence(words, code, values) for words in WORDS.values()]
    return found[0], found[1], found[2]


def _sentence(words: Mapping[str, str], code: str, values: Mapping[str, object]) -> str:
    one, _, many = words[code].partition(_ONE_OF)
    text = one if not many or values["count"] == 1 else many
    return text.format(**{name: _in(words, value) for name, value in values.items()})


def _in(words: Mapping[str, str], value: object) -> object:
    """Give the language's own word for a chain or a paper."""
    table = _TERMS.get(type(value))
    return words[f"{table}.{value}"] if table else value
