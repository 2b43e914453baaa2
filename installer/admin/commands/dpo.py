# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin dpo`: the DPO's key, on the DPO's own machine."""

from pathlib import Path

import click

from installer.admin.asking import (
    home_argument,
    passphrase,
    passphrase_option,
    say,
    say_step,
)
from installer.admin.dpo import init_dpo
from installer.admin.speaking import SpeakingGroup
from installer.admin.trouble import Step


@click.group(cls=SpeakingGroup)
def dpo() -> None:
    """Work as the DPO."""


@dpo.command()
@home_argument
@click.option("--demo", is_flag=True)
@passphrase_option
def init(home: Path, demo: bool, passphrase_file: Path | None) -> None:  # noqa: FBT001 -- click's way
    """Make the DPO's key."""
    secret = None if demo else passphrase("ask.new_dpo", passphrase_file, again=True)
    public = init_dpo(home, secret)
    say("dpo.made", file=public)
    words = ("school", "init", "DIR", "--name", "...", "--dpo", str(public))
    say_step(Step("next.school", ((*words, "--root", "STICK"),)))
