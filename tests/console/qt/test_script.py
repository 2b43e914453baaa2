# SPDX-License-Identifier: GPL-3.0-or-later
"""A script is read whole before anything is done."""

from pathlib import Path

import pytest

from console.qt.actions import NAMES
from console.qt.script import ScriptError, Step, parse_script
from console.qt.script_waits import WAITS

ROOT = Path(__file__).parents[3]


def test_lines_become_steps() -> None:
    text = '{"at": 3, "act": "startLesson"}\n\n{"wait": "picture", "pupil": "A"}\n'
    assert parse_script(text) == (
        Step(1, at_s=3.0, act="startLesson"),
        Step(3, wait="picture", pupil="A"),
    )


def test_every_key_is_taken() -> None:
    line = (
        '{"at": 1, "wait": "hand", "count": 2, "act": "look", "args": {"pupil": "B"},'
        ' "shot": "x.png", "of": "view", "quit": true, "timeout": 5}'
    )
    (step,) = parse_script(line)
    assert (step.count, step.args, step.shot) == (2, {"pupil": "B"}, "x.png")
    assert (step.of, step.quits, step.timeout_s) == ("view", True, 5.0)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{oops", "line 1: JSON"),
        ("[]", "line 1: Expected"),
        ('{"do": "x"}', "unknown field"),
        ('{"act": "record"}', "act 'record' is not one of"),
        ('{"wait": "christmas"}', "wait 'christmas' is not one of"),
        ('{"of": "desktop"}', "of 'desktop' is not one of"),
        ('{"at": "soon"}', "Expected `float`"),
        ('{"args": 3}', "Expected `object`"),
    ],
)
def test_a_line_that_is_not_understood_is_named(line: str, says: str) -> None:
    with pytest.raises(ScriptError, match=says):
        parse_script(line)


def test_the_example_of_the_page_is_a_script() -> None:
    page = (ROOT / "docs/spec/console-script.md").read_text("utf-8")
    vector = (ROOT / "tests/vectors/console/script.jsonl").read_text("utf-8")
    assert f"```jsonl\n{vector}```" in page
    steps = parse_script(vector)
    assert [step.number for step in steps] == list(range(1, 11))
    assert steps[-1].quits


def test_the_page_names_every_wait_and_every_act() -> None:
    page = (ROOT / "docs/spec/console-script.md").read_text("utf-8")
    for name in (*WAITS, *NAMES):
        assert name in page
