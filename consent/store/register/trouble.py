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
    "busy": "Iemand anders schrijft in het register {where}. Er is niets veranderd;"
    " probeer het over een minuut opnieuw.",
    "read_only": "In het register {where} mag deze gebruiker niet schrijven."
    " Kijk na van wie het bestand is.",
    "full": "De schijf is vol: er is niets in het register {where} geschreven.",
    "damaged": "Het register {where} is beschadigd of is geen register."
    " Zet een back-up terug.",
    "away": "Het register {where} is niet te bereiken ({said})."
    " Kijk na of het er staat, of de server draait en of office.json klopt.",
    "driver": "Voor een register in PostgreSQL ontbreekt hier psycopg."
    ' Installeer het: pip install "inzage[postgres]".',
}


@contextmanager
def sentences(where: str) -> Iterator[None]:
    """Turn what a database says into a RegisterError.

    Args:
        where: the address, without its password.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("psycopg"):
            raise
        raise RegisterError(SENTENCES["driver"]) from error
    except (OperationalError, InterfaceError) as error:
        raise RegisterError(sentence(error, where)) from error
    except DatabaseError as error:
        if type(error) is not DatabaseError:  # a mistake of ours, not of the place
            raise
        raise RegisterError(sentence(error, where)) from error


def sentence(error: DatabaseError | InterfaceError, where: str) -> str:
    """Say what is the matter; a first line of the database itself when unsure."""
    said = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else ""
    kind = next((kind for sign, kind in SIGNS if sign in said), "away")
    if getattr(error.orig, "sqlstate", None) == BUSY:
        kind = "busy"
    return SENTENCES[kind].format(where=where, said=said.rstrip("."))
