# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose a laptop was, and since when: after a theft the school must know."""

import sqlalchemy as sa
from alembic import op

from consent.errors import RegisterError

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this step; who has a laptop now had it, as far as is known, all along."""
    op.create_table(
        "lent",
        sa.Column("device", sa.String(length=32), nullable=False),
        sa.Column("pupil", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device"], ["device.id"], name="fk_lent_device", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["pupil"], ["pupil.id"], name="fk_lent_pupil", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("device", "pupil", name="pk_lent"),
    )
    op.create_index("ix_lent_pupil", "lent", ["pupil"], unique=False)
    op.execute(
        "INSERT INTO lent (device, pupil, since)"
        " SELECT id, pupil, DATE(enrolled_at) FROM device WHERE pupil IS NOT NULL"
    )


def downgrade() -> None:
    """Never: an older program would forget whose a laptop was."""
    raise RegisterError("A register does not go back; put the backup back instead.")
