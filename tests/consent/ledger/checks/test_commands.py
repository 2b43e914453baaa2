# SPDX-License-Identifier: GPL-3.0-or-later
"""What the teacher signed, when, and in which lesson."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from consent.documents.command import Verb
from consent.ledger.fields import time_text
from consent.ledger.kinds import Kind
from consent.purpose import Purpose
from tests.fakes.lesson import PlayedLesson
from tests.fakes.papers import new_id
from tests.fakes.verdict import said, wrong


@pytest.fixture
def lesson(tmp_path: Path) -> PlayedLesson:
    made = PlayedLesson(tmp_path)
    made.choose(Purpose.VIEW)
    return made


def view(lesson: PlayedLesson, **changed: Any) -> None:  # noqa: ANN401 -- fields
    """Open and close a look whose command has other fields than its line."""
    args = {"seconds": 60}
    asked = lesson.ask(
        Verb.VIEW_START, **({"reason_code": "help", "args": args} | changed)
    )
    fields: dict[str, object] = {
        "purpose": "view",
        "reason_code": "help",
        "reason": "",
        "scope": "one",
        "until": time_text(lesson.now),
    }
    line = lesson.shared(Kind.OPEN, fields, asked)
    lesson.close_look(line.seq, 0)


def test_a_look_as_it_was_asked_is_fine(lesson: PlayedLesson) -> None:
    view(lesson)
    assert wrong(lesson) == set()
    assert {"commands", "slots"} <= said(lesson)


@pytest.mark.parametrize(
    "changed",
    [
        {"reason_code": "other"},
        {"reason": "iets anders"},
        {"lesson": new_id()},
        {"class_id": new_id()},
        {"device": "ab" * 32},
        {"teacher": "ab" * 32},
        {"verb": Verb.OVERVIEW_START, "args": {"scope": "all"}},
    ],
)
def test_a_line_that_says_something_else_is_said(
    lesson: PlayedLesson, changed: dict[str, Any]
) -> None:
    verb = changed.get("verb", Verb.VIEW_START)
    rest = {key: value for key, value in changed.items() if key != "verb"}
    asked = lesson.ask(
        verb, **({"reason_code": "help", "args": {"seconds": 60}} | rest)
    )
    fields: dict[str, object] = {
        "purpose": "view",
        "reason_code": "help",
        "reason": "",
        "scope": "one",
        "until": time_text(lesson.now),
    }
    line = lesson.shared(Kind.OPEN, fields, asked)
    lesson.close_look(line.seq, 0)
    assert "command" in wrong(lesson)


def test_a_message_that_was_not_sent_so_is_said(lesson: PlayedLesson) -> None:
    asked = lesson.ask(Verb.MESSAGE, reason_code="", args={"text": "Dag."})
    lesson.shared(Kind.SHARE, {"what": "message", "text": "Ga weg."}, asked)
    assert wrong(lesson) == {"command"}


def test_a_command_that_cannot_be_read_is_said(lesson: PlayedLesson) -> None:
    asked = lesson.ask(Verb.MESSAGE, reason_code="", args={"text": "Dag."})
    fields = {"what": "message", "text": "Dag."} | lesson.command_fields(asked)
    lesson.shared(Kind.SHARE, fields | {"command": "{}"})
    assert "command" in wrong(lesson)


def test_another_slot_than_the_one_that_runs_is_said(lesson: PlayedLesson) -> None:
    view(lesson, slot=new_id())
    assert wrong(lesson) == {"slot"}


def test_R39_after_the_bell_is_said_but_ending_the_lesson_is_not(
    lesson: PlayedLesson,
) -> None:
    lesson.wait(3 * 3_600)
    lesson.lesson("end")
    assert wrong(lesson) == set()
    view(lesson)
    assert wrong(lesson) == {"slot"}


def test_R39_a_teacher_of_another_slot_is_said(lesson: PlayedLesson) -> None:
    sheet = lesson.school.sheet
    other = lesson.school.teachers[1].id
    slots = [
        {"teachers": (other,)} if slot.slot == lesson.school.slot_id else {}
        for slot in sheet.slots
    ]
    changed = tuple(
        msgspec.structs.replace(slot, **change)
        for slot, change in zip(sheet.slots, slots, strict=True)
    )
    lesson.school = lesson.school.changed(sheet={"slots": changed})
    view(lesson)
    assert "slot_teacher" in wrong(lesson)


def test_R39_a_certificate_that_had_ended_is_said(lesson: PlayedLesson) -> None:
    lesson.wait(60 * 86_400)
    view(lesson)
    assert {"teacher_dates", "device_dates"} <= wrong(lesson)
