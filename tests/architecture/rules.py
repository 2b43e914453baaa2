# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be written where: each rule reads one file and lists what breaks it."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.architecture.house import at, calls, imports, is_among, parse

Find = Callable[[str], Iterator[str]]
OFFICE = ("installer/*", "run.py")


@dataclass(frozen=True)
class Rule:
    """Something no file may say, but the named ones.

    Attributes:
        name: the rule in words.
        find: lists the findings in a text.
        but: files (patterns) where it may be said, each with its reason beside it.
        planted: texts that break it; the rule must see every one.
        innocent: texts that do not.
    """

    name: str
    find: Find
    planted: tuple[str, ...]
    innocent: tuple[str, ...] = ()
    but: tuple[str, ...] = ()

    def breaches(self, path: str, text: str) -> list[str]:
        """List what this file does wrong."""
        if is_among(path, self.but):
            return []
        return [f"{path} {finding}" for finding in self.find(text)]


def calling(pattern: str) -> Find:
    """Find calls of what fits the pattern."""

    def find(text: str) -> Iterator[str]:
        for node, name in calls(text):
            if re.fullmatch(pattern, name, re.DOTALL):
                yield at(node, f"{name}()")

    return find


def importing(pattern: str) -> Find:
    """Find imports of what fits the pattern, or lies inside it."""

    def find(text: str) -> Iterator[str]:
        for node, name in imports(text):
            if re.fullmatch(rf"(?:{pattern})(?:\..*)?", name):
                yield at(node, f"import {name}")

    return find


def naming(pattern: str) -> Find:
    """Find names and attributes that fit the pattern."""

    def find(text: str) -> Iterator[str]:
        for node in ast.walk(parse(text)):
            name = getattr(node, "id", "") or getattr(node, "attr", "")
            if isinstance(node, ast.alias):
                name = node.name
            if re.fullmatch(pattern, name):
                yield at(node, name)

    return find


def writing(pattern: str) -> Find:
    """Find words anywhere, in comments too."""

    def find(text: str) -> Iterator[str]:
        for number, line in enumerate(text.splitlines(), 1):
            if re.search(pattern, line, re.IGNORECASE):
                yield f"line {number}: {line.strip()}"

    return find


def any_of(*finds: Find) -> Find:
    """Find what any of them finds."""

    def find(text: str) -> Iterator[str]:
        for one in finds:
            yield from one(text)

    return find


def picture_opened_by_guess(text: str) -> Iterator[str]:
    """Find pictures opened without the one format they must have."""
    for node, name in calls(text):
        named = {keyword.arg for keyword in node.keywords}
        if name.endswith("Image.open") and "formats" not in named:
            yield at(node, f"{name}() without formats=")


def saved_to_a_path(text: str) -> Iterator[str]:
    """Find .save(x) where x is not a buffer in memory made in the same file."""
    buffers = set(_buffers(text))
    for node, name in calls(text):
        if name.endswith(".save") and node.args:
            target = ast.unparse(node.args[0])
            if target not in buffers:
                yield at(node, f"{name}({target})")


def _buffers(text: str) -> Iterator[str]:
    for node in ast.walk(parse(text)):
        if not isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr):
            continue
        if isinstance(node.value, ast.Call):
            maker = ast.unparse(node.value.func).rpartition(".")[2]
            if maker in {"BytesIO", "QBuffer"}:
                targets = (
                    node.targets if isinstance(node, ast.Assign) else [node.target]
                )
                yield from map(ast.unparse, targets)
