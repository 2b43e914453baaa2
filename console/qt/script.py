# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a demo's script: when, what to wait for, what to do then.

    {"at": 3, "act": "startLesson"}
    {"at": 18, "act": "look", "args": {"pupil": "Amina B.", "reason_code": "help"}}
    {"wait": "large_picture", "shot": "wall.png"}
    {"wait": "ended", "quit": true}

Source: docs/spec/console-script.md.
"""

import json
from dataclasses import dataclass, field
from typing import Any, Final

from console.qt.actions import NAMES
from console.qt.script_waits import WAITS

TIMEOUT_S: Final = 60.0
SHOT_OF: Final = ("main", "view")
_KEYS: Final = frozenset(
    {"at", "wait", "act", "args", "shot", "of", "quit", "timeout", "pupil", "count"}
)


class ScriptError(Exception):
    """A script this program cannot play; the sentence names the line."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a script."""

    number: int
    at_s: float = 0.0
    wait: str = ""
    pupil: str = ""
    count: int = 1
    act: str = ""
    args: dict[str, Any] = field(default_factory=dict)
    shot: str = ""
    of: str = "main"
    quits: bool = False
    timeout_s: float = TIMEOUT_S


def parse_script(text: str) -> tuple[Step, ...]:
    """Read a script; empty lines are skipped.

    Raises:
        ScriptError: a line is not understood.
    """
    lines = enumerate(text.splitlines(), start=1)
    return tuple(_step(number, line) for number, line in lines if line.strip())


def _step(number: int, line: str) -> Step:
    try:
        raw = json.loads(line)
    except ValueError as error:
        raise ScriptError(f"Script line {number} is not JSON: {error}.") from None
    if not isinstance(raw, dict) or set(raw) - _KEYS:
        raise ScriptError(f"Script line {number} has an unknown key; see the docs.")
    step = Step(
        number,
        at_s=float(raw.get("at", 0)),
        wait=str(raw.get("wait", "")),
        pupil=str(raw.get("pupil", "")),
        count=int(raw.get("count", 1)),
        act=str(raw.get("act", "")),
        args=dict(raw.get("args", {})),
        shot=str(raw.get("shot", "")),
        of=str(raw.get("of", "main")),
        quits=bool(raw.get("quit", False)),
        timeout_s=float(raw.get("timeout", TIMEOUT_S)),
    )
    return _checked(step)


def _checked(step: Step) -> Step:
    for value, known, what in (
        (step.act, NAMES, "act"),
        (step.wait, tuple(WAITS), "wait"),
        (step.of, SHOT_OF, "of"),
    ):
        if value and value not in known:
            choices = ", ".join(known)
            raise ScriptError(
                f"Script line {step.number}: {what} {value!r} is not one of {choices}."
            )
    return step
