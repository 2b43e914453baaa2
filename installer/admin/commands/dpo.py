# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin dpo`: the DPO's key and orders, on the DPO's own machine."""

from dataclasses import replace
from pathlib import Path

import click

from consent.ledger.officer import OfficerOrder, Wish
from consent.store.keys import is_locked
from installer.admin.asking import (
    FILE,
    NEW,
    home_argument,
    now,
    passphrase,
    passphrase_option,
    say,
    say_step,
)
from installer.admin.dpo import KEY, init_dpo
from installer.admin.dpo_orders import (
    checked,
    read_order,
    write_order,
)
from installer.admin.speaking import SpeakingGroup
from installer.admin.trouble import Exit, OfficeError, Step, said

laptop_argument = click.argument("device")
trust_option = click.option("--trust", "trust_file", type=FILE, required=True)
order_out_option = click.option("--out", "order_file", type=NEW, required=True)


@click.group(cls=SpeakingGroup)
def dpo() -> None:
    """Work as the DPO."""


@dpo.command()
@home_argument
@click.option("--demo", is_flag=True)
@passphrase_option
def init(home: Path, demo: bool, passphrase_file: Path | None) -> None:  # noqa: FBT001 -- click's way
    """Make the DPO's key."""
    secret = None if demo else passphrase("ask.new_dpo", passphrase_file, new=True)
    public = init_dpo(home, secret)
    say("dpo.made", file=public)
    words = ("school", "init", "DIR", "--name", "...", "--dpo", str(public))
    say_step(Step("next.school", ((*words, "--root", "STICK"),)))


@dpo.command()
@home_argument
@laptop_argument
@trust_option
@order_out_option
@passphrase_option
def read(
    home: Path,
    device: str,
    trust_file: Path,
    order_file: Path,
    passphrase_file: Path | None,
) -> None:
    """Ask to read the list of one laptop."""
    order = read_order(trust_file, device, now())
    _sign(home, order, order_file, passphrase_file)
    say("dpo.read_order", file=order_file)
    _say_bring(device, order_file, " LIJST.zip")


@dpo.command()
@home_argument
@laptop_argument
@click.argument("note_text")
@trust_option
@click.option("--about", type=click.IntRange(min=1))
@order_out_option
@passphrase_option
def note(
    *,
    home: Path,
    device: str,
    note_text: str,
    trust_file: Path,
    about: int | None,
    order_file: Path,
    passphrase_file: Path | None,
) -> None:
    """Ask to add a note to the list of one laptop."""
    order = replace(
        read_order(trust_file, device, now()),
        wish=Wish.NOTE,
        text=checked(Wish.NOTE, note_text),
        about=about or 0,
    )
    _sign(home, order, order_file, passphrase_file)
    say("dpo.note_order", file=order_file)
    _say_bring(device, order_file)


@dpo.command()
@home_argument
@laptop_argument
@click.argument("reason_text")
@trust_option
@click.option("--about", type=click.IntRange(min=0), required=True)
@order_out_option
@passphrase_option
def erase(
    *,
    home: Path,
    device: str,
    reason_text: str,
    trust_file: Path,
    about: int,
    order_file: Path,
    passphrase_file: Path | None,
) -> None:
    """Ask to delete words of the list of one laptop."""
    order = replace(
        read_order(trust_file, device, now()),
        wish=Wish.ERASE,
        text=checked(Wish.ERASE, reason_text),
        about=about,
    )
    _sign(home, order, order_file, passphrase_file)
    say("dpo.erase_order", file=order_file)
    _say_bring(device, order_file)


def _say_bring(device: str, order_file: Path, pack: str = "") -> None:
    bring = said("next.bring", laptop=device, file=order_file, pack=pack)
    say("next", what=bring)


def _sign(
    home: Path, order: OfficerOrder, order_file: Path, passphrase_file: Path | None
) -> None:
    key = home / KEY
    if not key.exists():
        raise OfficeError("dpo.no_key", Exit.NOT_SET_UP, folder=home)
    secret = passphrase("ask.dpo", passphrase_file) if is_locked(key) else None
    write_order(order_file, order, home, secret)
