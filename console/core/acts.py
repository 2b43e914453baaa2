# SPDX-License-Identifier: GPL-3.0-or-later
"""What a teacher can do: the closed list of acts the window may send to the core."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StartLesson:
    """Connect the class of the running slot. Shows no screen."""


@dataclass(frozen=True, slots=True)
class EndLesson:
    """End the lesson now."""


@dataclass(frozen=True, slots=True)
class ShowScreens:
    """Ask small pictures of these pupils, or of all who agreed (empty tuple = all)."""

    reason_code: str
    reason: str = ""
    pupils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StopScreens:
    """No more small pictures."""


@dataclass(frozen=True, slots=True)
class LookAt:
    """Ask to see one screen large."""

    pupil: str
    reason_code: str
    reason: str = ""
    seconds: int = 120


@dataclass(frozen=True, slots=True)
class StopLooking:
    """Close the large view."""


@dataclass(frozen=True, slots=True)
class AskAttention:
    """Ask the class (pupil None) or one pupil to look up."""

    reason_code: str
    seconds: int = 120
    pupil: str | None = None


@dataclass(frozen=True, slots=True)
class EndAttention:
    """Let go."""


@dataclass(frozen=True, slots=True)
class SendMessage:
    """A short text to these pupils (empty = all)."""

    text: str
    pupils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SendLink:
    """Offer an https link to these pupils (empty = all)."""

    url: str
    title: str
    pupils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeeHand:
    """Put a hand down: the teacher has seen it."""

    pupil: str


@dataclass(frozen=True, slots=True)
class ReadLog:
    """Show the log page."""


@dataclass(frozen=True, slots=True)
class WindowAlive:
    """The window still turns: sent each second, so that leases mean a person."""


TeacherAct = (
    StartLesson
    | EndLesson
    | ShowScreens
    | StopScreens
    | LookAt
    | StopLooking
    | AskAttention
    | EndAttention
    | SendMessage
    | SendLink
    | SeeHand
    | ReadLog
    | WindowAlive
)
