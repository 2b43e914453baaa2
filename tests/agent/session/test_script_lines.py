# SPDX-License-Identifier: GPL-3.0-or-later
"""A demonstration's script, on a clock that stands still."""

import pytest

from agent.session.script_lines import Press, Script, ScriptError, Shot, parse


def names(steps: list[Press | Shot]) -> list[str]:
    return [step.name if isinstance(step, Press) else step.path for step in steps]


def test_lines_are_read_and_empty_ones_skipped() -> None:
    lines = parse(
        '{"on":"eye:view","press":["eyeStop"]}\n\n{"at":2,"press":["handUp"]}'
    )
    assert [line.press for line in lines] == [("eyeStop",), ("handUp",)]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"press":["x"]}',
        '{"on":"a","at":1,"press":["x"]}',
        '{"on":"a","press":"x"}',
        '{"on":"a","press":["x"],"run":"rm"}',
        '{"at":"soon","press":["x"]}',
    ],
)
def test_a_wrong_line_is_named(text: str) -> None:
    with pytest.raises(ScriptError, match="Line 2"):
        parse('{"at":1,"press":["y"]}\n' + text)


def test_times_count_from_the_beginning() -> None:
    script = Script(parse('{"at":2,"press":["b"]}\n{"at":1,"press":["a"]}'))
    assert script.deadline() is None
    script.begin(100.0)
    assert script.deadline() == 101.0
    assert script.due(100.9) == []
    assert names(script.due(102.5)) == ["a", "b"]
    assert script.deadline() is None


def test_an_event_takes_one_line_each_time() -> None:
    script = Script(
        parse('{"on":"e","press":["a"]}\n{"on":"e","press":["b"],"after":0.5}')
    )
    script.begin(0.0)
    script.happened("other", 1.0)
    script.happened("e", 1.0)
    assert names(script.due(1.0)) == ["a"]
    script.happened("e", 2.0)
    assert script.due(2.4) == []
    assert names(script.due(2.5)) == ["b"]
    script.happened("e", 3.0)
    assert script.deadline() is None


def test_a_line_may_press_in_order_and_point_for_a_pointer() -> None:
    script = Script(parse('{"on":"e","press":["b","a"],"point":["c"]}'))
    script.begin(0.0)
    script.happened("e", 1.0)
    assert script.due(1.0) == [
        Press("b", by_pointer=False),
        Press("a", by_pointer=False),
        Press("c", by_pointer=True),
    ]


def test_a_line_may_press_nothing() -> None:
    script = Script(parse('{"on":"e"}'))
    script.begin(0.0)
    script.happened("e", 1.0)
    assert script.due(1.0) == []


def test_presses_pointers_and_shots_of_one_line_come_in_order() -> None:
    script = Script(parse('{"on":"e","press":["a"],"point":["b"],"shot":"c.png"}'))
    script.begin(0.0)
    script.happened("e", 1.0)
    assert script.due(1.0) == [
        Press("a", by_pointer=False),
        Press("b", by_pointer=True),
        Shot("c.png"),
    ]
