# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin charter`: write, propose and sign what the school agreed."""

from pathlib import Path

import click

from consent.documents.charter import Charter
from consent.store.keys import is_locked
from consent.store.papers_folder import PapersFolder
from installer.admin.asking import (
    FILE,
    FOLDER,
    home_argument,
    lang_now,
    now,
    office_at,
    passphrase,
    passphrase_option,
    read_text,
    say,
    say_next,
    say_step,
    today,
)
from installer.admin.charter_diff import (
    FORM,
    in_force,
    lines,
    of_file,
    read_form,
    what_comes,
)
from installer.admin.charter_form import blank_form
from installer.admin.charter_signing import propose, sign_as_dpo
from installer.admin.dpo import KEY
from installer.admin.next_step import step
from installer.admin.speaking import SpeakingGroup
from installer.admin.trouble import Exit, OfficeError, Step


@click.group(cls=SpeakingGroup)
def charter() -> None:
    """Work on the agreements of the school."""


@charter.command()
@home_argument
def new(home: Path) -> None:
    """Lay an empty form ready."""
    office = office_at(home, None, unlock=False)  # an office must be here
    draft = home / FORM
    if draft.exists():
        again = step("next.propose", home)
        raise OfficeError("charter.form_there", step=again, file=draft)
    draft.write_text(blank_form(lang_now(), today(office)), "utf-8")
    say("charter.form", file=draft)
    say_step(step("next.propose", home))


@charter.command(name="propose")
@home_argument
@click.argument("draft", type=FILE, required=False)
@passphrase_option
def propose_command(
    home: Path, draft: Path | None, passphrase_file: Path | None
) -> None:
    """Check the form and sign it as the office."""
    office = office_at(home, None, unlock=False)
    given, draft = draft, draft or home / FORM
    if not draft.exists():
        form = step("next.form", home)
        raise OfficeError("charter.no_form", Exit.NOT_SET_UP, step=form, file=draft)
    text = read_text(draft)
    comes = read_form(office, text, 1, now(), given)
    _show(in_force(office), comes)
    office = office_at(home, passphrase_file, unlock=True)
    serial = propose(office, text, now())
    say("charter.proposed", number=serial, folder=office.places.proposed.path)
    say_next(office)


@charter.command()
@click.argument("old", type=FOLDER)
@click.argument("new", type=FOLDER, required=False)
def diff(old: Path, new: Path | None) -> None:
    """Tell what changes, without signing anything."""
    if new:
        _show(of_file(old), of_file(new))
        return
    office = office_at(old, None, unlock=False)
    form = old / FORM
    comes = what_comes(office, read_text(form) if form.exists() else None, now())
    if comes is None:
        lacking = step("next.form", old)
        raise OfficeError("charter.no_form", Exit.NOT_SET_UP, step=lacking, file=form)
    _show(in_force(office), comes)


@charter.command()
@click.argument("folder", type=FOLDER)
@click.option("--as", "signer", type=click.Choice(["dpo"]), required=True)
@click.option("--key", "key_folder", type=FOLDER, required=True)
@passphrase_option
def sign(
    folder: Path, signer: str, key_folder: Path, passphrase_file: Path | None
) -> None:
    """Sign the proposed agreements as the DPO."""
    del signer  # said for who reads the command; the office signs by proposing
    locked = is_locked(key_folder / KEY)
    secret = passphrase("ask.dpo", passphrase_file) if locked else None
    signed = sign_as_dpo(PapersFolder(folder), key_folder, secret, _show)
    say("charter.signed", number=signed.serial)
    say_step(Step("next.give_back", (("status", str(folder.parent)),)))


def _show(before: Charter | None, new: Charter) -> None:
    """Say what changes, what allows more first."""
    if before is None:
        say("diff.first")
        return
    told = lines(before, new, lang_now())
    for line in told:
        click.echo(line)
    if not told:
        say("diff.same")
