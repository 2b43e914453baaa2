# SPDX-License-Identifier: GPL-3.0-or-later
"""No branch of the code that decides is left out by its own tests."""

import subprocess
import sys

from tests.architecture.house import ROOT
from tests.mutants.law import DECIDING, suites_of


def run(*words: str) -> tuple[int, str]:
    """Run the program; gives its exit code and what it said."""
    command = [sys.executable, "tests/architecture/own_cover.py", *words]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    return done.returncode, done.stdout.decode()


def test_R10_own_tests_take_every_branch_of_the_code_that_decides() -> None:
    code, said = run(*(suites_of(file)[0][0] for file in DECIDING))
    assert code == 0, said


def test_a_branch_that_nobody_takes_is_told() -> None:
    """One test of a file alone leaves branches of its source."""
    own = "tests/consent/test_guardian.py"
    code, said = run(own, "-k", "from_that_day_on")
    assert code == 1
    assert "consent/guardian.py: " in said
    assert "branches at" in said
