# SPDX-License-Identifier: GPL-3.0-or-later
"""The words before a command; tests/.../rig/test_child.py sees them work."""

import subprocess
import sys

from installer.newcomer.leash import leash


def test_the_command_behind_them_runs_as_it_would_without() -> None:
    done = subprocess.run([*leash(), sys.executable, "-c", "exit(7)"], check=False)
    assert done.returncode == 7
