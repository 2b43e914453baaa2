# SPDX-License-Identifier: GPL-3.0-or-later
"""The lesson afterwards: one moment a line, and none may be missing.

Source: docs/spec/demo.md "The transcript".
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from installer.demo.teacher_script import Moment

NEEDED: Final = (
    "connected",
    "lesson_started",
    "notice",
    "consent_given",
    "consent_refused",
    "opted_out",
    "overview_opened",
    "first_picture",
    "view_asked",
    "view_opened",
    "view_closed",
    "attention_shown",
    "attention_released",
    "message",
    "link",
    "hand",
    "offer",
    "withdrawn",
    "not_shared",
    "lesson_ended",
    "verified",
)
GIVEN: Final = frozenset({"ConsentGiven", "RenewedConsentGiven"})


@dataclass(slots=True)
class Transcript:
    """Moments with their seconds since the demo began."""

    began: float  # seconds since 1970
    lines: list[dict[str, Any]] = field(default_factory=list)

    def add(self, at: float, moment: Moment) -> None:
        """Add a moment seen at this time (seconds since 1970)."""
        self.lines.append(
            {
                "t": round(at - self.began, 2),
                "who": moment.who,
                "what": moment.what,
                "detail": moment.detail,
            }
        )

    def missing(self) -> list[str]:
        """List the moments that a whole lesson has and this one has not."""
        seen = {line["what"] for line in self.lines}
        return [what for what in NEEDED if what not in seen]

    def write(self, path: Path) -> None:
        """Write it, in the order of time."""
        ordered = sorted(self.lines, key=lambda line: float(line["t"]))
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in ordered)
        path.write_text(text, "utf-8")


def moments_of(tag: str, entries: Iterable[Mapping[str, Any]]) -> Sequence[Moment]:
    """Read the moments off a laptop's own record (bodies of its pack)."""
    found = [_moment(tag, entry) for entry in entries]
    return [moment for moment in found if moment is not None]


def _moment(tag: str, entry: Mapping[str, Any]) -> Moment | None:
    kind = entry["kind"]
    agent = tag.replace("pupil", "agent")
    if kind == "LESSON":
        ended = entry.get("what") == "end"
        return Moment(agent, "lesson_ended" if ended else "lesson_started")
    if kind == "NOTICE":
        return Moment(tag, "notice")
    if kind == "CONSENT":
        return _choice(tag, entry)
    if kind == "OPEN" and entry["purpose"] in {"overview", "view"}:
        return Moment(agent, f"{entry['purpose']}_opened")
    return None


def _choice(tag: str, entry: Mapping[str, Any]) -> Moment | None:
    detail = {"purpose": entry["purpose"], "method": entry["method"]}
    state = entry["state"]
    if state in GIVEN:
        return Moment(tag, "consent_given", detail)
    if state == "ConsentRefused":
        return Moment(tag, "consent_refused", detail)
    if state == "ConsentWithdrawn":
        return Moment(tag, "withdrawn", detail)
    return None
