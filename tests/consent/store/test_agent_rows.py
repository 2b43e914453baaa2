# SPDX-License-Identifier: GPL-3.0-or-later
"""A row tells whose line it is: by its own field, or by the line it is about."""

from pathlib import Path

from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from tests.fakes.lines import examples, order_fields
from tests.fakes.records import (
    Keys,
    close_fields,
    context,
    fingerprint,
    laptop,
    open_fields,
)

TEACHER_KEY = Keys()


def teachers_lines(ledger: AgentLedger) -> list[Kind]:
    return [line.entry.kind for line in ledger.unproven(fingerprint()) if line.entry]


def test_a_close_a_note_and_a_gap_belong_to_the_teacher_they_are_about(
    tmp_path: Path,
) -> None:
    ledger = laptop(tmp_path, Keys())
    ledger.append(Chain.SHARED, Kind.OPEN, open_fields(TEACHER_KEY), context())
    ledger.append(Chain.SHARED, Kind.CLOSE, close_fields(1), context(30))
    ledger.append(
        Chain.SHARED, Kind.NOTE, {"about": 1, "text": "Het was per ongeluk."}, context()
    )
    ledger.append(Chain.SHARED, Kind.GAP, {"from": 1, "to": 1}, context())
    ledger.append(Chain.SHARED, Kind.NOTE, {"about": 0, "text": "Dag."}, context())
    ledger.append(Chain.SHARED, Kind.HOLD, {"by": "pupil", "target": 0}, context())
    ledger.append(Chain.SHARED, Kind.ORDER, order_fields(target=1), context())
    ledger.append(Chain.SHARED, Kind.ORDER, order_fields(target=0), context())
    assert teachers_lines(ledger) == [Kind.CLOSE, Kind.NOTE, Kind.GAP, Kind.ORDER]
    ledger.close()


def test_every_kind_of_line_goes_in_and_comes_back(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, Keys())
    made = [
        ledger.append(chain, kind, fields, context())
        for chain, kind, fields in examples(TEACHER_KEY)
    ]
    held = list(reversed(ledger.page()))
    assert [line.sealed for line in held] == made
    assert [line.n for line in held] == list(range(1, len(made) + 1))
    kinds = [line.entry.kind for line in held if line.entry]
    assert kinds == [kind for _, kind, _ in examples(TEACHER_KEY)]
    ledger.close()


def test_a_command_that_names_no_access_still_makes_a_row(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, Keys())
    for command in ("no json", "[]", "{}"):
        fields = open_fields(TEACHER_KEY) | {"command": command}
        ledger.append(Chain.SHARED, Kind.OPEN, fields, context())
    assert len(ledger.unclosed_opens()) == 3
    ledger.close()
