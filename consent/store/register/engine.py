# SPDX-License-Identifier: GPL-3.0-or-later
"""Open the register: SQLite in a file by default, PostgreSQL by changing one URL."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

MIGRATIONS = Path(__file__).parent / "migrations"


def open_engine(url: str) -> Engine:
    """Connect, and bring the tables up to date.

    Args:
        url: "sqlite:////path/register.db" or "postgresql+psycopg://...".

    Raises:
        sqlalchemy.exc.SQLAlchemyError: the database cannot be reached or read.
    """
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _make_sqlite_careful)
        event.listen(engine, "begin", _begin_as_writer)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return engine


def sqlite_url(path: Path) -> str:
    """Write the URL of a register in a file."""
    return f"sqlite:///{path}"


def _make_sqlite_careful(connection: "DBAPIConnection", record: Any) -> None:  # noqa: ANN401 -- SQLAlchemy's own hook
    del record
    connection.isolation_level = None  # the driver must not begin by itself
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA busy_timeout = 10000")
    cursor.close()


def _begin_as_writer(connection: Connection) -> None:
    """Two admins at once wait for each other, instead of losing one's work."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
