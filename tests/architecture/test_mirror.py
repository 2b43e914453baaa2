# SPDX-License-Identifier: GPL-3.0-or-later
"""Each source module has its test file, and each test file its source module."""

import ast
from pathlib import PurePosixPath

import pytest

from tests.architecture.house import PACKAGES, ROOT, is_among, parse, product

WITHOUT = {  # pattern: why it has no test file of its own
    "*/__init__.py": "says what a package is; holds no code (tested below)",
    "*/__main__.py": "one call of the program's main",
    "agent/daemon/app.py": "pure composition, run by the journeys",
    "agent/session/app.py": "pure composition, run by the journeys",
    "console/app.py": "pure composition, run by the journeys",
    "consent/store/register/migrations/*": "run by the register's tests",
    "installer/admin/commands/*": "run command by command in admin/test_app.py",
    "installer/admin/words/*": "held to each other in test_saying and test_speaking",
    "installer/demo/app.py": "a whole demo is played in journeys/test_demo.py",
    "installer/demo/enrolling.py": "(idem: laptops enrol over TLS)",
    "installer/demo/laptop.py": "(idem: each has its screen and its programs)",
    "installer/demo/lesson.py": "(idem: scripts are followed, lists gathered)",
}


def test_file(path: str) -> str:
    """Name the test file of a source file."""
    source = PurePosixPath(path)
    return str(PurePosixPath("tests", source.parent, f"test_{source.name}"))


test_file.__test__ = False  # type: ignore[attr-defined] # pytest reads names


def untested(paths: list[str], tests: set[str]) -> list[str]:
    """List the sources that should have a test file and do not."""
    wanted = [path for path in paths if not is_among(path, tuple(WITHOUT))]
    return [path for path in wanted if test_file(path) not in tests]


def orphans(paths: list[str], tests: set[str]) -> list[str]:
    """List the test files that belong to no source, not even as one part of several."""
    stems = {test_file(path).removesuffix(".py") for path in paths}
    return [
        test
        for test in sorted(tests)
        if not any(test[:-3] == stem or test.startswith(f"{stem}_") for stem in stems)
    ]


def house_tests() -> set[str]:
    """List the test files of the five packages and of run.py."""
    folders = [ROOT / "tests" / package for package in PACKAGES]
    files = [file for folder in folders for file in folder.rglob("test_*.py")]
    files += (ROOT / "tests").glob("test_*.py")
    return {file.relative_to(ROOT).as_posix() for file in files}


def test_each_source_has_its_test_file() -> None:
    assert untested(list(product()), house_tests()) == []


def test_each_test_file_has_its_source() -> None:
    assert orphans(list(product()), house_tests()) == []


def test_a_missing_test_file_is_seen() -> None:
    assert untested(["agent/core/gate.py"], set()) == ["agent/core/gate.py"]
    assert untested(["agent/core/gate.py"], {"tests/agent/core/test_gate.py"}) == []


def test_an_orphan_is_seen() -> None:
    gone = {"tests/agent/core/test_gone.py"}
    assert orphans(["agent/core/gate.py"], gone) == sorted(gone)
    assert orphans(["agent/core/gate.py"], {"tests/agent/core/test_gate_caps.py"}) == []


def has_code(text: str) -> bool:
    """Say whether a file does more than describe, import and list."""
    quiet = (ast.Import, ast.ImportFrom, ast.Expr, ast.Assign)
    return not all(isinstance(node, quiet) for node in parse(text).body)


@pytest.mark.parametrize(
    "path", [path for path in product() if path.endswith("__init__.py")]
)
def test_a_package_says_what_it_is_and_does_nothing(path: str) -> None:
    assert not has_code(product()[path])


def test_code_in_a_package_is_seen() -> None:
    assert has_code("def f() -> None: ...")
    assert not has_code('"""A room."""\nfrom a.b import c\n__all__ = ["c"]')
