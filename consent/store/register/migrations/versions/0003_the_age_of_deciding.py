# SPDX-License-Identifier: GPL-3.0-or-later
"""The age that pupils' days of deciding were reckoned with."""

import sqlalchemy as sa
from alembic import op

from consent.errors import RegisterError

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this step."""
    with op.batch_alter_table("school") as table:
        table.add_column(sa.Column("guardian_age", sa.Integer()))
        table.create_check_constraint("guardian_age", "guardian_age BETWEEN 13 AND 18")


def downgrade() -> None:
    """Never: an older program would not look whether the age changed."""
    raise RegisterError("A register does not go back; put the backup back instead.")
