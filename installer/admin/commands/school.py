# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin school`: a new school."""

from pathlib import Path

import click

from consent.documents.trust import SchoolKind
from installer.admin.asking import (
    FILE,
    FOLDER,
    home_argument,
    now,
    passphrase,
    passphrase_option,
    show,
    tells,
)
from installer.admin.dpo import read_public
from installer.admin.school_init import (
    NewSchool,
    Secrets,
    fingerprint,
    init_school,
)


@click.group()
def school() -> None:
    """Een school beginnen."""


@school.command()
@home_argument
@click.option("--name", required=True, help="De naam zoals leerlingen ze kennen.")
@click.option("--dpo", "dpo_file", type=FILE, required=True, help="dpo.pub van de DPO.")
@click.option(
    "--root", "root_folder", type=FOLDER, help="Waar root.key komt: een stick."
)
@click.option("--kind", type=click.Choice(["school", "demo"]), default="school")
@click.option("--timezone", default="Europe/Brussels", show_default=True)
@click.option("--register", "register_url", default="", help="URL van een PostgreSQL.")
@passphrase_option
@tells
def init(  # noqa: PLR0913, PLR0917 -- one option each
    home: Path,
    name: str,
    dpo_file: Path,
    root_folder: Path | None,
    kind: str,
    timezone: str,
    register_url: str,
    passphrase_file: Path | None,
) -> None:
    """Maak sleutels, een eerste trust en een leeg register in DIR."""
    new = NewSchool(
        name=name,
        kind=SchoolKind(kind),
        timezone=timezone,
        dpo_pub=read_public(dpo_file),
        register_url=register_url,
    )
    root_folder = root_folder or home / "keys"
    office = init_school(home, new, _secrets(new, root_folder, passphrase_file), now())
    show(school=office.school, nummer=fingerprint(office.trust()))
    click.echo(
        f"\nZet {root_folder / 'root.key'} op een stick, in een kast. Het nummer komt"
        " op de brief aan de ouders.\nVolgende stap: inzage-admin charter new."
    )


def _secrets(new: NewSchool, root_folder: Path, file: Path | None) -> Secrets:
    if new.kind is SchoolKind.DEMO:
        return Secrets(root_folder, None, None)
    office = passphrase("Wachtzin voor het kantoor", file, again=True)
    root = passphrase("Wachtzin voor de stick (root)", file, again=True)
    return Secrets(root_folder, root, office)
