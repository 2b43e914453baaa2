# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-verify PACK...`: check packs and volumes, on any computer, without a network.

Several files, or a folder of them, are laid beside each other too: what one side leaves
out, another has. Exit 0: all of it holds. 1: something does not, and each sentence says
what. 2: wrong use, or a file that is no pack.
Source: docs/spec/pack.md "Verifying"; docs/spec/volume.md "Together".
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
from consent.ledger.verify import Checked, is_good, verify, verify_together
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
        files = _checked(asked.packs, asked.root)
    except _UnreadableError as error:
        print(
            f"inzage-verify: {WORDS[lang][error.why].format(file=error.file)}",
            file=sys.stderr,
        )
        return UNREADABLE
    beside = verify_together(files)
    print(_as_json(files, beside) if asked.json else _as_text(files, beside, lang))
    found = [*beside, *(one for file in files.values() for one in file.found)]
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
        self.add_argument("packs", type=Path, nargs="+")
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


class _UnreadableError(Exception):
    """A file that was named and cannot be checked; `why` is a key of the words."""

    def __init__(self, why: str, file: Path) -> None:
        super().__init__(why)
        self.why, self.file = why, file


def _checked(named: Sequence[Path], root: str | None) -> dict[str, Checked]:
    """Check each file that was named, and each pack in a folder that was."""
    files: dict[str, Checked] = {}
    for path in named:
        if path.is_dir():
            found = {file: _check(file, root) for file in sorted(path.glob("*.zip"))}
            there = {file: one for file, one in found.items() if one is not None}
            if not there:
                raise _UnreadableError("unreadable", path)
        else:
            checked = _check(path, root)
            if checked is None:
                raise _UnreadableError("no_pack", path)
            there = {path: checked}
        for file, one in there.items():
            files[str(file) if file.name in files else file.name] = one
    return files


def _check(file: Path, root: str | None) -> Checked | None:
    """Check one file; None when it is no pack at all."""
    try:
        return verify(file.read_bytes(), root)
    except OSError as error:
        raise _UnreadableError("unreadable", file) from error
    except NotAPackError:
        return None


def _as_text(
    files: Mapping[str, Checked], beside: Sequence[Finding], lang: Lang
) -> str:
    parts = [_sentences(file.found, lang) for file in files.values()]
    if len(files) == 1:
        return parts[0]
    titled = [f"{name}\n{part}" for name, part in zip(files, parts, strict=True)]
    if beside:
        titled.append(f"{WORDS[lang]['beside']}\n{_sentences(beside, lang)}")
    return "\n\n".join(titled)


def _sentences(found: Sequence[Finding], lang: Lang) -> str:
    marks = {True: WORDS[lang]["ok"], False: WORDS[lang]["wrong"]}
    return "\n".join(marks[one.ok] + one.sentence(lang) for one in found)


def _as_json(files: Mapping[str, Checked], beside: Sequence[Finding]) -> str:
    held = [{"file": name, **_facts(one.found)} for name, one in files.items()]
    whole: dict[str, object] = _facts(next(iter(files.values())).found)
    if len(files) > 1:
        together = _facts(beside)
        ok = all(one["ok"] for one in (*held, together))
        whole = {"ok": ok, "files": held, "beside": together["findings"]}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _facts(found: Sequence[Finding]) -> dict[str, object]:
    return {"ok": is_good(found), "findings": [asdict(one) for one in found]}
