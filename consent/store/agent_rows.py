# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of a laptop's ledger as rows of a table, and back."""

import sqlite3
from typing import Final, cast

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger.chain import Sealed
from consent.ledger.draft import Line
from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.erasure import KEEPS_WORDS
from consent.ledger.fields import time_text
from consent.ledger.kinds import Chain, Kind
from consent.store.sealed_row import sealed_of

INSERT: Final = """
INSERT INTO entries(chain, seq, epoch, kind, t, lesson, teacher, access, slot_date,
  purpose, open_seq, body, salt, commitment, prev, head, sig)
VALUES (:chain, :seq, :epoch, :kind, :t, :lesson, :teacher, :access, :slot_date,
  :purpose, :open_seq, :body, :salt, :commitment, :prev, :head, :sig)
"""
_MARK: Final = """
UPDATE entries SET gap = ? WHERE chain = 'shared' AND proof IS NULL
  AND teacher = ? AND seq BETWEEN ? AND ?
"""
KEPT: Final = ", ".join(f"'{kind}'" for kind in sorted(KEEPS_WORDS))
TEACHER: Final = "SELECT teacher FROM entries WHERE chain = 'shared' AND seq = ?"
# The field in which a kind names the line it is about, whose teacher it shares.
_ABOUT: Final = {
    Kind.CLOSE: "open_seq",
    Kind.GAP: "from",
    Kind.NOTE: "about",
    Kind.HOLD: "target",
    Kind.ORDER: "target",
    Kind.REDACT: "target",
}


def insert(
    connection: sqlite3.Connection, sealed: Sealed, entry: EntryBody, slot_date: str
) -> None:
    """Add one line's row; a GAP also marks the unproven lines that it names."""
    teacher = _teacher(connection, entry)
    connection.execute(
        INSERT,
        {
            **columns_of(entry),
            "chain": entry.chain,
            "seq": sealed.seq,
            "teacher": teacher,
            "slot_date": slot_date,
            "body": sealed.body,
            "salt": sealed.salt,
            "commitment": sealed.commitment,
            "prev": sealed.prev,
            "head": sealed.head,
            "sig": sealed.sig,
        },
    )
    if entry.kind is Kind.GAP:
        named = (entry.number("from"), entry.number("to"))
        connection.execute(_MARK, (sealed.seq, teacher, *named))


def columns_of(entry: EntryBody) -> dict[str, object]:
    """Give what a row is found by and its body says too."""
    return {
        "epoch": entry.common.epoch,
        "kind": entry.kind.value,
        "t": time_text(entry.common.t),
        "lesson": entry.common.lesson,
        "access": access_of(entry),
        "purpose": entry.fields.get("purpose", ""),
        "open_seq": entry.fields.get("open_seq"),
    }


def as_sealed(row: sqlite3.Row) -> Sealed:
    """Give the record itself from a row."""
    return sealed_of(row, Chain(row["chain"]))


def as_line(row: sqlite3.Row) -> Line:
    """Give a line as callers see it.

    Raises:
        EntryError: what is on disk is not a line of the closed list.
    """
    body = row["body"]
    entry = None if body is None else parse_body(body)
    return Line(
        row["n"], as_sealed(row), entry, row["leaf"], row["gap"], row["teacher"]
    )


def access_of(entry: EntryBody) -> str:
    """Give the access id that a line's command names; "" when it names none."""
    command = entry.fields.get("command", "")
    try:
        held = canonical.decode(str(command).encode("utf-8"))
    except CanonicalError:
        return ""
    return str(held.get("access", "")) if isinstance(held, dict) else ""


def _teacher(connection: sqlite3.Connection, entry: EntryBody) -> str:
    named = teacher_of(entry)
    if isinstance(named, str):
        return named
    row = connection.execute(TEACHER, (named,)).fetchone()
    return "" if row is None else str(row["teacher"])


def teacher_of(entry: EntryBody) -> str | int:
    """Say whose a line is, or the shared seq of the line whose teacher it shares."""
    if entry.chain is Chain.OWN or "teacher" in entry.fields:
        return cast("str", entry.fields.get("teacher", ""))
    return entry.number(_ABOUT[entry.kind])
