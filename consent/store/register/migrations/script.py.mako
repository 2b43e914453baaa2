# SPDX-License-Identifier: GPL-3.0-or-later
"""${message}."""

import sqlalchemy as sa
from alembic import op

from consent.errors import RegisterError
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this step."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Never: say here what the step before could not hold."""
    raise RegisterError("A register does not go back; put the backup back instead.")
