# SPDX-License-Identifier: GPL-3.0-or-later
"""Open the register: SQLite in a file by default, PostgreSQL by changing one URL.

Who writes waits for who writes already; nobody loses work, and nobody waits for ever.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, ProgrammingError
from sqlalchemy.pool import NullPool

from consent.store.register.trouble import sentences, trouble

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

MIGRATIONS: Final = Path(__file__).parent / "migrations"
HEAD: Final = "0006"  # the newest step in that folder
DRIVERS: Final = ("sqlite", "postgresql", "postgresql+psycopg")
WAIT_S: Final = 60  # for who writes already; a large school's publication is shorter
READS: Final = "inzage_reads"  # marks a connection that only reads


def open_engine(url: str, *, wait_s: float = WAIT_S) -> Engine:
    """Connect, and bring the tables up to date.

    Args:
        url: "sqlite:////path/register.db" or "postgresql+psycopg://...".
        wait_s: how long to wait for somebody who writes.

    Raises:
        RegisterError: it has no such address, cannot be reached or read, or is of a
            newer program.
    """
    address = _read(url)
    with sentences(shown(address)):
        engine = _reached(address, wait_s)
        try:
            held = _revision(engine)
            if held != HEAD:
                _migrate(address, held, wait_s)
        except BaseException:
            engine.dispose()
            raise
    return engine


def shown(address: URL) -> str:
    """Write an address without whatever may be a secret in it."""
    open_parts = URL.create(
        address.drivername, host=address.host, database=address.database
    )
    return open_parts.render_as_string()


def sqlite_url(path: Path) -> str:
    """Write the URL of a register in a file."""
    return f"sqlite:///{path}"


def _read(url: str) -> URL:
    """Take an address apart; an @ that is left over was one of a password."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise trouble("address") from error
    is_torn = "@" in (address.host or "") or (
        address.host is not None and "@" in (address.database or "")
    )
    if address.drivername not in DRIVERS or is_torn:
        raise trouble("address")
    return address


def _reached(address: URL, wait_s: float) -> Engine:
    """Connect for the first time: what an address asks in vain comes out here."""
    try:
        engine = _engine(address, wait_s)
        engine.connect().close()
    except (ArgumentError, ProgrammingError, TypeError, ValueError) as error:
        raise trouble("option", where=shown(address)) from error
    return engine


def _engine(address: URL, wait_s: float, *, migrates: bool = False) -> Engine:
    engine = create_engine(address, poolclass=NullPool if migrates else None)
    if engine.dialect.name == "sqlite":

        def make_careful(connection: "DBAPIConnection", record: Any) -> None:  # noqa: ANN401 -- SQLAlchemy's own hook
            del record
            connection.isolation_level = None  # the driver must not begin by itself
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout = {int(wait_s * 1000)}")
            cursor.execute(f"PRAGMA foreign_keys = {'OFF' if migrates else 'ON'}")
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA secure_delete = ON")  # what goes, is gone
            cursor.close()

        event.listen(engine, "connect", make_careful)
        event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Two admins at once wait for each other; who only reads waits for nobody."""
    reads = connection.get_execution_options().get(READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _revision(engine: Engine) -> str | None:
    """Say which step a database stands at; None when it is empty."""
    with engine.execution_options(**{READS: True}).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        held = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if held is None else str(held)


def _migrate(address: URL, held: str | None, wait_s: float) -> None:
    """Go to the newest step, whole or not at all.

    SQLite's references are off meanwhile, as a table made anew is a table dropped; they
    are all looked up at the end.
    """
    # Alembic is seldom needed and slow to load.
    from alembic import command  # noqa: PLC0415 -- (idem)
    from alembic.config import Config  # noqa: PLC0415 -- (idem)
    from alembic.script import ScriptDirectory  # noqa: PLC0415 -- (idem)

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    steps = {s.revision for s in ScriptDirectory.from_config(config).walk_revisions()}
    if held is not None and held not in steps:
        raise trouble("newer", held=held, head=HEAD)
    engine = _engine(address, wait_s, migrates=True)
    with engine.begin() as connection:
        lock(connection, "", wait_s)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if engine.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise trouble("broken", table=str(broken[0][0]))


def lock(connection: Connection, school: str, wait_s: float) -> None:
    """Have one writer a school at a time where the database itself lets in more."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = {int(wait_s * 1000)}"))
        connection.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))"),
            {"what": f"inzage {school}"},
        )
