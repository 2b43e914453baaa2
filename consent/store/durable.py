# SPDX-License-Identifier: GPL-3.0-or-later
"""Making sure that what was written is on disk and stays findable there."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable: a new file is lost without it.

    Windows keeps names durable by itself and cannot open a folder.
    """
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
