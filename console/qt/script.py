# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of a demo's script: when, what to wait for, what to do then.

    {"at": 3, "act": "startLesson"}
    {"at": 18, "act": "look", "args": {"pupil": "Amina B.", "reason_code": "help"}}
    {"wait": "large_picture", "shot": "wall.png"}
    {"wait": "ended", "quit": true}

Source: docs/spec/console-script.md.
"""

from typing import Any, Final

from msgspec import MsgspecError, Struct, field
from msgspec.json import Decoder
from msgspec.structs import replace

from console.qt.actions import NAMES
from console.qt.script_waits import WAITS

TIMEOUT_S: Final = 60.0
SHOT_OF: Final = ("main", "view")


class ScriptError(Exception):
    """A script this program cannot play; the sentence names the line."""


class Step(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a script; `number` is its place, counted from 1."""

    number: int = 0
    at_s: float = field(default=0.0, name="at")
    wait: str = ""
    pupil: str = ""
    count: int = 1
    act: str = ""
    args: dict[str, Any] = {}
    shot: str = ""
    of: str = "main"
    quits: bool = field(default=False, name="quit")
    timeout_s: float = field(default=TIMEOUT_S, name="timeout")


_DECODER: Final = Decoder(Step)


def parse_script(text: str) -> tuple[Step, ...]:
    """Read a script; empty lines are skipped.

    Raises:
        ScriptError: a line is not understood.
    """
    lines = enumerate(text.splitlines(), start=1)
    return tuple(_step(number, line) for number, line in lines if line.strip())


def _step(number: int, line: str) -> Step:
    try:
        step = _DECODER.decode(line)
    except MsgspecError as error:
        raise ScriptError(f"Script line {number}: {error}.") from None
    for value, known, what in (
        (step.act, NAMES, "act"),
        (step.wait, tuple(WAITS), "wait"),
        (step.of, SHOT_OF, "of"),
    ):
        if value and value not in known:
            choices = ", ".join(known)
            raise ScriptError(
                f"Script line {number}: {what} {value!r} is not one of {choices}."
            )
    return replace(step, number=number)
