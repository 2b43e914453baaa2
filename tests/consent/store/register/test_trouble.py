# SPDX-License-Identifier: GPL-3.0-or-later
"""A database that cannot is told in one sentence, with a way out and no secret."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from consent.errors import RegisterError
from consent.store.register.engine import open_engine, sqlite_url
from consent.store.register.register import Register
from consent.store.register.trouble import sentences


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database is locked", "Somebody else is writing"),
        ("attempt to write a readonly database", "This user may not write"),
        ("database or disk is full", "The disk is full"),
        ("file is not a database", "damaged"),
        ("database disk image is malformed", "damaged"),
        ("unable to open database file", "cannot be reached (unable to open"),
        ("", "cannot be reached ()"),
    ],
)
def test_what_sqlite_says_becomes_a_sentence(said: str, told: str) -> None:
    error = OperationalError("SELECT 1", None, sqlite3.OperationalError(said))
    with pytest.raises(RegisterError) as caught, sentences("HERE"):
        raise error
    assert told in str(caught.value)
    assert "HERE" in str(caught.value)
    assert "SELECT" not in str(caught.value)
    assert caught.value.values["where"] == "HERE"


def test_a_mistake_of_ours_is_not_made_into_a_sentence() -> None:
    for mistake in (
        IntegrityError("INSERT", None, sqlite3.IntegrityError("UNIQUE")),
        ModuleNotFoundError("no x", name="x"),
    ):
        with pytest.raises(type(mistake)), sentences("HERE"):
            raise mistake
    broken = DatabaseError("SELECT", None, sqlite3.DatabaseError("malformed"))
    with pytest.raises(RegisterError), sentences("HERE"):
        raise broken


def test_a_missing_driver_is_named_with_the_line_to_type() -> None:
    with pytest.raises(RegisterError, match="psycopg"), sentences("HERE"):
        raise ModuleNotFoundError("no psycopg", name="psycopg")


def test_a_server_that_is_away_is_told_without_its_password() -> None:
    url = "postgresql+psycopg://inzage:s3cret@127.0.0.1:1/inzage"
    with pytest.raises(RegisterError, match="cannot be reached") as caught:
        open_engine(url)
    assert "s3cret" not in str(caught.value)


def test_an_address_that_is_none_is_told_without_repeating_it() -> None:
    with pytest.raises(RegisterError, match="address is none") as caught:
        open_engine("postgres:s3cret")
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://u:s3cret@[::1/db",
        "postgresql+psycopg://u@h:s3cret/db",
        "postgresql+psycopg://u:p@s3cret@h/db",
        "postgresql+psycopg://u:p@s/3cret@h/db",
        "postgresql+nosuch://u:s3cret@h/db",
        "mysql://u:s3cret@h/db",
        "nosuch://u:s3cret@h/db",
    ],
)
def test_an_address_that_cannot_be_read_is_told_without_its_secret(url: str) -> None:
    with pytest.raises(RegisterError, match="address is none") as caught:
        open_engine(url)
    assert caught.value.trouble == "address"
    assert "3cret" not in f"{caught.value} {caught.value.values}"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("postgresql+psycopg://127.0.0.1:1/db?user=u&password=s3cret", "away"),
        ("postgresql+psycopg://u:p@127.0.0.1:1/db?sslpassword=s3cret", "away"),
        ("postgresql+psycopg://u:s3cret@127.0.0.1:1/db?bogus=s3cret", "option"),
        ("postgresql+psycopg://u:p@127.0.0.1:1/db?connect_timeout=s3cret", "option"),
        ("sqlite://u:s3cret@127.0.0.1/db", "option"),
        ("sqlite:////nowhere/db?timeout=s3cret", "option"),
    ],
)
def test_of_an_address_only_driver_host_and_database_are_told(
    url: str, kind: str
) -> None:
    with pytest.raises(RegisterError) as caught:
        open_engine(url)
    error = caught.value
    assert error.trouble == kind
    assert "s3cret" not in f"{error} {error.values}"
    where = error.values["where"]
    assert ("127.0.0.1" in where) == ("127.0.0.1" in url)
    assert where.endswith("/db")


def test_what_is_told_in_use_has_no_secret_either(school_url: str, engine: str) -> None:
    """An option that counts on both, and a secret that counts on none."""
    asked = "connect_timeout=735149" if engine == "postgresql" else "timeout=735149"
    joined = "&" if "?" in school_url else "?"
    register = Register(f"{school_url}{joined}{asked}")
    with pytest.raises(RegisterError) as caught, register.read():
        raise OperationalError("SELECT", None, sqlite3.OperationalError("gone"))
    assert "735149" not in str(caught.value.values["where"])
    register.close()


def test_a_file_that_is_no_register_is_told(tmp_path: Path) -> None:
    (tmp_path / "register.db").write_bytes(b"something else entirely\n" * 400)
    with pytest.raises(RegisterError, match="damaged, or is none"):
        open_engine(sqlite_url(tmp_path / "register.db"))


def test_a_register_that_fails_in_use_is_told_too(school_url: str) -> None:
    register, other = Register(school_url), Register(school_url, wait_s=0.1)
    with (
        register.begin(),
        pytest.raises(RegisterError, match="Somebody else is writing"),
        other.begin(),
    ):
        pytest.fail("two wrote at once")
    register.close()
    other.close()
