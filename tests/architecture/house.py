# SPDX-License-Identifier: GPL-3.0-or-later
"""The house as data: its files and what is written in them."""

import ast
from collections.abc import Iterator
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
    return {str(file.relative_to(ROOT)): file.read_text("utf-8") for file in files}


def nodes(text: str) -> Iterator[ast.AST]:
    """Walk everything a file says."""
    return ast.walk(ast.parse(text))


def called(node: ast.AST) -> str:
    """Name what a call calls, as written (`a.b.c`), or nothing."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""
