# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawing in the specification is the table in the code."""

from pathlib import Path

from protocol import diagram
from protocol.machine import Event

SPEC = Path(__file__).parents[2] / "docs" / "spec" / "session.md"


def test_the_specification_holds_what_the_table_makes() -> None:
    text = SPEC.read_text("utf-8")
    start, end = text.index(diagram.BEGIN), text.index(diagram.END) + len(diagram.END)
    assert text[start:end] + "\n" == diagram.page()


def test_the_drawing_begins_and_ends() -> None:
    drawing = diagram.mermaid()
    assert "[*] --> OPENING" in drawing
    assert "CLOSED --> [*]" in drawing
    assert "SYNCING --> READY: SyncAnswered<br>ReadyReceived" in drawing


def test_the_page_names_every_event_once() -> None:
    table = diagram.table()
    for event in Event:
        names = [f"**{event}{side}**" for side in ("", " (A)", " (C)")]
        assert sum(table.count(name) for name in names) == 1


def test_a_refusal_says_whether_the_session_goes_on() -> None:
    table = diagram.table()
    assert "| OPENING, GREETED, SYNCING | *refuse*, CLOSING: out of order |" in table
    assert "*refuse*, stays: a link comes up once" in table
    assert "| CLOSED | *ignore*: already ended |" in table
