# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demo's teacher does, line by line, and what each line then proves.

Source: docs/spec/demo.md; docs/spec/console-script.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from installer.demo.places import OPTED_OUT, SAYS_NO, Places, Pupil

NOBODY: Final = ""
LINK: Final = "https://www.ontdekplek.example/driehoeken"
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
    one, no, out = pupils[0], pupils[SAYS_NO - 1], places.out
    hand, everybody = helped(pupils), len(pupils)
    sharing = everybody - 2  # one opted out, one said no

    def at(second: float) -> dict[str, Any]:
        return {"at": round(second * seconds / 60, 1)}

    def act(second: float, name: str, **args: object) -> dict[str, Any]:
        return at(second) | {"act": name, "args": args}

    def wait(what: str, **more: object) -> dict[str, Any]:
        return {"wait": what, "timeout": PATIENCE_S} | more

    return [
        Cue(wait("connected", count=everybody), _of("console", "connected")),
        Cue(act(3, "startLesson")),
        Cue(wait("started")),
        Cue(
            act(12, "showScreens", reason_code="independent_work"),
            _of("teacher", "screens_asked"),
        ),
        Cue(
            wait("picture", count=sharing),
            _of("console", "first_picture", count=sharing),
            tuple(pupil.tag for pupil in pupils if pupil != one),
        ),
        Cue(
            wait("no_picture", pupil=pupils[OPTED_OUT - 1].shown_as),
            _of(pupils[OPTED_OUT - 1].tag, "opted_out"),
        ),
        Cue(act(14, "uncover")),
        Cue(at(16) | {"shot": str(out / "wall.png")}),
        *_look(act(18, "look", pupil=one.shown_as, reason_code="help"), one, out),
        Cue(act(26, "stopLooking")),
        Cue(wait("no_look"), _of("teacher", "view_closed", pupil=one.tag)),
        Cue(
            act(28, "message", text="Neem oefening 3 erbij."), _of("teacher", "message")
        ),
        Cue(act(28, "link", url=LINK, title="Driehoeken"), _of("teacher", "link")),
        Cue(
            at(32) | wait("hand", pupil=hand.shown_as),
            (Moment(hand.tag, "hand"), Moment(hand.tag, "offer")),
        ),
        Cue(act(36, "attention", reason_code="explain", seconds=120)),
        Cue(
            wait("attention", count=everybody),
            _of("console", "attention_shown", count=everybody),
            (f"{one.tag}-curtain",),
        ),
        Cue({"shot": str(out / "wall-attention.png")}),
        Cue(act(42, "endAttention")),
        Cue(wait("no_attention"), _of("console", "attention_released")),
        Cue(act(44, "look", pupil=one.shown_as, reason_code="help")),
        Cue(wait("large_picture")),
        Cue(at(50) | wait("no_look")),
        Cue(act(52, "look", pupil=one.shown_as, reason_code="help")),
        Cue(wait("look_refused"), _of("console", "not_shared", pupil=one.tag)),
        Cue(act(53, "look", pupil=no.shown_as, reason_code="help")),
        Cue(wait("look_refused"), _of("console", "not_shared", pupil=no.tag)),
        Cue(act(55, "log")),
        Cue(wait("log"), ()),
        Cue({"shot": str(out / "log.png")}),
        Cue(act(56, "endLesson")),
        Cue(wait("ended")),
        Cue({"shot": str(out / "end.png")}),
    ]


def _look(asked: dict[str, Any], one: Pupil, out: Any) -> list[Cue]:  # noqa: ANN401 -- a path
    return [
        Cue(asked, _of("teacher", "view_asked", pupil=one.tag)),
        Cue(
            {"wait": "large_picture", "timeout": PATIENCE_S},
            _of("console", "view_opened", pupil=one.tag),
            (one.tag,),
        ),
        Cue({"shot": str(out / "view.png"), "of": "view"}),
    ]


def _of(who: str, what: str, **detail: object) -> tuple[Moment, ...]:
    return (Moment(who, what, dict(detail)),)
