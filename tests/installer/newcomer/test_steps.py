# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps run one after another, and stop as politely as they are asked."""

import os
import signal
import subprocess
import sys

import pytest

from installer.newcomer.places import ROOT
from installer.newcomer.steps import Step, run, run_one


def python(code: str) -> Step:
    return ("python", "-c", code)


def test_the_code_is_that_of_the_first_that_fails(
    capfd: pytest.CaptureFixture[str],
) -> None:
    steps = [python("print(1)"), python("exit(7)"), python("print(3)")]
    assert run(steps, {}) == 7
    assert capfd.readouterr().out.split() == ["1"]


def test_all_going_well_is_zero() -> None:
    assert run([python("pass"), python("pass")], {}) == 0


def test_what_is_lent_is_in_the_environment() -> None:
    code = "import os; exit(os.environ['LENT'] != 'yes')"
    assert run_one(python(code), {"LENT": "yes"}) == 0


def test_no_module_is_found_in_the_folder_one_stands_in() -> None:
    assert run_one(python("import sys; exit(not sys.flags.safe_path)"), {}) == 0


POLITE = """
import sys
try:
    print("up", flush=True)
    sys.stdin.read()
except KeyboardInterrupt:
    print("cleaned up", flush=True)
"""
PARENT = """
import signal, sys
from installer.newcomer.steps import run_one
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
run_one(("python", "-c", sys.argv[1]), {})
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no polite signal")
def test_told_to_stop_it_lets_the_program_clean_up() -> None:
    command = [sys.executable, "-c", PARENT, POLITE]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "up\n"
        running.send_signal(signal.SIGTERM)
        assert running.stdout.read() == "cleaned up\n"
    assert running.returncode == 143
