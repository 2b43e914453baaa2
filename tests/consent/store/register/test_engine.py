# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening twice is harmless; SQLite is told to be careful."""

from pathlib import Path

from sqlalchemy import text

from consent.store.register.engine import open_engine, sqlite_url


def test_opening_an_existing_register_changes_nothing(url: str) -> None:
    for _ in range(2):
        engine = open_engine(url)
        with engine.connect() as connection:
            versions = connection.execute(
                text("SELECT version_num FROM alembic_version")
            )
            assert versions.scalars().all() == ["0001"]
        engine.dispose()


def test_sqlite_checks_its_references_and_waits_for_the_disk(tmp_path: Path) -> None:
    engine = open_engine(sqlite_url(tmp_path / "register.db"))
    with engine.connect() as connection:
        for pragma, value in (
            ("foreign_keys", 1),
            ("journal_mode", "wal"),
            ("synchronous", 2),
        ):
            assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value
    engine.dispose()
