# SPDX-License-Identifier: GPL-3.0-or-later
"""What the indicator says in each state: two lines, an eye, at most one button. Pure.

Source: docs/spec/indicator.md, "States".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from agent.session.words.say import Say, minutes
from protocol.messages.local import Eye, EyeState


class Look(StrEnum):
    """How loud the pill is; only looking makes it louder."""

    QUIET = "quiet"
    OUTLINE = "outline"  # a lesson runs
    EDGE = "edge"  # somebody looks, or will
    FILLED = "filled"  # somebody reads


class Press(StrEnum):
    """The one button."""

    STOP = "stop"
    NEE = "nee"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class EyeFace:
    """Everything the painter needs."""

    line1: str
    line2: str
    icon: str
    look: Look
    press: Press | None = None
    press_words: str = ""
    ring: float | None = None  # share of the time that is left

    @property
    def spoken(self) -> str:
        """Give what a screen reader says."""
        return " ".join(word for word in (self.line1, self.line2) if word)


UNKNOWN = Eye(EyeState.TROUBLE, "", "", 0, 0, 0, None)


def face(
    eye: Eye, say: Say, *, now_s: int, left_s: float, whole_s: float, demo: bool
) -> EyeFace:
    """Give the pill's face.

    Args:
        eye: what the daemon last said.
        say: the pupil's words.
        now_s: wall time, for "last looked".
        left_s: what is left of eye.left_ms by now.
        whole_s: what eye.left_ms was at first, for the ring.
        demo: whether the word DEMO must show.
    """
    made = _MAKERS[eye.state](eye, say, left_s, whole_s, now_s)
    if not demo:
        return made
    line2 = " · ".join(word for word in (say("demo"), made.line2) if word)
    return EyeFace(
        made.line1, line2, made.icon, made.look, made.press, made.press_words, made.ring
    )


def _no_lesson(eye: Eye, say: Say, _left: float, _whole: float, now_s: int) -> EyeFace:
    second = say("eye.no_lesson")
    if eye.last_looked_s:
        second = say("eye.looked", when=say.when(eye.last_looked_s, now_s))
    return EyeFace(say("eye.nobody"), second, "eye-closed", Look.QUIET)


def _lesson(eye: Eye, say: Say, *_: float) -> EyeFace:
    key = "eye.lesson" if eye.why else "eye.lesson.bare"
    second = say(key, subject=eye.why, teacher=say.teacher(eye.teacher))
    return EyeFace(say("eye.nobody"), second, "eye-closed", Look.OUTLINE)


def _overview(eye: Eye, say: Say, *_: float) -> EyeFace:
    first = say("eye.overview", teacher=say.teacher(eye.teacher, first=True))
    return EyeFace(
        first, say.why(eye.why), "eye-half", Look.EDGE, Press.STOP, say("stop")
    )


def _notice(eye: Eye, say: Say, left_s: float, *_: float) -> EyeFace:
    first = say("eye.notice", teacher=say.teacher(eye.teacher, first=True))
    n = max(1, int(left_s + 0.999))
    key = "eye.notice.left.one" if n == 1 else "eye.notice.left"
    second = say(key, why=say.why(eye.why), n=n)
    return EyeFace(first, second, "eye-open", Look.EDGE, Press.NEE, say("nee"))


def _view(eye: Eye, say: Say, left_s: float, whole_s: float, _now: int) -> EyeFace:
    key = "eye.show" if eye.state is EyeState.SHOW else "eye.view"
    first = say(key, teacher=say.teacher(eye.teacher, first=True))
    second = say("eye.left", why=say.why(eye.why), left=minutes(left_s))
    ring = max(0.0, min(1.0, left_s / whole_s)) if whole_s > 0 else None
    return EyeFace(
        first, second, "eye-open", Look.FILLED, Press.STOP, say("stop"), ring
    )


def _paused(eye: Eye, say: Say, *_: float) -> EyeFace:
    second = say("eye.paused.open")
    if eye.until_s:
        second = say("eye.paused.until", until=say.clock(eye.until_s))
    return EyeFace(
        say("eye.paused"),
        second,
        "eye-paused",
        Look.QUIET,
        Press.RESUME,
        say("resume"),
    )


def _attention(eye: Eye, say: Say, *_: float) -> EyeFace:
    first = say("eye.attention", teacher=say.teacher(eye.teacher, first=True))
    return EyeFace(first, say("eye.nobody"), "eye-closed", Look.OUTLINE)


def _trouble(eye: Eye, say: Say, *_: float) -> EyeFace:
    first = eye.why or say("eye.trouble")
    return EyeFace(first, say("eye.trouble.nobody"), "eye-note", Look.QUIET)


_Maker = Callable[[Eye, Say, float, float, int], EyeFace]
_MAKERS: Final[Mapping[EyeState, _Maker]] = {
    EyeState.NO_LESSON: _no_lesson,
    EyeState.LESSON: _lesson,
    EyeState.OVERVIEW: _overview,
    EyeState.NOTICE: _notice,
    EyeState.VIEW: _view,
    EyeState.SHOW: _view,
    EyeState.PAUSED: _paused,
    EyeState.ATTENTION: _attention,
    EyeState.TROUBLE: _trouble,
}
