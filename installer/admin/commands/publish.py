# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin publish`: write the papers that laptops and consoles fetch."""

from pathlib import Path

import click
from rich.progress import Progress

from installer.admin.asking import (
    home_argument,
    now,
    office_at,
    passphrase_option,
    show,
    tells,
)
from installer.admin.publish import publish as publish_all
from installer.admin.refresh import refresh


@click.command()
@home_argument
@click.option(
    "--fresh", is_flag=True, help="Verleng alleen; kan 's nachts, zonder wachtzin."
)
@passphrase_option
@tells
def publish(home: Path, fresh: bool, passphrase_file: Path | None) -> None:  # noqa: FBT001 -- click's way
    """Publiceer alle papieren van de school in DIR/published."""
    if fresh:
        count = refresh(office_at(home, None, unlock=False), now())
        show(klassen=count)
        return
    office = office_at(home, passphrase_file, unlock=True)
    with Progress(transient=True) as bar:
        task = bar.add_task("publiceren", total=None)

        def tell(what: str, done: int, of: int) -> None:
            bar.update(task, description=what, completed=done, total=of)

        count = publish_all(office, now(), tell)
    show(klassen=count, map=home / "published")
