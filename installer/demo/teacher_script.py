# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demo's teacher does, line by line, and what each line then proves.

Source: docs/spec/demo.md; docs/spec/console-script.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from installer.demo.places import OPTED_OUT, SAYS_NO, Places, Pupil

LINK: Final = "https://www.ontdekplek.example/driehoeken"
TITLE: Final = "Driehoeken"
MESSAGE: Final = "Neem oefening 3 erbij."
PATIENCE_S: Final = 90
HELPED: Final = 4  # who raises a hand; the first one in a class of three


@dataclass(frozen=True, slots=True)
class Moment:
    """Something a person can point at afterwards."""

    who: str
    what: str
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of the console's script, and the moments its end stands for."""

    line: dict[str, Any]
    moments: tuple[Moment, ...] = ()
    shots: tuple[str, ...] = ()  # tags of pupils whose screen is pictured then


def helped(pupils: Sequence[Pupil]) -> Pupil:
    """Say who raises a hand."""
    return pupils[HELPED - 1] if len(pupils) >= HELPED else pupils[0]


def teacher_cues(pupils: Sequence[Pupil], places: Places, seconds: float) -> list[Cue]:
    """Write the whole lesson.

    Args:
        pupils: all of the class.
        places: where pictures come.
        seconds: how long it lasts, 60 or more; all times scale with it.
    """
    plan = _Plan(pupils, places.out, seconds / 60)
    parts = (_begin, _screens, _one_screen, _share, _attention, _a_no, _end)
    return [cue for part in parts for cue in part(plan)]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Who is in the lesson, where pictures come, and how slow time goes."""

    pupils: Sequence[Pupil]
    out: Path
    scale: float

    def at(self, second: float) -> dict[str, Any]:
        """Name a moment of a 60-second lesson."""
        return {"at": round(second * self.scale, 1)}

    def act(self, second: float, name: str, **args: object) -> dict[str, Any]:
        """Do something at a moment."""
        return self.at(second) | {"act": name, "args": args}

    def look(self, second: float, pupil: Pupil) -> dict[str, Any]:
        """Ask for one screen, large."""
        return self.act(second, "look", pupil=pupil.shown_as, reason_code="help")

    def shot(self, name: str, **more: object) -> Cue:
        """Take a picture of the console."""
        return Cue({"shot": str(self.out / name)} | more)


def _begin(plan: _Plan) -> list[Cue]:
    everybody = len(plan.pupils)
    return [
        Cue(_wait("connected", count=everybody), _of("console", "connected")),
        Cue(plan.act(3, "startLesson")),
        Cue(_wait("started")),
    ]


def _screens(plan: _Plan) -> list[Cue]:
    sharing = len(plan.pupils) - 2  # one opted out, one said no
    opted_out = plan.pupils[OPTED_OUT - 1]
    return [
        Cue(
            plan.act(12, "showScreens", reason_code="independent_work"),
            _of("teacher", "screens_asked"),
        ),
        Cue(
            _wait("picture", count=sharing),
            _of("console", "first_picture", count=sharing),
            tuple(pupil.tag for pupil in plan.pupils[1:]),
        ),
        Cue(
            _wait("no_picture", pupil=opted_out.shown_as),
            _of(opted_out.tag, "opted_out"),
        ),
        Cue(plan.act(14, "uncover")),
        Cue(plan.at(16) | plan.shot("wall.png").line),
    ]


def _one_screen(plan: _Plan) -> list[Cue]:
    one = plan.pupils[0]
    return [
        Cue(plan.look(18, one), _of("teacher", "view_asked", pupil=one.tag)),
        Cue(
            _wait("large_picture"),
            shots=(one.tag,),
        ),
        plan.shot("view.png", of="view"),
        Cue(plan.act(26, "stopLooking")),
        Cue(_wait("no_look"), _of("teacher", "view_closed", pupil=one.tag)),
    ]


def _share(plan: _Plan) -> list[Cue]:
    hand = helped(plan.pupils)
    return [
        Cue(plan.act(28, "message", text=MESSAGE), _of("teacher", "message")),
        Cue(plan.act(28, "link", url=LINK, title=TITLE), _of("teacher", "link")),
        Cue(plan.at(31) | _wait("hand", pupil=hand.shown_as), _of(hand.tag, "hand")),
        Cue(_wait("offer", pupil=hand.shown_as), _of(hand.tag, "offer")),
        Cue(plan.look(32, hand), _of("teacher", "view_asked", pupil=hand.tag)),
        Cue(_wait("large_picture")),
        Cue(plan.act(35, "stopLooking")),
        Cue(_wait("no_look"), _of("teacher", "view_closed", pupil=hand.tag)),
    ]


def _attention(plan: _Plan) -> list[Cue]:
    everybody = len(plan.pupils)
    return [
        Cue(plan.act(36, "attention", reason_code="explain", seconds=120)),
        Cue(
            _wait("attention", count=everybody),
            _of("console", "attention_shown", count=everybody),
            (f"{plan.pupils[0].tag}-curtain",),
        ),
        plan.shot("wall-attention.png"),
        Cue(plan.act(42, "endAttention")),
        Cue(_wait("no_attention"), _of("console", "attention_released")),
    ]


def _a_no(plan: _Plan) -> list[Cue]:
    """The first pupil stops a look and withdraws; then both are asked again."""
    one, no = plan.pupils[0], plan.pupils[SAYS_NO - 1]
    return [
        Cue(plan.look(44, one), _of("teacher", "view_asked", pupil=one.tag)),
        Cue(_wait("large_picture")),
        Cue(plan.at(50) | _wait("no_look"), _of(one.tag, "view_closed")),
        Cue(plan.look(52, one), _of("teacher", "view_asked", pupil=one.tag)),
        Cue(_wait("look_refused"), _of("console", "not_shared", pupil=one.tag)),
        Cue(plan.look(53, no), _of("teacher", "view_asked", pupil=no.tag)),
        Cue(_wait("look_refused"), _of("console", "not_shared", pupil=no.tag)),
    ]


def _end(plan: _Plan) -> list[Cue]:
    return [
        Cue(plan.act(55, "log")),
        Cue(_wait("log")),
        plan.shot("log.png"),
        Cue(plan.act(56, "endLesson")),
        Cue(_wait("ended")),
        plan.shot("end.png"),
    ]


def _wait(what: str, **more: object) -> dict[str, Any]:
    return {"wait": what, "timeout": PATIENCE_S} | more


def _of(who: str, what: str, **detail: object) -> tuple[Moment, ...]:
    return (Moment(who, what, dict(detail)),)
