# SPDX-License-Identifier: GPL-3.0-or-later
"""The migrations make exactly these tables, and none can hold a pupil's own yes."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from consent.store.register.engine import open_engine
from consent.store.register.models import Table


def test_the_migrations_and_the_models_agree(url: str) -> None:
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Table.metadata) == []
    engine.dispose()


def test_no_column_could_hold_a_pupils_own_yes_or_no() -> None:
    columns = {
        f"{table.name}.{column.name}"
        for table in Table.metadata.sorted_tables
        for column in table.columns
    }
    telling = ("consent", "state", "withdraw", "pause", "choice", "agreed")
    assert [c for c in columns if any(word in c for word in telling)] == []
    assert {c for c in columns if c.endswith(".answer")} == {"guardian_decision.answer"}
