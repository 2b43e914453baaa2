# SPDX-License-Identifier: GPL-3.0-or-later
"""Kill a ledger's writer, and damage its files, far more often than a check does."""

import json
import subprocess
import sys
import tempfile

RIGS = {
    "killed in mid-append": ("tests.consent.store.crash_rig", "{folder}", "1000", "7"),
    "damaged in one place": ("tests.consent.store.damage", "13"),
}
BAD = ("lost", "faults")


def main() -> int:
    """Run each rig; exit 1 when anything was lost, forged or not told."""
    code = 0
    for name, (module, *words) in RIGS.items():
        with tempfile.TemporaryDirectory() as folder:
            command = [word.format(folder=folder) for word in words]
            done = subprocess.run(
                [sys.executable, "-m", module, *command],
                check=True,
                stdout=subprocess.PIPE,
            )
        found = json.loads(done.stdout)
        is_good = not any(found.get(what) for what in BAD)
        print(f"{name}: {'good' if is_good else 'NOT GOOD'}: {found}", flush=True)  # noqa: T201 -- the result
        code = code if is_good else 1
    return code


if __name__ == "__main__":
    sys.exit(main())
