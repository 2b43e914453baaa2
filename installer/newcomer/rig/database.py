# SPDX-License-Identifier: GPL-3.0-or-later
"""An empty PostgreSQL on a private socket: no port, no password, not as root."""

import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.newcomer.packages import this_machine
from installer.newcomer.rig.child import child, once, until

ROLE = "inzage"
QUICK = ("-c", "fsync=off", "-c", "listen_addresses=")
INITDB = ("-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-U", ROLE)


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """Lend the environment of a fresh database."""
    owner = "postgres" if this_machine().is_root else None  # it refuses to run as root
    with _folder(owner) as home:
        data = str(home / "data")
        once("initdb", "-D", data, *INITDB, owner=owner)
        with child(
            *("postgres", "-D", data, "-k", str(home), *QUICK),
            owner=owner,
            stop_with=signal.SIGINT,  # PostgreSQL's word for now
        ):
            until("pg_isready", "-q", "-h", str(home), "-d", "postgres")
            yield {"INZAGE_TEST_POSTGRES": _url(home)}


@contextmanager
def _folder(owner: str | None) -> Iterator[Path]:
    """Lend a folder that is the owner's and that goes with the block."""
    home = Path(tempfile.mkdtemp(prefix="inzage-pg-"))
    try:
        if owner:
            shutil.chown(home, owner, owner)
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _url(home: Path) -> str:
    return f"postgresql+psycopg://{ROLE}@/postgres?host={home}"
