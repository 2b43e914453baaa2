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
from tests.mutants.page import Figures, page
from tests.mutants.trial import load_libraries, passes, survivors

LEAST_PERCENT = 95.0
LACKING = 3


def try_file(file: str, at_once: int) -> Figures:
    """Try every fault of one file."""
    began_s = time.monotonic()
    faults = list(law.faults_of(file))
    module, tests = law.module_of(file), law.suites_of(file)
    if not passes(tests):
        raise SystemExit(f"{file}: its tests fail without any fault.")
    unseen = []
    for fault in survivors(module, file, faults, tests, at_once):
        print(
            f"  unseen: {file}:{fault.line} {fault.place}: {fault.was} -> {fault.now}"
        )
        unseen.append(fault)
    took_s = time.monotonic() - began_s
    print(f"{file}: {len(faults)} faults, {len(unseen)} unseen, {took_s:.0f} s")
    return Figures(file, len(faults), tuple(unseen), took_s)


def main(words: list[str]) -> int:
    """Try the files that are named, or all of them."""
    if not hasattr(os, "fork"):
        print("Faults are tried in forks, which this system does not have.")
        return LACKING
    os.chdir(ROOT)
    load_libraries()
    figures = [try_file(file, os.cpu_count() or 1) for file in words or law.DECIDING]
    known = law.known()
    new = [
        f"{one.file}:{fault.line} {fault.place}: {fault.was} -> {fault.now}"
        for one in figures
        for fault in one.unseen
        if not any(row.is_it(one.file, fault) for row in known)
    ]
    print("\n".join(f"Unseen, and not in {law.LIST.name}: {line}" for line in new))
    percent = 100 - 100 * sum(len(x.unseen) for x in figures) / sum(
        x.faults for x in figures
    )
    print(f"{percent:.1f} % seen")
    if not words:
        law.PAGE.write_text(page(figures, known), "utf-8")
    return int(bool(new) or percent < LEAST_PERCENT)


if __name__ == "__main__":
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
