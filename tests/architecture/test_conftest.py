# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test gets is seen failing a test that deserves it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

BAD = {
    "a logged warning": "import logging; logging.getLogger('x').warning('unread')",
    "a warning": "import warnings; warnings.warn('old')",
    "a thread left running": (
        "import threading; t = threading.Event();"
        " threading.Thread(target=t.wait, args=(9,), daemon=True).start()"
    ),
    "a changed limit": (
        "import resource as r;"
        " r.setrlimit(r.RLIMIT_CPU, (3600, r.getrlimit(r.RLIMIT_CPU)[1]))"
    ),
    "a word of Qt": (
        "from PySide6.QtCore import qWarning; qWarning('a timer of another thread')"
    ),
    "an error in a slot": (
        "from PySide6.QtCore import QObject, Signal\n"
        "    class O(QObject):\n"
        "        s = Signal()\n"
        "    o = O()\n"
        "    o.s.connect(lambda: 1 / 0)\n"
        "    o.s.emit()"
    ),
}
GOOD = {
    "a warning it expects": (
        "import logging; logging.getLogger('x').warning('read'); caplog.clear()"
    ),
    "nothing special": "pass",
}


def write(folder: Path, bodies: dict[str, str]) -> None:
    """Write one test for each body."""
    tests = (
        f"def test_{number}(caplog, qapp):\n    {body}\n"
        for number, body in enumerate(bodies.values())
    )
    (folder / "test_it.py").write_text("\n".join(tests))


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Run all of them once, with our own conftest and settings."""
    folder = tmp_path_factory.mktemp("conftest")
    shutil.copy(ROOT / "tests/conftest.py", folder)
    shutil.copy(ROOT / "pyproject.toml", folder)
    write(folder, BAD | GOOD)
    command = [sys.executable, "-m", "pytest", "-rA", "--tb=no", "-q", "test_it.py"]
    done = subprocess.run(
        command, cwd=folder, check=False, capture_output=True, text=True
    )
    return done.stdout


@pytest.mark.parametrize("what", BAD)
def test_it_is_not_let_through(what: str, outcome: str) -> None:
    name = f"test_it.py::test_{list(BAD).index(what)}"
    assert f"FAILED {name}" in outcome or f"ERROR {name}" in outcome


@pytest.mark.parametrize("what", GOOD)
def test_it_is_let_through(what: str, outcome: str) -> None:
    name = f"test_it.py::test_{list(BAD | GOOD).index(what)}"
    assert f"PASSED {name}\n" in outcome
    assert f"ERROR {name}" not in outcome
