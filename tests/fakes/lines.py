# SPDX-License-Identifier: GPL-3.0-or-later
"""One good example of every kind of line."""

from consent.ledger.fields import time_text
from consent.ledger.kinds import Chain, Kind
from tests.fakes.records import (
    MONDAY,
    Keys,
    close_fields,
    command,
    command_fields,
    open_fields,
    refused_fields,
)

Example = tuple[Chain, Kind, dict[str, object]]
_HASH, _SIG = "ab" * 32, "cd" * 64


def examples(teacher: Keys) -> list[Example]:
    """Give a line of each kind, and one of each kind of share."""
    return [*_shared(teacher), *_shares(teacher), *_own()]


def _shared(teacher: Keys) -> list[Example]:
    start = {"what": "start", **command_fields(command("lesson_start"), teacher)}
    bell = start | {"what": "end", "command": "", "command_sig": "", "leaf": 0}
    kinds: list[tuple[Kind, dict[str, object]]] = [
        (Kind.OPEN, open_fields(teacher)),
        (Kind.CLOSE, close_fields(1)),
        (Kind.LESSON, start),
        (Kind.LESSON, bell),
        (Kind.NOTE, {"about": 1, "text": "De juf keek voor een ander."}),
        (Kind.GAP, {"from": 1, "to": 2}),
        (Kind.HOLD, {"by": "pupil", "target": 0}),
        (Kind.ORDER, order_fields()),
        (Kind.REDACT, {"by": "dpo", "target": 1}),
    ]
    return [(Chain.SHARED, kind, fields) for kind, fields in kinds]


def _shares(teacher: Keys) -> list[Example]:
    said: list[tuple[str, dict[str, object]]] = [
        ("message", {"text": "Pagina 12."}),
        ("link", {"url": "https://example.org/a", "title": "Oefening"}),
        ("file_offer", {"name": "taak.odt", "size": 12, "sha256": _HASH}),
        ("handin_ask", {"title": "Taak"}),
    ]
    return [
        (
            Chain.SHARED,
            Kind.SHARE,
            {"what": what, **fields, **command_fields(command(what), teacher)},
        )
        for what, fields in said
    ]


def _own() -> list[Example]:
    kinds: list[tuple[Kind, dict[str, object]]] = [
        (Kind.CAUSE, {"open_seq": 1, "cause": "withdrawn"}),
        (Kind.REFUSED, refused_fields()),
        (Kind.NOTICE, {"notice": _HASH, "lang": "nl"}),
        (Kind.ASKED, {"purpose": "overview"}),
        (Kind.CONSENT, consent_fields()),
        (Kind.PAUSE, {"what": "on", "why": "pupil", "until": time_text(MONDAY)}),
        (Kind.LOG_READ, {"by": "pupil", "from": 0, "to": 0}),
        (Kind.LOG_READ, {"by": "dpo", "from": 0, "to": 0, "order": _HASH}),
        (Kind.TROUBLE, {"what": "indicator", "text": ""}),
        (Kind.CLOCK, {"what": "stepped", "seconds": -300}),
        (
            Kind.PAPER,
            {
                "paper": "charter",
                "ref": "",
                "serial": 3,
                "sha256": _HASH,
                "outcome": "taken",
            },
        ),
        (Kind.ENROL, {"what": "enrolled", "key": _HASH}),
        (Kind.SAID_YES, {"purpose": "show", "access": "ac" * 16, "how": "preview"}),
    ]
    return [(Chain.OWN, kind, fields) for kind, fields in kinds]


def consent_fields(**changed: object) -> dict[str, object]:
    """Give the fields of a CONSENT line."""
    return {
        "purpose": "overview",
        "state": "ConsentGiven",
        "by": "pupil",
        "method": "agent_dialog",
        "notice": _HASH,
        "charter": _HASH,
        "valid_until": "2027-08-31T21:59:59Z",
        "evidence": "",
        "pupil_key": _HASH,
        "pupil_sig": _SIG,
    } | changed


def order_fields(**changed: object) -> dict[str, object]:
    """Give the fields of an ORDER line."""
    return {
        "target": 1,
        "close": 0,
        "text": "Dit ging over een ander kind.",
        "not_after": time_text(MONDAY),
        "sig": _SIG,
    } | changed
