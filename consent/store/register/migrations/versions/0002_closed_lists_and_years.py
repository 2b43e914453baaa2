# SPDX-License-Identifier: GPL-3.0-or-later
"""Closed lists, a school year for each pupil, paper forms, faster look-ups.

The lists stand here as they were at this step, whatever closed.py says later.
"""

from datetime import UTC, datetime, time

import sqlalchemy as sa
from alembic import op

from consent.errors import RegisterError
from consent.store.register.utc import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

PICTURES = ("overview", "show", "view")
CHECKED = (
    "called_back",
    "in_person",
    "not_said",
    "school_account",
    "signature_known",
)
FORMS = (
    "exemption",
    "exemption_ended",
    "guardian_no",
    "guardian_yes",
    "objection",
    "objection_ended",
)
DEEDS = (
    "charter propose",
    "class import",
    "enrol",
    "enrol assign",
    "enrol token",
    "exempt",
    "forget",
    "guardian",
    "optout",
    "publish",
    "revoke",
    "school init",
    "teacher add",
    "teacher bundle",
    "widening",
)
SERIALS = (
    "charter",
    "class",
    "publication",
    "revocations",
    "roster",
    "set",
    "slip",
    "trust",
    "widening",
)


def upgrade() -> None:
    """Go to this step."""
    _years()
    _look_ups()
    _what_is_said()
    _acts()


def downgrade() -> None:
    """Never: what this step keeps has no place in the step before."""
    raise RegisterError("A register does not go back; put the backup back instead.")


def _years() -> None:
    """Write down for each pupil which school year the name belongs to."""
    op.add_column("pupil", sa.Column("school_year", sa.String(9)))
    op.execute(
        "UPDATE pupil SET school_year = coalesce("
        "(SELECT max(c.school_year) FROM class_group c JOIN membership m"
        " ON m.class_group = c.id WHERE m.pupil = pupil.id),"
        "(SELECT max(c.school_year) FROM class_group c WHERE c.school = pupil.school),"
        "'2000-2001')"
    )
    with op.batch_alter_table("pupil") as table:
        table.alter_column("school_year", nullable=False)
        table.alter_column("sourced_id", type_=sa.String(255))
        table.drop_constraint("uq_pupil_school_sourced_id", type_="unique")
        table.create_unique_constraint(
            "uq_pupil_school_sourced_id_school_year",
            ["school", "sourced_id", "school_year"],
        )
        table.create_check_constraint("band", _one_of("band", ("10+", "6-9")))


def _look_ups() -> None:
    for table_name in ("class_group", "teacher"):
        with op.batch_alter_table(table_name) as table:
            table.alter_column("sourced_id", type_=sa.String(255))
    for table_name in ("class_group", "pupil", "teacher"):
        op.create_index(f"ix_{table_name}_school_name", table_name, ["school", "name"])
    with op.batch_alter_table("device") as table:
        for column, other in (("pupil", "pupil"), ("token", "token")):
            name = f"fk_device_{column}"
            table.drop_constraint(name, type_="foreignkey")
            table.create_foreign_key(name, other, [column], ["id"], ondelete="SET NULL")
    op.create_index("ix_device_school_label", "device", ["school", "label"])


def _what_is_said() -> None:
    with op.batch_alter_table("school") as table:
        table.create_check_constraint("kind", _one_of("kind", ("demo", "school")))
    with op.batch_alter_table("slot") as table:
        table.create_check_constraint("weekday", "weekday BETWEEN 0 AND 6")
    with op.batch_alter_table("serial") as table:
        table.create_check_constraint("kind", _one_of("kind", SERIALS))
    with op.batch_alter_table("opt_out") as table:
        table.create_check_constraint("purpose", _one_of("purpose", PICTURES))
    with op.batch_alter_table("teaches") as table:
        table.add_column(
            sa.Column("origin", sa.String(8), nullable=False, server_default="import")
        )
        table.create_check_constraint("origin", _one_of("origin", ("import", "office")))
    with op.batch_alter_table("teaches") as table:
        table.alter_column("origin", server_default=None)
    _guardians()
    _forms()


def _guardians() -> None:
    op.add_column("guardian_decision", sa.Column("entered_by", sa.String(80)))
    op.add_column("guardian_decision", sa.Column("entered_at", UtcDateTime()))
    op.add_column("guardian_decision", sa.Column("checked", sa.String(16)))
    decision = sa.table(
        "guardian_decision",
        sa.column("decided_on", sa.Date()),
        sa.column("checked"),
        sa.column("entered_by"),
        sa.column("entered_at", UtcDateTime()),
    )
    days = op.get_bind().scalars(sa.select(decision.c.decided_on).distinct()).all()
    for day in days:
        op.execute(
            sa.update(decision)
            .where(decision.c.decided_on == day)
            .values(
                checked="not_said",
                entered_by="office",
                entered_at=datetime.combine(day, time(), UTC),
            )
        )
    with op.batch_alter_table("guardian_decision") as table:
        for column in ("entered_by", "entered_at", "checked"):
            table.alter_column(column, nullable=False)
        table.drop_column("method")
        table.create_check_constraint("purpose", _one_of("purpose", PICTURES))
        table.create_check_constraint("answer", _one_of("answer", ("no", "yes")))
        table.create_check_constraint("checked", _one_of("checked", CHECKED))


def _forms() -> None:
    op.create_table(
        "paper_form",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("pupil", sa.String(32), nullable=False),
        sa.Column("class_group", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("purpose", sa.String(16)),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("checked", sa.String(16), nullable=False),
        sa.Column("checked_by", sa.String(80), nullable=False),
        sa.Column("entered_by", sa.String(80), nullable=False),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(_one_of("kind", FORMS), name=op.f("ck_paper_form_kind")),
        sa.CheckConstraint(
            _one_of("purpose", PICTURES), name=op.f("ck_paper_form_purpose")
        ),
        sa.CheckConstraint(
            _one_of("checked", CHECKED), name=op.f("ck_paper_form_checked")
        ),
        sa.ForeignKeyConstraint(
            ["pupil"],
            ["pupil.id"],
            name=op.f("fk_paper_form_pupil"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["class_group"],
            ["class_group.id"],
            name=op.f("fk_paper_form_class_group"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_form")),
    )
    for column in ("pupil", "class_group"):
        op.create_index(f"ix_paper_form_{column}", "paper_form", [column])


def _acts() -> None:
    """Cut what was done in two: the deed, and about whom or how many."""
    op.add_column("act", sa.Column("deed", sa.String(16)))
    op.add_column("act", sa.Column("about", sa.String(32)))
    act = sa.table("act", *map(sa.column, ("id", "what", "deed", "about")))
    bind = op.get_bind()
    for number, what in bind.execute(sa.select(act.c.id, act.c.what)).all():
        deed, about = _cut(what)
        bind.execute(
            sa.update(act).where(act.c.id == number).values(deed=deed, about=about)
        )
    with op.batch_alter_table("act") as table:
        table.alter_column("deed", nullable=False)
        table.alter_column("about", nullable=False)
        table.drop_column("what")
        table.create_check_constraint("deed", _one_of("deed", DEEDS))


def _cut(what: str) -> tuple[str, str]:
    fitting = [deed for deed in DEEDS if what == deed or what.startswith(f"{deed} ")]
    if not fitting:
        raise RegisterError(f"An act of the office that nothing writes: {what}.")
    deed = max(fitting, key=len)
    return deed, what.removeprefix(deed).strip()


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"
