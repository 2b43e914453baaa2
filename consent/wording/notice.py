# SPDX-License-Identifier: GPL-3.0-or-later
"""The exact texts a pupil is shown, and the hash a consent record keeps of them.

Four texts per language and band: the page, and one question for each picture purpose.
No text holds a name, so that its hash is the same for everybody who was shown it.
Source: docs/spec/consent.md, "Words"; docs/rights.md R-50 to R-53.
"""

import hashlib
from functools import lru_cache
from typing import Final

from consent import purpose as p
from consent.documents.charter import NoticeRef
from consent.documents.fields import Band, Lang
from consent.purpose import Purpose
from consent.wording.en import EN
from consent.wording.fr import FR
from consent.wording.nl import NL
from consent.wording.parts import Question, Section, Words

VERSION: Final = "1"
PAGE: Final = "page"

_WORDS: Final[dict[Lang, Words]] = {Lang.NL: NL, Lang.EN: EN, Lang.FR: FR}


def sections(
    lang: Lang, band: Band, guardian_age: int = p.GUARDIAN_AGE
) -> tuple[Section, ...]:
    """Give the page in its parts.

    Args:
        lang: the language.
        band: the age band.
        guardian_age: 13 to 18, as the charter has it.
    """
    words = _WORDS[lang]
    age = words.ages[guardian_age - p.GUARDIAN_AGE]
    return tuple(
        Section(part.heading.replace("{age}", age), part.text)
        for part in words.pages[band]
    )


def notice_text(lang: Lang, band: Band, guardian_age: int = p.GUARDIAN_AGE) -> str:
    """Give the page as it is hashed: a heading and its text, line by line."""
    return "\n".join(
        line
        for part in sections(lang, band, guardian_age)
        for line in (part.heading, part.text)
    )


def question(purpose: Purpose, lang: Lang, band: Band) -> Question:
    """Give the question for a picture purpose; KeyError for any other."""
    return _WORDS[lang].questions[purpose, band]


@lru_cache(maxsize=64)  # each choice is weighed against them, every few seconds
def notice_hash(text: str) -> str:
    """Name a text by the SHA-256 of its UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def texts(lang: Lang, band: Band, guardian_age: int = p.GUARDIAN_AGE) -> dict[str, str]:
    """Give all four texts by the id a charter has for them."""
    asked = {
        purpose.value: question(purpose, lang, band).text
        for purpose in (Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW)
    }
    return {PAGE: notice_text(lang, band, guardian_age), **asked}


def notice_of(sha256: str) -> str | None:
    """Find the exact text of a hash; None: no text of this version has it."""
    return _all_texts().get(sha256)


@lru_cache(maxsize=1)
def _all_texts() -> dict[str, str]:
    return {
        notice_hash(text): text
        for lang in Lang
        for age in range(p.GUARDIAN_AGE, p.GUARDIAN_AGE + len(_WORDS[lang].ages))
        for band in Band
        for text in texts(lang, band, age).values()
    }


def notice_refs(
    langs: tuple[Lang, ...] = tuple(Lang), guardian_age: int = p.GUARDIAN_AGE
) -> tuple[NoticeRef, ...]:
    """Give what a charter lists, so that every text a pupil may see is in it."""
    return tuple(
        NoticeRef(
            id=name, version=VERSION, lang=lang, band=band, sha256=notice_hash(text)
        )
        for lang in langs
        for band in Band
        for name, text in texts(lang, band, guardian_age).items()
    )
