# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's record as files for the school's officer: one a class and month.

Source: docs/spec/volume.md; docs/spec/commands.md.
"""

from pathlib import Path
from typing import Final

from consent.ledger.errors import LedgerError
from console.errors import ConsoleError
from console.settings import keep_file
from console.site import Site

ID_CHARS: Final = 8  # enough to tell a teacher's own classes apart


def write(site: Site, folder: Path) -> list[Path]:
    """Write a volume for each tree; gives the files.

    Raises:
        ConsoleError: there is nothing to write, or it cannot be read or written.
    """
    record, papers = site.record, list(site.papers.shelf.papers())
    own, wall = site.identity.certificate_der, site.clocks.wall()
    files = []
    try:
        for origin in record.origins():
            klass, _, month = origin.split("/")[2:]
            file = folder / f"inzage-{month}-{klass[:ID_CHARS]}.zip"
            keep_file(file, record.volume(origin, own, papers, wall))
            files.append(file)
    except LedgerError as error:
        raise ConsoleError(f"{site.state.ledger}: {error}") from error
    if not files:
        raise ConsoleError("There is nothing in the record of this computer yet.")
    return files
