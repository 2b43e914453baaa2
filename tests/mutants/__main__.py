# SPDX-License-Identifier: GPL-3.0-or-later
"""Put each small fault into the law and see a test fail: `python3 run.py mutants`.

Words after it name files; without any all are tried, and docs/mutants.md is written.
The exit code is 0 when no fault goes unseen but those of docs/mutants.toml, and these
are fewer than one in twenty.
"""

import os
import sys
import time

from tests.architecture.house import ROOT
from tests.mutants import law
from tests.mutants.faults import Fault
from tests.mutants.page import Figures, page, percent
from tests.mutants.trial import load_libraries, passes, survivors

LEAST_PERCENT = 95.0
LACKING = 3


def try_file(file: str, at_once: int) -> Figures:
    """Try every fault of one file, and say at once which go unseen."""
    began_s = time.monotonic()
    faults = list(law.faults_of(file))
    module, tests = law.module_of(file), law.suites_of(file)
    if not passes(tests):
        raise SystemExit(f"{file}: its tests fail without any fault.")
    unseen = []
    for fault in survivors(module, file, faults, tests, at_once):
        print(f"  unseen: {told(file, fault)}")
        unseen.append(fault)
    took_s = time.monotonic() - began_s
    print(f"{file}: {len(faults)} faults, {len(unseen)} unseen, {took_s:.0f} s")
    return Figures(file, len(faults), tuple(unseen), took_s)


def told(file: str, fault: Fault) -> str:
    """Tell of a fault on one line."""
    was, now = (text.replace("\n", " ") for text in (fault.was, fault.now))
    return f"{file}:{fault.line} {fault.place}: {was} -> {now}"


def main(words: list[str]) -> int:
    """Try the files that are named, or all of them."""
    if not hasattr(os, "fork"):
        print("Faults are tried in forks, which this system does not have.")
        return LACKING
    os.chdir(ROOT)
    load_libraries()
    at_once = os.cpu_count() or 1
    figures = [try_file(file, at_once) for file in words or law.DECIDING]
    known = law.known()
    new = [
        told(one.file, fault)
        for one in figures
        for fault in one.unseen
        if not any(row.is_it(one.file, fault) for row in known)
    ]
    for line in new:
        print(f"Unseen, and not in docs/{law.LIST.name}: {line}")
    print(f"{percent(figures):.1f} % seen")
    if not words:
        law.PAGE.write_text(page(figures, known), "utf-8")
    return int(bool(new) or percent(figures) < LEAST_PERCENT)


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
