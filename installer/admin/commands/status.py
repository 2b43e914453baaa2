# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin status`: what lacks, what expires when, and what to do now."""

from pathlib import Path

import click

from installer.admin.asking import (
    home_argument,
    lang_now,
    now,
    office_at,
    say_step,
)
from installer.admin.next_step import next_step
from installer.admin.report import Level, report
from installer.admin.saying import text
from installer.admin.speaking import Speaking
from installer.admin.standing import look
from installer.admin.trouble import Exit, said


@click.command(cls=Speaking)
@home_argument
def status(home: Path) -> None:
    """Say how the school stands."""
    stands = look(office_at(home, None, unlock=False), now())
    remarks = report(stands)
    for remark in remarks:
        mark = text(lang_now(), said("mark", what=remark.level))
        click.echo(f"{mark} {text(lang_now(), remark.said)}")
    say_step(next_step(home, stands))
    if any(remark.level is Level.WRONG for remark in remarks):
        click.get_current_context().exit(Exit.NOT_GOOD)
