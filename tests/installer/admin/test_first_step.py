# SPDX-License-Identifier: GPL-3.0-or-later
"""A school begins with two commands, on two machines."""

from pathlib import Path

from installer.admin.first_step import found_step


def test_it_says_both_commands() -> None:
    dpo, school = found_step(Path("kantoor")).commands
    assert dpo == ("dpo", "init", "DPO")
    assert school[:3] == ("school", "init", "kantoor")
    assert "DPO/dpo.pub" in school
