# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin charter`: write, propose and sign what the school agreed."""

from pathlib import Path

import click

from consent.documents.signed import Signer
from consent.store.keys import is_locked
from consent.store.papers_folder import PapersFolder
from installer.admin.asking import (
    FILE,
    FOLDER,
    home_argument,
    now,
    office_at,
    passphrase,
    passphrase_option,
    tells,
)
from installer.admin.charter_draft import TEMPLATE
from installer.admin.charter_signing import propose, sign_as_dpo
from installer.admin.dpo import KEY
from installer.admin.trouble import Exit, OfficeError


@click.group()
def charter() -> None:
    """De afspraken van de school."""


@charter.command()
@home_argument
@tells
def new(home: Path) -> None:
    """Zet een leeg formulier klaar: DIR/charter.toml."""
    office_at(home, None, unlock=False)  # an office must be here
    draft = home / "charter.toml"
    if draft.exists():
        raise OfficeError(f"{draft} bestaat al. Er is niets veranderd.")
    draft.write_bytes(TEMPLATE.read_bytes())
    click.echo(f"Vul {draft} in. Daarna: inzage-admin charter propose {home}")


@charter.command(name="propose")
@home_argument
@click.argument("draft", type=FILE, required=False)
@passphrase_option
@tells
def propose_command(
    home: Path, draft: Path | None, passphrase_file: Path | None
) -> None:
    """Controleer het formulier en teken het als kantoor."""
    draft = draft or home / "charter.toml"
    if not draft.exists():
        raise OfficeError(f"{draft} is er niet.", Exit.NOT_SET_UP)
    office = office_at(home, passphrase_file, unlock=True)
    serial = propose(office, draft.read_text("utf-8"), now())
    click.echo(
        f"De afspraken (nummer {serial}) staan in {office.places.proposed.path}."
        "\nGeef die map aan de DPO: inzage-admin charter sign MAP --as dpo --key DIR"
    )


@charter.command()
@click.argument("folder", type=FOLDER)
@click.option("--as", "signer", type=click.Choice(["dpo"]), required=True)
@click.option("--key", "key_folder", type=FOLDER, required=True, help="Map van de DPO.")
@passphrase_option
@tells
def sign(
    folder: Path, signer: str, key_folder: Path, passphrase_file: Path | None
) -> None:
    """Teken de voorgestelde afspraken; lees ze eerst."""
    locked = is_locked(key_folder / KEY)
    secret = passphrase("Wachtzin van de DPO", passphrase_file) if locked else None
    sign_as_dpo(PapersFolder(folder), Signer(signer), key_folder, secret)
    click.echo("Getekend. Het kantoor kan nu publiceren: inzage-admin publish DIR")
