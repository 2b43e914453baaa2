# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-verify PACK`: check a pack, on any computer, without any network.

Exit 0: all of it holds. 1: something does not, and each sentence says what. 2: wrong
use, or a file that is no pack. Source: docs/spec/pack.md "Verifying".
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from consent.ledger.archive import NotAPackError
from consent.ledger.checks.finding import Finding
from consent.ledger.verify import is_good, verify_pack
from consent.version import ShowVersion

GOOD: Final = 0
NOT_GOOD: Final = 1
UNREADABLE: Final = 2
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{64}")
_MARKS: Final = {True: "  ok ", False: "FOUT "}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program."""
    asked = _parser().parse_args(arguments)
    try:
        data = asked.pack.read_bytes()
    except OSError as error:
        return _unreadable(f"{asked.pack}: {error.strerror or error}")
    try:
        found = verify_pack(data, asked.root)
    except NotAPackError:
        return _unreadable(
            f"{asked.pack}: dit is geen pak van Inzage / this is no pack of Inzage."
        )
    print(_as_json(found) if asked.json else _as_text(found, asked.lang))
    return GOOD if is_good(found) else NOT_GOOD


def fingerprint(text: str) -> str:
    """Read the number on the letter, with or without its spaces.

    Raises:
        argparse.ArgumentTypeError: it is not such a number.
    """
    plain = re.sub(r"[\s:]", "", text).lower()
    if not _FINGERPRINT.fullmatch(plain):
        raise argparse.ArgumentTypeError(
            "het nummer heeft 64 tekens, 0-9 en A-F / "
            "the number has 64 characters, 0-9 and A-F"
        )
    return plain


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inzage-verify",
        description="Kijk na of een pak van Inzage klopt. / Check a pack of Inzage.",
    )
    parser.add_argument("--version", action=ShowVersion)
    parser.add_argument(
        "pack", metavar="PACK", type=Path, help="het bestand / the file"
    )
    parser.add_argument(
        "--root",
        metavar="FP",
        type=fingerprint,
        help="het nummer van de school, op haar brief / the school's number",
    )
    parser.add_argument("--lang", choices=("nl", "en"), default="nl")
    parser.add_argument(
        "--json", action="store_true", help="voor programma's / for programs"
    )
    return parser


def _as_text(found: Sequence[Finding], lang: str) -> str:
    lines = [
        _MARKS[one.ok] + (one.sentence_nl if lang == "nl" else one.sentence_en)
        for one in found
    ]
    return "\n".join(lines)


def _as_json(found: Sequence[Finding]) -> str:
    held = {"ok": is_good(list(found)), "findings": [asdict(one) for one in found]}
    return json.dumps(held, ensure_ascii=False, indent=1)


def _unreadable(sentence: str) -> int:
    print(f"inzage-verify: {sentence}", file=sys.stderr)
    return UNREADABLE
