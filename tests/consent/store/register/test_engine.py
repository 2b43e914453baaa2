# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening is harmless, goes up from every earlier step, and never goes down."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, func, inspect, select, text
from sqlalchemy.orm import Session

from consent.errors import RegisterError
from consent.store.register.closed import Checked, Deed, Origin
from consent.store.register.engine import HEAD, MIGRATIONS, open_engine, sqlite_url
from consent.store.register.models import (
    Act,
    Device,
    GuardianDecision,
    Lent,
    Membership,
    OptOut,
    Pupil,
    Serial,
    Table,
    Teaches,
)
from consent.store.register.register import Register
from tests.consent.store.register.old_rows import AT_STEP, C, D, P, Q, S, T, fill


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


FAILS_AFTER = {  # what makes the step after each of these impossible
    "0001": ("UPDATE opt_out SET purpose = 'agreed'",),
    "0002": (
        "ALTER TABLE school ADD COLUMN guardian_age INTEGER",  # PostgreSQL
        "CREATE TABLE _alembic_tmp_school (id TEXT)",  # SQLite makes a table anew
    ),
    "0003": ("CREATE TABLE lent (id TEXT)",),
    "0004": (
        (
            "CREATE TABLE leans (d TEXT, p TEXT,"  # PostgreSQL
            " FOREIGN KEY (d, p) REFERENCES lent (device, pupil))"
        ),
        "CREATE TABLE _alembic_tmp_lent (id TEXT)",  # SQLite
    ),
    "0005": ("CREATE TABLE lift (id TEXT)",),
}
STEPS = [s.revision for s in ScriptDirectory.from_config(_config()).walk_revisions()]


def _stand_at(url: str, step: str) -> None:
    """Make a database of an earlier step, with its rows."""
    engine = create_engine(url)
    with engine.begin() as connection:
        command.upgrade(_config(connection), step)
        fill(connection, step)
    engine.dispose()


def _step_of(url: str) -> str:
    engine = create_engine(url)
    with engine.connect() as connection:
        step = connection.scalar(text("SELECT version_num FROM alembic_version"))
    engine.dispose()
    return str(step)


@pytest.fixture
def upgraded(url: str, step: str) -> Iterator[Session]:
    """Give the rows of a register that began at an earlier step."""
    _stand_at(url, step)
    engine = open_engine(url)
    with Session(engine) as session:
        yield session
    engine.dispose()


def test_the_newest_step_is_the_one_the_program_knows() -> None:
    assert STEPS[0] == HEAD
    assert set(AT_STEP) == set(STEPS[1:]), "a step without rows to come from"


def test_opening_an_existing_register_changes_nothing(url: str) -> None:
    for _ in range(2):
        open_engine(url).dispose()
        assert _step_of(url) == HEAD


@pytest.mark.parametrize("step", STEPS[1:])
def test_a_register_of_an_earlier_step_keeps_everything(
    upgraded: Session, step: str
) -> None:
    counts = {
        name: sum(1 for table, _ in AT_STEP[step] if table == name)
        for name in Table.metadata.tables
    }
    counts["lent"] += step < "0005"  # the laptop that has a pupil
    for name, table in Table.metadata.tables.items():
        found = upgraded.scalar(select(func.count()).select_from(table))
        assert found == counts[name], name
    assert upgraded.get_one(Serial, (S, "set", C)).serial == 41
    assert upgraded.get_one(Membership, (P, C)).exempt_attention
    assert upgraded.get_one(Device, D).pupil == P
    assert upgraded.get(Lent, (D, P, date(2026, 9, 1))) is not None
    newest = upgraded.scalar(select(func.max(Lent.since)))
    assert upgraded.get(Lent, (D, P, newest)) is not None, "who has it now is last"
    objection = upgraded.get_one(OptOut, (P, C, "view"))
    assert objection.entered_at == datetime(2026, 9, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize("step", ["0001"])
def test_what_the_first_step_did_not_ask_is_filled_in_as_not_said(
    upgraded: Session, step: str
) -> None:
    assert {upgraded.get_one(Pupil, who).school_year for who in (P, Q)} == {"2026-2027"}
    decision = upgraded.get_one(GuardianDecision, (P, C, "overview"))
    assert (decision.answer, decision.checked) == ("no", Checked.NOT_SAID)
    assert (decision.decided_on, decision.entered_by) == (date(2026, 9, 2), "office")
    assert decision.entered_at == datetime(2026, 9, 2, tzinfo=UTC)
    assert upgraded.get_one(Teaches, (T, C)).origin == Origin.IMPORT
    acts = upgraded.scalars(select(Act).order_by(Act.id)).all()
    assert [(act.deed, act.about) for act in acts] == [
        (Deed.SCHOOL_INIT, ""),
        (Deed.ENROL_TOKEN, "30"),
        (Deed.OPT_OUT, P),
        (Deed.ENROL, ""),
    ]


@pytest.mark.parametrize("step", STEPS[1:])
def test_a_step_that_fails_leaves_the_register_where_it_was(
    url: str, step: str
) -> None:
    _stand_at(url, step)
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in FAILS_AFTER[step]:
            connection.execute(text(statement))
        tables = set(inspect(connection).get_table_names())
    engine.dispose()
    said = r"(?i)check|duplicate column|already exists|depend"
    with pytest.raises(Exception, match=said):
        open_engine(url)
    assert _step_of(url) == step
    engine = create_engine(url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM pupil")) == 2
        assert set(inspect(connection).get_table_names()) == tables
    engine.dispose()


@pytest.mark.parametrize("step", STEPS)
def test_a_register_never_goes_back(url: str, step: str) -> None:
    below = STEPS[STEPS.index(step) + 1] if step != STEPS[-1] else "base"
    with pytest.raises(RegisterError, match="put the backup back"):
        _go_down(url, step, below)
    assert _step_of(url) == HEAD


def _go_down(url: str, step: str, below: str) -> None:
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            command.stamp(_config(connection), step)
            command.downgrade(_config(connection), below)
    finally:
        engine.dispose()


def test_a_register_of_a_newer_program_is_refused_in_one_sentence(url: str) -> None:
    open_engine(url).dispose()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(RegisterError) as caught:
        Register(url)
    said = str(caught.value)
    assert "newer Inzage (step 9999" in said
    assert caught.value.trouble == "newer"
    assert caught.value.values["held"] == "9999"
    assert "\n" not in said
    assert _step_of(url) == "9999"


def test_sqlite_checks_its_references_waits_for_the_disk_and_wipes(
    tmp_path: Path,
) -> None:
    engine = open_engine(sqlite_url(tmp_path / "register.db"))
    with engine.connect() as connection:
        for pragma, value in (
            ("foreign_keys", 1),
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("secure_delete", 1),
            ("busy_timeout", 60_000),
        ):
            assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == value
    engine.dispose()


def test_a_reference_that_leads_nowhere_stops_an_upgrade(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "register.db")
    _stand_at(url, "0001")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"DELETE FROM pupil WHERE id = '{P}'"))  # noqa: S608 -- ours
    engine.dispose()
    with pytest.raises(RegisterError, match="refers to what is not there"):
        open_engine(url)
    assert _step_of(url) == "0001"
