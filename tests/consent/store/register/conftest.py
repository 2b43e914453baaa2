# SPDX-License-Identifier: GPL-3.0-or-later
"""One register, on SQLite always and on PostgreSQL when the rig gives one."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from consent.store.register.models import School
from consent.store.register.register import Register, add_school

POSTGRES = os.environ.get("INZAGE_TEST_POSTGRES", "")
SCHOOL = "a" * 32


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/register.db"
        return
    if not POSTGRES:
        pytest.skip("no PostgreSQL here; `run.py check` starts one of its own")
    name = f"inzage_{secrets.token_hex(8)}"
    admin = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield POSTGRES.replace("/postgres?", f"/{name}?")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def register(url: str) -> Iterator[Register]:
    """Give a register with one school in it."""
    register = Register(url)
    with register.begin() as desk:
        add_school(
            desk,
            School(id=SCHOOL, name="School", kind="school", timezone="Europe/Brussels"),
        )
    yield register
    register.close()
