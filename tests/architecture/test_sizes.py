# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files and small functions: the figures of the best code we read."""

import ast

import pytest

from tests.architecture.house import is_among, parse, product

# median, nine in ten, the longest
FILE_LINES = (150, 350, 500)
FUNCTION_LINES = (8, 25, 50)
RECORDS = ("*/migrations/versions/*",)  # written once by Alembic, never changed

Sizes = dict[str, int]


def file_sizes() -> Sizes:
    """Count the lines of each product file."""
    return {path: len(text.splitlines()) for path, text in product().items()}


def function_sizes(files: dict[str, str]) -> Sizes:
    """Count the lines of each function's body, its docstring left out."""
    return {
        f"{path}:{node.lineno} {node.name}": body_lines(node)
        for path, text in files.items()
        if not is_among(path, RECORDS)
        for node in ast.walk(parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count from the first statement to the last, both included."""
    body = node.body
    if ast.get_docstring(node) is not None and len(body) > 1:
        body = body[1:]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def over(sizes: Sizes, limits: tuple[int, int, int]) -> list[str]:
    """Say which of the three limits is passed, and by what."""
    ranked = sorted(sizes.items(), key=lambda item: item[1])
    places = {"median": 0.5, "nine in ten": 0.9, "longest": 1.0}
    found = []
    for (word, part), limit in zip(places.items(), limits, strict=True):
        name, size = ranked[min(int(len(ranked) * part), len(ranked) - 1)]
        if size > limit:
            found.append(f"{word}: {size} lines ({name}), may be {limit}")
    return found


def test_files_are_small() -> None:
    assert over(file_sizes(), FILE_LINES) == []


def test_functions_are_small() -> None:
    assert over(function_sizes(product()), FUNCTION_LINES) == []


@pytest.mark.parametrize(
    ("sizes", "word"),
    [
        ([10, 10, 10, 600], "longest"),
        ([10] * 7 + [400] * 3, "nine in ten"),
        ([10, 160, 160], "median"),
    ],
)
def test_a_passed_limit_is_named(sizes: list[int], word: str) -> None:
    found = over({str(at): size for at, size in enumerate(sizes)}, FILE_LINES)
    assert [one for one in found if one.startswith(word)]


def test_a_docstring_costs_nothing() -> None:
    text = 'def f():\n    """One.\n\n    Two.\n    """\n    a = 1\n    return a\n'
    assert list(function_sizes({"x.py": text}).values()) == [2]
