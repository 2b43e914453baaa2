# SPDX-License-Identifier: GPL-3.0-or-later
"""What forbade and was taken back stands on until office and DPO both signed."""

import sqlalchemy as sa
from alembic import op

from consent.errors import RegisterError

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LISTS = {
    "answer": "'decides', 'exemption_ended', 'no_ended', 'objection_ended'",
    "purpose": "'', 'overview', 'show', 'view'",
    "checked": "'called_back', 'in_person', 'not_said', 'school_account', "
    "'signature_known'",
}


def upgrade() -> None:
    """Go to this step; what was taken back before it stays taken back."""
    op.create_table(
        "lift",
        sa.Column("pupil", sa.String(length=32), nullable=False),
        sa.Column("class_group", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.String(length=16), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("held_from", sa.Date(), nullable=True),
        sa.Column("decider_from", sa.Date(), nullable=True),
        sa.Column("checked", sa.String(length=16), nullable=False),
        sa.Column("checked_by", sa.String(length=80), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("widening", sa.LargeBinary(), nullable=True),
        *(
            sa.CheckConstraint(f"{name} IN ({words})", name=op.f(f"ck_lift_{name}"))
            for name, words in LISTS.items()
        ),
        sa.ForeignKeyConstraint(
            ["pupil"], ["pupil.id"], name="fk_lift_pupil", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["class_group"],
            ["class_group.id"],
            name="fk_lift_class_group",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "pupil", "class_group", "answer", "purpose", name="pk_lift"
        ),
    )
    with op.batch_alter_table("membership") as table:
        table.add_column(
            sa.Column("lifts_from", sa.Integer(), nullable=False, server_default="0")
        )


def downgrade() -> None:
    """Never: an older program would let go at once of what stands on."""
    raise RegisterError("A register does not go back; put the backup back instead.")
