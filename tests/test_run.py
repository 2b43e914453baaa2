# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py: any Python gets a sentence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from installer.newcomer.places import ROOT

RUN = ROOT / "run.py"
OLD = [
    python
    for python in sorted(Path.home().glob(".pyenv/versions/*/bin/python"))
    if re.match(r"2\.|3\.([0-9]|10)\.", python.parts[-3])
]
PRETEND = """
import runpy, sys
sys.version_info = (3, 8, 0)
runpy.run_path(sys.argv[1], run_name="__main__")
"""


def answer(*command: str) -> tuple[int, str, str]:
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env=dict(os.environ)
    )
    return done.returncode, done.stdout, done.stderr


def test_too_old_a_python_is_one_sentence() -> None:
    code, said, told = answer(sys.executable, "-c", PRETEND, str(RUN))
    assert (code, said) == (3, "")
    assert re.fullmatch(r"Inzage needs Python 3\.11 or newer; this is .*\.\n", told)


@pytest.mark.parametrize("python", OLD, ids=lambda path: path.parts[-3])
def test_a_really_old_python_can_read_it(python: Path) -> None:
    code, said, told = answer(str(python), str(RUN), "demo")
    assert (code, said) == (3, "")
    assert re.fullmatch(r"Inzage needs Python 3\.11 or newer; this is .*\.\n", told)


def test_it_shows_its_verbs_from_any_folder_and_in_safe_mode(tmp_path: Path) -> None:
    code, said, _ = answer(sys.executable, "-P", str(RUN))
    assert code == 0
    assert "demo" in said
