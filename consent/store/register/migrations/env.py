# SPDX-License-Identifier: GPL-3.0-or-later
"""Alembic's entry: it runs on the connection that the register opened."""

from alembic import context

from consent.store.register.models import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
