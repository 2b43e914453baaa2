# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers as they were at each earlier step, with something in every table.

Written as that step's own programs wrote it, and never changed afterwards.
"""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, text

S, T, P, Q, C, D = (sign * 32 for sign in "5ab1c7")
Row = Mapping[str, str | int | bytes | None]
Rows = tuple[str, Row]

FIRST: Final[tuple[Rows, ...]] = (
    ("school", {"id": S, "name": "School", "kind": "school", "timezone": "UTC"}),
    (
        "class_group",
        {
            "id": C,
            "school": S,
            "sourced_id": "c1",
            "name": "4B",
            "school_year": "2026-2027",
        },
    ),
    *(
        (
            "pupil",
            {
                "id": number,
                "school": S,
                "sourced_id": sourced_id,
                "name": "Amina Bakker",
                "sort": "Bakker Amina",
                "decider_from": "2026-09-01",
                "band": "10+",
            },
        )
        for number, sourced_id in ((P, "p1"), (Q, "p2"))
    ),
    ("membership", {"pupil": P, "class_group": C, "exempt_attention": True}),
    (
        "teacher",
        {
            "id": T,
            "school": S,
            "sourced_id": "t1",
            "name": "An Peeters",
            "certificate": b"der",
        },
    ),
    (
        "teaches",
        {
            "teacher": T,
            "class_group": C,
            "since": "2026-09-01",
            "until": "2027-08-31",
        },
    ),
    (
        "slot",
        {
            "id": D,
            "class_group": C,
            "weekday": 1,
            "starts": "08:25",
            "ends": "09:15",
            "subject": "wiskunde",
        },
    ),
    ("slot_teacher", {"slot": D, "teacher": T}),
    (
        "token",
        {
            "id": D,
            "school": S,
            "secret_sha256": "0" * 64,
            "uses_left": 3,
            "not_after": "2026-09-02 08:00:00+00:00",
        },
    ),
    (
        "device",
        {
            "id": D,
            "fingerprint": "f" * 64,
            "school": S,
            "certificate": b"der",
            "label": "laptop-1",
            "token": D,
            "enrolled_at": "2026-09-01 08:00:00+00:00",
            "pupil": P,
        },
    ),
    (
        "opt_out",
        {
            "pupil": P,
            "class_group": C,
            "purpose": "view",
            "entered_at": "2026-09-01 08:00:00+00:00",
            "entered_by": "office",
        },
    ),
    (
        "guardian_decision",
        {
            "pupil": P,
            "class_group": C,
            "purpose": "overview",
            "answer": "no",
            "method": "paper_form_checked_by",
            "checked_by": "secretariat",
            "decided_on": "2026-09-02",
            "widening": None,
        },
    ),
    ("serial", {"school": S, "kind": "set", "ref": C, "serial": 41}),
    (
        "revoked",
        {
            "fingerprint": "e" * 64,
            "school": S,
            "revoked_at": "2026-09-01 08:00:00+00:00",
            "why": "lost",
        },
    ),
)


def _second(table: str, row: Row) -> Rows:
    """Write a row of the first step as the second step writes it."""
    more: dict[str, Row] = {
        "pupil": {"school_year": "2026-2027"},
        "teaches": {"origin": "import"},
        "guardian_decision": {
            "checked": "in_person",
            "entered_by": "office",
            "entered_at": "2026-09-02 00:00:00+00:00",
        },
    }
    kept = {name: value for name, value in row.items() if name != "method"}
    return table, kept | dict(more.get(table, {}))


ACTS: Final[tuple[Rows, ...]] = tuple(
    (
        "act",
        {
            "id": number,
            "school": S,
            "at": "2026-09-01 08:00:00+00:00",
            "by": "office",
            "what": what,
        },
    )
    for number, what in enumerate(
        ("school init", "enrol token 30", f"optout {P}", "enrol"), 1
    )
)
FORM: Final[Rows] = (
    "paper_form",
    {
        "id": D,
        "pupil": P,
        "class_group": C,
        "kind": "objection",
        "purpose": "view",
        "received_on": "2026-09-01",
        "checked": "in_person",
        "checked_by": "secretariat",
        "entered_by": "office",
        "entered_at": "2026-09-01 08:00:00+00:00",
    },
)
SECOND: Final[tuple[Rows, ...]] = (
    *(_second(table, row) for table, row in FIRST),
    *(
        ("act", {k: v for k, v in row.items() if k != "what"} | dict(cut))
        for (_, row), cut in zip(
            ACTS,
            (
                {"deed": "school init", "about": ""},
                {"deed": "enrol token", "about": "30"},
                {"deed": "optout", "about": P},
                {"deed": "enrol", "about": ""},
            ),
            strict=True,
        )
    ),
    FORM,
)
LENT: Final[tuple[Rows, ...]] = (  # to P, to Q, and to P again: that had no row
    ("lent", {"device": D, "pupil": P, "since": "2026-09-01"}),
    ("lent", {"device": D, "pupil": Q, "since": "2026-09-06"}),
)
AGAIN: Final = (("lent", {"device": D, "pupil": P, "since": "2026-09-20"}),)
AT_STEP: Final = {
    "0001": FIRST + ACTS,
    "0002": SECOND,
    "0003": SECOND,
    "0004": SECOND + LENT,
    "0005": SECOND + LENT + AGAIN,
}


def fill(connection: Connection, step: str) -> None:
    """Write the rows of a step into a database that stands there."""
    sqlite = connection.dialect.name == "sqlite"
    for table, row in AT_STEP[step]:
        names = ", ".join(row)
        values = ", ".join(f":{name}" for name in row)
        told = {name: _told(value, sqlite=sqlite) for name, value in row.items()}
        connection.execute(
            text(f"INSERT INTO {table} ({names}) VALUES ({values})"),  # noqa: S608 -- ours
            told,
        )


def _told(value: object, *, sqlite: bool) -> object:
    """SQLite keeps times as the programs wrote them: without their zone."""
    if sqlite and isinstance(value, str) and value.endswith("+00:00"):
        return value.removesuffix("+00:00") + ".000000"
    return value
