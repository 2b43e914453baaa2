# SPDX-License-Identifier: GPL-3.0-or-later
"""The migrations make exactly these tables, and none can hold a pupil's own yes.

The columns are read from the database itself. Each is in one list below, by what it
can hold; a new column fails until somebody says which.
"""

import re
from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, Inspector, String, inspect

from consent.lifecycle import ConsentEvent, ConsentState
from consent.method import Method
from consent.store.register.engine import open_engine
from consent.store.register.models import Table


def _listed(text: str) -> list[str]:
    return text.split()


FILING = "alembic_version.version_num"
IDS = _listed(
    """
    act.about act.id act.school class_group.id class_group.school device.fingerprint
    device.id device.pupil device.school device.token guardian_decision.class_group
    guardian_decision.pupil lent.device lent.pupil lift.class_group
    lift.pupil membership.class_group
    membership.pupil opt_out.class_group opt_out.pupil paper_form.class_group
    paper_form.id paper_form.pupil pupil.id
    pupil.school revoked.fingerprint revoked.school school.id serial.ref serial.school
    slot.class_group slot.id slot_teacher.slot slot_teacher.teacher teacher.id
    teacher.school teaches.class_group teaches.teacher token.id token.school
    token.secret_sha256
    """
)
NAMES = _listed(
    """
    act.by class_group.name class_group.sourced_id device.label
    guardian_decision.checked_by guardian_decision.entered_by lift.checked_by
    opt_out.entered_by
    paper_form.checked_by paper_form.entered_by pupil.name pupil.sort pupil.sourced_id
    school.name school.timezone slot.subject teacher.name teacher.sourced_id
    """
)
TIMES = _listed(
    """
    act.at class_group.school_year device.enrolled_at guardian_decision.decided_on
    guardian_decision.entered_at lent.since lift.decided_on lift.decider_from
    lift.held_from opt_out.entered_at paper_form.entered_at
    paper_form.received_on pupil.decider_from pupil.school_year revoked.revoked_at
    slot.ends slot.on_date slot.starts teaches.since teaches.until token.not_after
    """
)
COUNTS = _listed(
    "membership.lifts_from school.guardian_age serial.serial slot.weekday"
    " token.uses_left"
)
CLOSED = _listed(
    """
    act.deed guardian_decision.answer guardian_decision.checked
    guardian_decision.purpose lift.answer lift.checked lift.purpose opt_out.purpose
    paper_form.checked paper_form.kind paper_form.purpose pupil.band school.kind
    serial.kind teaches.origin
    """
)
PAPERS = _listed(
    "device.certificate guardian_decision.widening lift.widening teacher.certificate"
)
SENTENCES = ["revoked.why"]  # of a certificate, about no pupil's choice
PUPILS_OWN = {*ConsentState, *ConsentEvent, *(set(Method) - {Method.PAPER_FORM})}


@pytest.fixture
def opened(school_url: str) -> Iterator[Engine]:
    """Give the database behind a register."""
    engine = open_engine(school_url)
    yield engine
    engine.dispose()


def _columns(inspector: Inspector) -> set[str]:
    return {
        f"{table}.{column['name']}"
        for table in inspector.get_table_names()
        for column in inspector.get_columns(table)
    }


def _words(inspector: Inspector) -> dict[str, set[str]]:
    """Read from the database which words a column lets in."""
    return {
        f"{table}.{str(check['name']).removeprefix(f'ck_{table}_')}": set(
            re.findall(r"'([^']*)'", check["sqltext"])
        )
        for table in inspector.get_table_names()
        for check in inspector.get_check_constraints(table)
        if "'" in check["sqltext"]
    }


def test_the_migrations_and_the_models_agree(opened: Engine) -> None:
    with opened.connect() as connection:
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, Table.metadata) == []
    checks = {
        (table.name, str(check.name))
        for table in Table.metadata.sorted_tables
        for check in table.constraints
        if str(check.name).startswith("ck_")
    }
    inspector = inspect(opened)
    assert checks == {
        (table, str(check["name"]))
        for table in inspector.get_table_names()
        for check in inspector.get_check_constraints(table)
    }


def test_no_column_could_hold_a_pupils_own_yes_or_no(opened: Engine) -> None:
    listed = [
        *(FILING, *IDS, *NAMES, *TIMES, *COUNTS, *CLOSED),
        *("membership.exempt_attention", *PAPERS, *SENTENCES),
    ]
    assert len(listed) == len(set(listed))
    assert _columns(inspect(opened)) == set(listed)


def test_every_word_the_database_lets_in_is_known_and_none_is_a_pupils_own(
    opened: Engine,
) -> None:
    words = _words(inspect(opened))
    assert set(words) == set(CLOSED)
    assert [at for at, each in words.items() if each & {"yes", "no"}] == [
        "guardian_decision.answer"
    ]
    own = {own.lower() for own in PUPILS_OWN}
    for at, each in words.items():
        assert not own & {word.lower() for word in each}, at
        assert not [w for w in each if "pupil" in w or "consent" in w], at


def test_the_lists_in_the_code_are_those_in_the_database(opened: Engine) -> None:
    in_code = {
        f"{table.name}.{str(check.name).removeprefix(f'ck_{table.name}_')}": set(
            re.findall(r"'([^']*)'", str(getattr(check, "sqltext", "")))
        )
        for table in Table.metadata.sorted_tables
        for check in table.constraints
        if "'" in str(getattr(check, "sqltext", ""))
    }
    assert in_code == _words(inspect(opened))


def test_every_text_has_a_limit() -> None:
    assert [
        str(column)
        for table in Table.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, String) and not column.type.length
    ] == []
