# SPDX-License-Identifier: GPL-3.0-or-later
"""Read a demonstration's script: which named widget is pressed, and when. Pure.

One JSON object per line: `{"on": "question:overview", "press": ["questionYes"]}` or
`{"at": 12.5, "point": ["eye", "tabHand"]}`, and `"after": s` to wait a little longer.
Source: docs/spec/indicator.md, "The script".
"""

from dataclasses import dataclass, field

import msgspec


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of the script: what happens, and what is pressed then, in order.

    `press` clicks a widget itself; `point` says in the diary where it is, for somebody
    who moves a real pointer; `shot` keeps a picture of a drawn desktop. A line with
    none of them only counts that it happened.
    """

    on: str = ""
    at: float = -1.0
    after: float = 0.0
    press: tuple[str, ...] = ()
    point: tuple[str, ...] = ()
    shot: str = ""


class ScriptError(ValueError):
    """A script that cannot be read; the text names the line."""


def parse(text: str) -> list[Line]:
    """Read all lines.

    Raises:
        ScriptError: names the first line that is wrong.
    """
    found = []
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip():
            continue
        try:
            line = msgspec.json.decode(raw, type=Line)
        except msgspec.MsgspecError as error:
            raise ScriptError(f"Line {number} of the script: {error}.") from error
        if bool(line.on) == (line.at >= 0):
            raise ScriptError(
                f'Line {number} of the script needs "on" or "at", and one of them.'
            )
        found.append(line)
    return found


@dataclass(frozen=True, slots=True, order=True)
class Press:
    """One widget to click, itself or with a real pointer."""

    name: str
    by_pointer: bool


@dataclass(frozen=True, slots=True, order=True)
class Shot:
    """One picture of a drawn desktop, and the file it goes to."""

    path: str


@dataclass(slots=True)
class Script:
    """What is still to be pressed."""

    lines: list[Line]
    _queue: list[tuple[float, tuple[Press | Shot, ...]]] = field(default_factory=list)

    def begin(self, now: float) -> None:
        """Count every "at" from here."""
        for line in self.lines:
            if line.at >= 0:
                self._queue.append((now + line.at + line.after, _presses(line)))
        self.lines = [line for line in self.lines if line.on]

    def happened(self, event: str, now: float) -> None:
        """Take the first line that waits for this; the next one waits for the next."""
        for line in self.lines:
            if line.on == event:
                self.lines.remove(line)
                self._queue.append((now + line.after, _presses(line)))
                return

    def due(self, now: float) -> list[Press | Shot]:
        """Give what to press now, in order."""
        ready = sorted(
            (item for item in self._queue if item[0] <= now), key=lambda item: item[0]
        )
        self._queue = [item for item in self._queue if item[0] > now]
        return [press for _, presses in ready for press in presses]

    def deadline(self) -> float | None:
        """Give when the next press is due."""
        return min((at for at, _ in self._queue), default=None)


def _presses(line: Line) -> tuple[Press | Shot, ...]:
    pressed = tuple(Press(name, by_pointer=False) for name in line.press)
    pointed = tuple(Press(name, by_pointer=True) for name in line.point)
    shots = (Shot(line.shot),) if line.shot else ()
    return (*pressed, *pointed, *shots)
