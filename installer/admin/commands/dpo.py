# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin dpo`: the DPO's key, on the DPO's own machine."""

from pathlib import Path

import click

from installer.admin.asking import (
    home_argument,
    passphrase,
    passphrase_option,
    tells,
)
from installer.admin.dpo import init_dpo


@click.group()
def dpo() -> None:
    """Voor de DPO, op een eigen toestel."""


@dpo.command()
@home_argument
@click.option("--demo", is_flag=True, help="Zonder wachtzin, voor een demo-school.")
@passphrase_option
@tells
def init(home: Path, demo: bool, passphrase_file: Path | None) -> None:  # noqa: FBT001 -- click's way
    """Maak de sleutel van de DPO in DIR."""
    secret = None if demo else passphrase("Wachtzin", passphrase_file, again=True)
    public = init_dpo(home, secret)
    click.echo(f"Geef {public} aan de school. De rest blijft hier.")
