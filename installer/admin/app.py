# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin`: the office's commands, put together."""

import click

from consent.version import words
from installer.admin.commands.affected import affected
from installer.admin.commands.charter import charter
from installer.admin.commands.classes import klass
from installer.admin.commands.dpo import dpo
from installer.admin.commands.enrol import enrol
from installer.admin.commands.guardian import guardian
from installer.admin.commands.optout import exempt, optout
from installer.admin.commands.papers import (
    council_report_command,
    dpia,
    notice,
    parent_letter,
    ropa,
    rules_annex,
)
from installer.admin.commands.publish import publish
from installer.admin.commands.revoke import revoke
from installer.admin.commands.school import school
from installer.admin.commands.status import status
from installer.admin.commands.teacher import teacher
from installer.admin.commands.widening import widening
from installer.admin.commands.year import year
from installer.admin.speaking import Program


@click.group(
    cls=Program,
    name="inzage-admin",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(words(), message="%(version)s")
def main() -> None:
    """Run the office's commands."""


for command in (
    *(school, dpo, charter, year, klass, teacher, enrol),
    *(optout, exempt, guardian, widening, revoke, affected, publish),
    status,
    *(notice, parent_letter, rules_annex, dpia, ropa, council_report_command),
):
    main.add_command(command)

if __name__ == "__main__":
    main()
