# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin publish`: write the papers that laptops and consoles fetch."""

import sys
from pathlib import Path

import click
from rich.progress import Progress

from installer.admin.asking import (
    home_argument,
    lang_now,
    now,
    office_at,
    passphrase_option,
    say,
    say_next,
    show,
)
from installer.admin.publish import publish as publish_all
from installer.admin.refresh import refresh
from installer.admin.saying import text
from installer.admin.speaking import Speaking
from installer.admin.trouble import said


@click.command(cls=Speaking)
@home_argument
@click.option("--fresh", is_flag=True)
@passphrase_option
def publish(home: Path, fresh: bool, passphrase_file: Path | None) -> None:  # noqa: FBT001 -- click's way
    """Publish all papers, or only renew them."""
    if fresh:
        count = refresh(office_at(home, None, unlock=False), now())
        show(classes=count)
        return
    office = office_at(home, passphrase_file, unlock=True)
    with Progress(transient=True, disable=not sys.stdout.isatty()) as bar:
        task = bar.add_task(text(lang_now(), said("publish.busy")), total=None)

        def tell(what: str, done: int, of: int) -> None:
            bar.update(task, description=what, completed=done, total=of)

        count = publish_all(office, now(), tell)
    show(classes=count, folder=home / "published")
    if not count:
        say("publish.cleared")
    say_next(office)
