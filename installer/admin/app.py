# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin`: the office's commands, put together."""

import click

from installer.admin.commands.charter import charter
from installer.admin.commands.classes import klass
from installer.admin.commands.dpo import dpo
from installer.admin.commands.enrol import enrol
from installer.admin.commands.optout import exempt, optout
from installer.admin.commands.publish import publish
from installer.admin.commands.revoke import revoke
from installer.admin.commands.school import school
from installer.admin.commands.teacher import teacher


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="inzage", message="inzage %(version)s")
def main() -> None:
    """Alles wat het kantoor van een school met Inzage doet."""


for command in (
    school,
    dpo,
    charter,
    klass,
    teacher,
    enrol,
    optout,
    exempt,
    revoke,
    publish,
):
    main.add_command(command)

if __name__ == "__main__":
    main()
