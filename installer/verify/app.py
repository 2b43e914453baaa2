# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-verify PACK`: check a pack, on any computer, without any network.

Exit 0: all of it holds. 1: something does not, and each sentence says what. 2: wrong
use, or a file that is no pack. Source: docs/spec/pack.md "Verifying".
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final, NoReturn

from consent.documents.fields import Lang
from consent.ledger.archive import NotAPackError
from consent.ledger.checks.finding import Finding
from consent.ledger.verify import is_good, verify_pack
from consent.version import ShowVersion
from installer.language import language
from installer.verify.words import EXAMPLE, USAGE, WORDS

GOOD: Final = 0
NOT_GOOD: Final = 1
UNREADABLE: Final = 2
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{64}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program."""
    typed = sys.argv[1:] if arguments is None else arguments
    asked = _Parser(language(typed, os.environ)).parse_args(typed)
    lang = Lang(asked.language) if asked.language else language((), os.environ)
    try:
        found = verify_pack(asked.pack.read_bytes(), asked.root)
    except OSError:
        return _unreadable(WORDS[lang]["unreadable"].format(file=asked.pack))
    except NotAPackError:
        return _unreadable(WORDS[lang]["no_pack"].format(file=asked.pack))
    print(_as_json(found) if asked.json else _as_text(found, lang))
    return GOOD if is_good(found) else NOT_GOOD


def fingerprint(text: str) -> str:
    """Read the number on the letter, with or without its spaces.

    Raises:
        ValueError: it is not such a number.
    """
    plain = re.sub(r"[\s:]", "", text).lower()
    if not _FINGERPRINT.fullmatch(plain):
        raise ValueError(text)
    return plain


class _Parser(argparse.ArgumentParser):
    """argparse, but every word of it in one language."""

    def __init__(self, lang: Lang) -> None:
        super().__init__(prog="inzage-verify")
        self._words: Mapping[str, str] = WORDS[lang]
        self.add_argument("--version", action=ShowVersion)
        self.add_argument("pack", type=Path)
        self.add_argument("--root", type=fingerprint)
        self.add_argument("--language", "--lang", choices=[one.value for one in Lang])
        self.add_argument("--json", action="store_true")

    def format_help(self) -> str:
        """Write the whole page; argparse would mix languages."""
        usage = self._words["usage"].format(usage=USAGE)
        page = self._words["help"].format(example=EXAMPLE)
        return f"{usage}\n\n{page}\n"

    def error(self, message: str) -> NoReturn:
        """End with the usage and one sentence."""
        why = self._words["number" if "--root" in message else "lacking"]
        usage = self._words["usage"].format(usage=USAGE)
        self.exit(UNREADABLE, f"{usage}\ninzage-verify: {why}\n")


def _as_text(found: Sequence[Finding], lang: Lang) -> str:
    marks = {True: WORDS[lang]["ok"], False: WORDS[lang]["wrong"]}
    return "\n".join(marks[one.ok] + one.sentence(lang) for one in found)


def _as_json(found: Sequence[Finding]) -> str:
    held = {"ok": is_good(list(found)), "findings": [asdict(one) for one in found]}
    return json.dumps(held, ensure_ascii=False, indent=1)


def _unreadable(sentence: str) -> int:
    print(f"inzage-verify: {sentence}", file=sys.stderr)
    return UNREADABLE
