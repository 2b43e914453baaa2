# SPDX-License-Identifier: GPL-3.0-or-later
"""How a school begins; what follows is in next_step."""

from pathlib import Path

from installer.admin.trouble import Step


def found_step(home: Path) -> Step:
    """Say how to begin a school in a folder that has none."""
    init = ("school", "init", str(home), "--name", "...", "--dpo", "DPO/dpo.pub")
    return Step("next.found", (("dpo", "init", "DPO"), (*init, "--root", "STICK")))
