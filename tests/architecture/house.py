# SPDX-License-Identifier: GPL-3.0-or-later
"""The house as data: its files and what is written in them."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("agent", "console", "protocol", "consent", "installer")


@cache
def product() -> dict[str, str]:
    """Map each product file, as a path from the root, to its text."""
    files = [ROOT / "run.py"]
    for package in PACKAGES:
        files += sorted((ROOT / package).rglob("*.py"))
    return {
        file.relative_to(ROOT).as_posix(): file.read_text("utf-8") for file in files
    }


@cache
def parse(text: str) -> ast.Module:
    """Parse once, however many rules ask."""
    return ast.parse(text)


def calls(text: str) -> Iterator[tuple[ast.Call, str]]:
    """List what is called, with its name as written (`a.b.c`)."""
    for node in ast.walk(parse(text)):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def imports(text: str) -> Iterator[tuple[ast.AST, str]]:
    """List what is imported, each by its full dotted name."""
    for node in ast.walk(parse(text)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def is_among(path: str, patterns: tuple[str, ...]) -> bool:
    """Say whether a path fits one of the patterns; a star also crosses folders."""
    return any(fnmatch(path, pattern) for pattern in patterns)


def at(node: ast.AST, what: str) -> str:
    """Point at a finding."""
    return f"line {getattr(node, 'lineno', 0)}: {what}"
