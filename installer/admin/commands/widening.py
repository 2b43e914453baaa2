# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin widening`: the two signatures under what allows more."""

from pathlib import Path

import click

from consent.store.keys import is_locked
from consent.store.papers_folder import PapersFolder
from consent.store.register.closed import Answer
from installer.admin.asking import (
    FOLDER,
    home_argument,
    now,
    office_at,
    passphrase,
    passphrase_option,
    say,
    say_next,
    say_step,
)
from installer.admin.dpo import KEY, load_dpo
from installer.admin.speaking import SpeakingGroup
from installer.admin.stages import Stage
from installer.admin.trouble import Said, Step, said
from installer.admin.widenings import Row, decisions, propose, shown, sign_proposals


@click.group(cls=SpeakingGroup)
def widening() -> None:
    """Work on what both must sign."""


@widening.command(name="propose")
@home_argument
@passphrase_option
def propose_command(home: Path, passphrase_file: Path | None) -> None:
    """Sign everything as the office."""
    office = office_at(home, passphrase_file, unlock=True)
    count = propose(office, now())
    say("widening.proposed", count=count, folder=office.places.proposed.path)
    say_next(office)


@widening.command()
@click.argument("folder", type=FOLDER)
@click.option("--key", "key_folder", type=FOLDER, required=True)
@click.option("--only", type=int, multiple=True)
@click.option("--look", is_flag=True)
@passphrase_option
def sign(
    folder: Path,
    key_folder: Path,
    only: tuple[int, ...],
    look: bool,  # noqa: FBT001 -- click's way
    passphrase_file: Path | None,
) -> None:
    """Read and sign what is proposed, as the DPO."""
    rows = shown(PapersFolder(folder))
    for row in rows:
        _say_row(row)
    if look:
        return
    locked = is_locked(key_folder / KEY)
    secret = passphrase("ask.dpo", passphrase_file) if locked else None
    key = load_dpo(key_folder, secret)
    signed = sign_proposals(PapersFolder(folder), key, only)
    say("widening.signed", count=len(signed))
    say_step(Step("next.give_back", (("status", str(folder.parent)),)))


@widening.command(name="list")
@home_argument
def list_widenings(home: Path) -> None:
    """List how far each has come."""
    office = office_at(home, None, unlock=False)
    with office.register.read() as desk:
        every = decisions(desk, office, now())
    found = [
        one
        for one in every
        if one.decision.answer != Answer.NO and one.stage is not Stage.OVER
    ]
    for one in found:
        say(
            "widening.row",
            who=one.pupil.name,
            klass=one.klass.name,
            what=_what(one.row(0)),
            stage=one.stage,
        )
    say("widening.counted", count=len(found))


def _what(row: Row) -> Said:
    word, _, day = row.answer.partition(" ")
    return said(f"wider.{word}", purpose=row.purpose, day=day)


def _say_row(row: Row) -> None:
    say(
        "widening.proposal" if row.date else "widening.proposal_list",
        number=row.number,
        who=row.pupil,
        klass=row.class_name,
        what=_what(row),
        checked_by=row.checked_by,
        day=row.date,
    )
