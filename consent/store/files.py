# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that only their owner may read, put down where others may write too.

No link is followed and nothing of somebody else's is written over, so a planted name
neither shows a list to other accounts nor has an admin overwrite a file.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from consent.store.durable import sync_folder

OWNER_ONLY: Final = 0o600
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Lend a new file, on disk when this ends; after an error it is not there.

    Raises:
        FileExistsError: there is a file, a folder or a link of that name already.
    """
    handle = os.open(path, _NEW, OWNER_ONLY)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet.

    Raises:
        FileExistsError: there is a file, a folder or a link of that name already.
    """
    with new_file(path) as file:
        file.write(data)


def write_over(path: Path, data: bytes) -> None:
    """Put a file in place whole, of a file or a link that was there; or leave that."""
    beside = path.with_name(f".{secrets.token_hex(8)}.new")
    write_new(beside, data)
    try:
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
