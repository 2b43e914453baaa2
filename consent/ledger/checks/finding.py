# SPDX-License-Identifier: GPL-3.0-or-later
"""One thing that was checked, as a plain sentence in two languages."""

from dataclasses import dataclass

from consent.ledger.checks.words import WORDS


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check says. `code` is for programs, the sentences are for people."""

    ok: bool
    code: str
    sentence_nl: str
    sentence_en: str


def good(code: str, **values: object) -> Finding:
    """Say that something holds, or note something that is nobody's fault."""
    return _finding(code, values, ok=True)


def bad(code: str, **values: object) -> Finding:
    """Say that something does not hold."""
    return _finding(code, values, ok=False)


def _finding(code: str, values: dict[str, object], *, ok: bool) -> Finding:
    nl, en = WORDS[code]
    return Finding(ok, code, nl.format(**values), en.format(**values))
