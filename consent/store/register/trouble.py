# SPDX-License-Identifier: GPL-3.0-or-later
"""What a database says when it cannot, in a sentence for the office."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError

from consent.errors import RegisterError

BUSY: Final = "55P03"  # PostgreSQL: lock_not_available
SIGNS: Final = (  # what the database said, what it means
    ("database is locked", "busy"),
    ("readonly database", "read_only"),
    ("disk is full", "full"),
    ("not a database", "damaged"),
    ("malformed", "damaged"),
)
SENTENCES: Final = {
    "busy": "Somebody else is writing in the register {where}.",
    "read_only": "This user may not write in the register {where}.",
    "full": "The disk is full: nothing was written in the register {where}.",
    "damaged": "The register {where} is damaged, or is none.",
    "away": "The register {where} cannot be reached ({said}).",
    "driver": "A register in PostgreSQL needs psycopg, which is not here.",
    "address": "The register's address is none.",
    "option": "The address of the register {where} asks for what cannot be.",
    "newer": "This register is of a newer Inzage (step {held}, this one knows {head}).",
    "broken": "The register refers to what is not there ({table}).",
}


@contextmanager
def sentences(where: str) -> Iterator[None]:
    """Turn what a database says into a RegisterError.

    Args:
        where: the address, without any secret.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("psycopg"):
            raise
        raise trouble("driver") from error
    except (OperationalError, InterfaceError) as error:
        raise _said(error, where) from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:  # a mistake of ours, not of the place
            raise
        raise _said(error, where) from error


def trouble(kind: str, **values: str) -> RegisterError:
    """Make the error of one kind, with what goes into its sentence."""
    return RegisterError(SENTENCES[kind], kind, **values)


def _said(error: DatabaseError | InterfaceError, where: str) -> RegisterError:
    """Say what is the matter; a first line of the database itself when unsure."""
    said = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else ""
    kind = next((kind for sign, kind in SIGNS if sign in said), "away")
    if getattr(error.orig, "sqlstate", None) == BUSY:
        kind = "busy"
    return trouble(kind, where=where, said=said.rstrip("."))
