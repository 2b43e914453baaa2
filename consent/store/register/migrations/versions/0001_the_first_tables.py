# SPDX-License-Identifier: GPL-3.0-or-later
"""The first tables."""

import sqlalchemy as sa
from alembic import op

from consent.errors import RegisterError
from consent.store.register.utc import UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this step."""
    op.create_table(
        "school",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
    )
    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["school"], ["school.id"], name=op.f("fk_act_school")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
    )
    with op.batch_alter_table("act", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_act_school"), ["school"], unique=False)

    op.create_table(
        "class_group",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("sourced_id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("school_year", sa.String(length=9), nullable=False),
        sa.ForeignKeyConstraint(
            ["school"], ["school.id"], name=op.f("fk_class_group_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_class_group")),
        sa.UniqueConstraint(
            "school",
            "sourced_id",
            "school_year",
            name=op.f("uq_class_group_school_sourced_id_school_year"),
        ),
    )
    with op.batch_alter_table("class_group", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_class_group_school"), ["school"], unique=False
        )

    op.create_table(
        "pupil",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("sourced_id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("sort", sa.String(length=80), nullable=False),
        sa.Column("decider_from", sa.Date(), nullable=False),
        sa.Column("band", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["school"], ["school.id"], name=op.f("fk_pupil_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pupil")),
        sa.UniqueConstraint(
            "school", "sourced_id", name=op.f("uq_pupil_school_sourced_id")
        ),
    )
    with op.batch_alter_table("pupil", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pupil_school"), ["school"], unique=False)
        batch_op.create_index(batch_op.f("ix_pupil_sort"), ["sort"], unique=False)

    op.create_table(
        "revoked",
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=False),
        sa.Column("why", sa.String(length=140), nullable=False),
        sa.ForeignKeyConstraint(
            ["school"], ["school.id"], name=op.f("fk_revoked_school")
        ),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_revoked")),
    )
    with op.batch_alter_table("revoked", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_revoked_school"), ["school"], unique=False)

    op.create_table(
        "serial",
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("ref", sa.String(length=64), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school"], ["school.id"], name=op.f("fk_serial_school")
        ),
        sa.PrimaryKeyConstraint("school", "kind", "ref", name=op.f("pk_serial")),
    )
    op.create_table(
        "teacher",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("sourced_id", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["school"], ["school.id"], name=op.f("fk_teacher_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teacher")),
        sa.UniqueConstraint(
            "school", "sourced_id", name=op.f("uq_teacher_school_sourced_id")
        ),
    )
    with op.batch_alter_table("teacher", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_teacher_school"), ["school"], unique=False)

    op.create_table(
        "token",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("secret_sha256", sa.String(length=64), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("not_after", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school"], ["school.id"], name=op.f("fk_token_school")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
    )
    with op.batch_alter_table("token", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_token_school"), ["school"], unique=False)

    op.create_table(
        "device",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("certificate", sa.LargeBinary(), nullable=False),
        sa.Column("label", sa.String(length=64), nullable=False),
        sa.Column("token", sa.String(length=32), nullable=True),
        sa.Column("enrolled_at", UtcDateTime(), nullable=False),
        sa.Column("pupil", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["pupil"], ["pupil.id"], name=op.f("fk_device_pupil")),
        sa.ForeignKeyConstraint(
            ["school"], ["school.id"], name=op.f("fk_device_school")
        ),
        sa.ForeignKeyConstraint(["token"], ["token.id"], name=op.f("fk_device_token")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_device_fingerprint")),
    )
    with op.batch_alter_table("device", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_device_pupil"), ["pupil"], unique=False)
        batch_op.create_index(batch_op.f("ix_device_school"), ["school"], unique=False)

    op.create_table(
        "guardian_decision",
        sa.Column("pupil", sa.String(length=32), nullable=False),
        sa.Column("class_group", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("answer", sa.String(length=3), nullable=False),
        sa.Column("method", sa.String(length=40), nullable=False),
        sa.Column("checked_by", sa.String(length=80), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("widening", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["class_group"],
            ["class_group.id"],
            name=op.f("fk_guardian_decision_class_group"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pupil"],
            ["pupil.id"],
            name=op.f("fk_guardian_decision_pupil"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "pupil", "class_group", "purpose", name=op.f("pk_guardian_decision")
        ),
    )
    op.create_table(
        "membership",
        sa.Column("pupil", sa.String(length=32), nullable=False),
        sa.Column("class_group", sa.String(length=32), nullable=False),
        sa.Column("exempt_attention", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_group"],
            ["class_group.id"],
            name=op.f("fk_membership_class_group"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pupil"],
            ["pupil.id"],
            name=op.f("fk_membership_pupil"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("pupil", "class_group", name=op.f("pk_membership")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_membership_class_group"), ["class_group"], unique=False
        )

    op.create_table(
        "opt_out",
        sa.Column("pupil", sa.String(length=32), nullable=False),
        sa.Column("class_group", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.Column("entered_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_group"],
            ["class_group.id"],
            name=op.f("fk_opt_out_class_group"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["pupil"], ["pupil.id"], name=op.f("fk_opt_out_pupil"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "pupil", "class_group", "purpose", name=op.f("pk_opt_out")
        ),
    )
    op.create_table(
        "slot",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("class_group", sa.String(length=32), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=True),
        sa.Column("starts", sa.String(length=5), nullable=False),
        sa.Column("ends", sa.String(length=5), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_group"],
            ["class_group.id"],
            name=op.f("fk_slot_class_group"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
    )
    with op.batch_alter_table("slot", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_slot_class_group"), ["class_group"], unique=False
        )

    op.create_table(
        "teaches",
        sa.Column("teacher", sa.String(length=32), nullable=False),
        sa.Column("class_group", sa.String(length=32), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["class_group"],
            ["class_group.id"],
            name=op.f("fk_teaches_class_group"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["teacher"],
            ["teacher.id"],
            name=op.f("fk_teaches_teacher"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("teacher", "class_group", name=op.f("pk_teaches")),
    )
    with op.batch_alter_table("teaches", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_teaches_class_group"), ["class_group"], unique=False
        )

    op.create_table(
        "slot_teacher",
        sa.Column("slot", sa.String(length=32), nullable=False),
        sa.Column("teacher", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["slot"], ["slot.id"], name=op.f("fk_slot_teacher_slot"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["teacher"],
            ["teacher.id"],
            name=op.f("fk_slot_teacher_teacher"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("slot", "teacher", name=op.f("pk_slot_teacher")),
    )


def downgrade() -> None:
    """Never: before this step there was no register."""
    raise RegisterError("A register does not go back; put the backup back instead.")
