# SPDX-License-Identifier: GPL-3.0-or-later
"""tests.mutants.faults: which mistakes are made, and that each is one alone."""

import ast

import pytest

from tests.mutants.faults import enums_of, faults

ENUMS = enums_of(["class Day(StrEnum):\n    MO = 'mo'\n    TU = 'tu'\n_D = Day\n"])


def made(text: str) -> set[str]:
    """Give what became of a module, fault by fault."""
    return {ast.unparse(fault.make()) for fault in faults(text, ENUMS)}


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("f(a < b)", {"f(a <= b)", "f(a >= b)", "f(None)"}),
        ("f(a is b)", {"f(a is not b)", "f(None)"}),
        ("x = [a and b]", {"x = [a or b]", "x = [a]", "x = [b]", "x = []"}),
        ("x: int = not a", {"x: int = a"}),
        ("x: int = a - b", {"x: int = a + b"}),
        ("x: int = a if b else c", {"x: int = a", "x: int = c"}),
        ("x: int = 7", {"x: int = 8", "x: int = 6"}),
        ("x: int = True", {"x: int = False"}),
        ("x: str = 'a'", {"x: str = 'ax'"}),
        ("x: int = Day.MO", {"x: int = Day.TU"}),
        ("x: int = _D.TU", {"x: int = _D.MO"}),
        ("x: int = (a, b)", {"x: int = (b,)", "x: int = (a,)"}),
        ("x: int = {a: b}", {"x: int = {}"}),
        ("x: int = min(a)", {"x: int = max(a)", "x: int = min(None)"}),
        ("x: int = f(a=b)", {"x: int = f()"}),
        ("x: int = all(x for x in y if z)", {"x: int = all((x for x in y))"}),
        ("if a:\n    b", {"if True:\n    b", "if False:\n    b", "if a:\n    pass"}),
        ("x += a", {"pass"}),
    ],
)
def test_a_mistake_of_each_sort_is_made(text: str, some: set[str]) -> None:
    assert made(text) >= some


@pytest.mark.parametrize(
    "text",
    [
        "import a",
        "from a import b",
        "Cell = State | Answer",
        "_S = ConsentState",
        "T = TypeVar('T')",
        "__all__ = ['a']",
        "'''A docstring.'''",
        "x: int | None",
        "def f():\n    return None",
        "@dataclass(frozen=True)\nclass A:\n    '''Says something.'''",
    ],
)
def test_what_is_only_for_readers_is_left_alone(text: str) -> None:
    assert not made(text)


def test_a_return_of_nothing_in_the_middle_is_a_fault() -> None:
    text = "def f():\n    if a:\n        return None\n    b"
    assert "def f():\n    if a:\n        pass\n    b" in made(text)


def test_each_fault_is_one_alone_and_says_where_it_is() -> None:
    text = "class A:\n    def f(self, x: int) -> int:\n        return x + 1\n"
    found = list(faults(text, {}))
    said = {(x.line, x.place, x.was, x.now) for x in found}
    assert said == {
        (3, "A.f", "return x + 1", ""),
        (3, "A.f", "x + 1", "x - 1"),
        (3, "A.f", "1", "2"),
        (3, "A.f", "1", "0"),
    }
    assert len(made(text)) == len(found)
    assert ast.unparse(ast.parse(text)) not in made(text)
