# SPDX-License-Identifier: GPL-3.0-or-later
"""Trying faults: the law is loaded with one in a process of its own, and tested.

Each process is a fork of one that has loaded libraries and nothing of ours, so that no
table and no cache was filled before the fault was there.
"""

import os
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tests.mutants.faults import Fault

LONGEST_S = 300
SURVIVED = 3
LIBRARIES = (
    "PySide6.QtWidgets",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.x509",
    "hypothesis.stateful",
    "msgspec",
    "pytest_asyncio",
    "pytestqt.plugin",
    "xdist.plugin",
)

SAYS_NO = (  # what cannot be found or is wrongly called says nothing
    pytest.ExitCode.TESTS_FAILED,
    pytest.ExitCode.INTERRUPTED,
    pytest.ExitCode.INTERNAL_ERROR,
)

Tests = Sequence[Sequence[str]]  # files, in the order in which they may fail


class Faulty(MetaPathFinder, Loader):
    """Gives one module, with a fault in it, to whoever imports it."""

    def __init__(self, module: str, code: CodeType) -> None:
        self._module, self._code = module, code

    def find_spec(
        self, fullname: str, path: object, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Take this module's name, and no other."""
        if fullname != self._module:
            return None
        return ModuleSpec(fullname, self, origin=self._code.co_filename)

    def exec_module(self, module: ModuleType) -> None:
        """Run it."""
        exec(self._code, module.__dict__)  # noqa: S102 -- our own, but for one node


def load_libraries() -> None:
    """Load what every trial needs, once."""
    for library in LIBRARIES:
        import_module(library)


def passes(tests: Tests) -> bool:
    """Say whether the tests are there and pass as things are."""
    if not all(Path(test).is_file() for some in tests for test in some):
        return False
    pid = _begin("", compile("", "", "exec"), tests)
    _, status = os.waitpid(pid, 0)
    return _has_survived(status)


def survivors(
    module: str, file: str, faults: Iterable[Fault], tests: Tests, at_once: int
) -> Iterator[Fault]:
    """Give the faults that no test sees, some of them tried side by side."""
    running: dict[int, Fault] = {}
    for fault in faults:
        if len(running) == at_once:
            yield from _one_that_ended(running)
        code = compile(fault.make(), file, "exec")
        running[_begin(module, code, tests)] = fault
    while running:
        yield from _one_that_ended(running)


def _one_that_ended(running: dict[int, Fault]) -> Iterator[Fault]:
    pid, status = os.wait()
    fault = running.pop(pid)
    if _has_survived(status):
        yield fault


def _has_survived(status: int) -> bool:
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == SURVIVED


def _begin(module: str, code: CodeType, tests: Tests) -> int:
    pid = os.fork()
    if pid:
        return pid
    try:
        signal.alarm(LONGEST_S)  # what never ends was seen too
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, sys.stdout.fileno())
        os.dup2(silence, sys.stderr.fileno())
        os._exit(0 if _is_seen(module, code, tests) else SURVIVED)
    finally:
        os._exit(1)


def _is_seen(module: str, code: CodeType, tests: Tests) -> bool:
    sys.meta_path.insert(0, Faulty(module, code))
    options = ["-x", "-q", "-p", "no:cacheprovider", "--assert=plain"]
    return any(pytest.main([*options, *some]) in SAYS_NO for some in tests)
