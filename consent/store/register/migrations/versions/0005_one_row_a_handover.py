# SPDX-License-Identifier: GPL-3.0-or-later
"""One row a handover: a laptop can come back to a pupil who had it before."""

from alembic import op

from consent.errors import RegisterError

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this step; to whom a laptop came back has it from the newest day known."""
    with op.batch_alter_table("lent") as table:
        table.drop_constraint("pk_lent", type_="primary")
        table.create_primary_key("pk_lent", ["device", "pupil", "since"])
    op.execute(
        "INSERT INTO lent (device, pupil, since)"
        " SELECT device.id, device.pupil, MAX(lent.since)"
        " FROM device JOIN lent ON lent.device = device.id"
        " WHERE device.pupil IS NOT NULL GROUP BY device.id, device.pupil"
        " HAVING MAX(lent.since) NOT IN (SELECT mine.since FROM lent AS mine"
        " WHERE mine.device = device.id AND mine.pupil = device.pupil)"
    )


def downgrade() -> None:
    """Never: an older program would forget to whom a laptop came back."""
    raise RegisterError("A register does not go back; put the backup back instead.")
