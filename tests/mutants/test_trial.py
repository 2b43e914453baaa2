# SPDX-License-Identifier: GPL-3.0-or-later
"""tests.mutants.trial: a fault is loaded in place of the law, and seen or not."""

import subprocess
import sys

from tests.architecture.house import ROOT

TRY = """
import ast
from functools import partial
from pathlib import Path
from tests.mutants.faults import Fault
from tests.mutants.trial import passes, survivors

text = Path("consent/method.py").read_text("utf-8")
trees = [ast.parse(x) for x in (text, text.replace("agent_stop", "school_rules"))]
faults = [
    Fault(n, "", "", "", partial(ast.fix_missing_locations, tree))
    for n, tree in enumerate(trees)
]
tests = (("tests/consent/test_method.py",),)
assert passes(tests)
print(*(x.line for x in survivors("consent.method", "x.py", faults, tests, 2)))
"""


def test_what_is_as_it_was_survives_and_a_fault_does_not() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRY], cwd=ROOT, check=True, capture_output=True
    )
    assert done.stdout.decode().split() == ["0"]
