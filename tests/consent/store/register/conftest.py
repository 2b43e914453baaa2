# SPDX-License-Identifier: GPL-3.0-or-later
"""One register, on SQLite always and on PostgreSQL when the rig gives one."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from consent.store.register.engine import sqlite_url
from consent.store.register.models import School
from consent.store.register.register import Register, add_school

POSTGRES = os.environ.get("INZAGE_TEST_POSTGRES", "")
SCHOOL = "a" * 32


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Name the engine a test runs on: each of them in turn."""
    if request.param == "postgresql" and not POSTGRES:
        pytest.skip("no PostgreSQL here; `run.py check` starts one of its own")
    return str(request.param)


@pytest.fixture
def url(engine: str, tmp_path: Path) -> Iterator[str]:
    """Give the address of an empty database."""
    if engine == "sqlite":
        yield sqlite_url(tmp_path / "register.db")
        return
    with database() as name:
        yield _address(name)


@pytest.fixture(scope="session")
def first_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a register with one school in it, to copy."""
    path = tmp_path_factory.mktemp("first") / "register.db"
    _found(sqlite_url(path))
    return path


@pytest.fixture(scope="session")
def first_name() -> Iterator[str]:
    """Give the name of a database with one school in it, to copy; "" without a rig."""
    if not POSTGRES:
        yield ""
        return
    with database() as name:
        _found(_address(name))
        yield name


@pytest.fixture
def school_url(
    engine: str, tmp_path: Path, first_file: Path, first_name: str
) -> Iterator[str]:
    """Give the address of a register with one school in it."""
    if engine == "sqlite":
        shutil.copy(first_file, tmp_path / "register.db")
        yield sqlite_url(tmp_path / "register.db")
        return
    with database(first_name) as name:
        yield _address(name)


@pytest.fixture
def register(school_url: str) -> Iterator[Register]:
    """Give a register with one school in it."""
    register = Register(school_url)
    yield register
    register.close()


@contextmanager
def database(like: str = "template1") -> Iterator[str]:
    """Lend a database of its own, a copy of another."""
    name = f"inzage_{secrets.token_hex(8)}"
    admin = create_engine(POSTGRES, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {like}"))
    try:
        yield name
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        admin.dispose()


def _address(name: str) -> str:
    return POSTGRES.replace("/postgres?", f"/{name}?")


def _found(url: str) -> None:
    """Make a register with one school in it."""
    register = Register(url)
    with register.begin() as desk:
        add_school(
            desk,
            School(id=SCHOOL, name="School", kind="school", timezone="Europe/Brussels"),
        )
    register.close()
