# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demo's pupils do: where they click when something appears.

Source: docs/spec/demo.md; docs/spec/indicator.md "The script".
"""

from pathlib import Path
from typing import Any, Final

from installer.demo.places import OPTED_OUT, SAYS_NO, Pupil

STOP_AFTER_S: Final = 3.0  # in mid-view
TO_THE_HAND: Final = ("eye", "tabHand", "handUp", "handOffer")
TO_THE_LIST: Final = ("eye", "tabList", "listTake", "listSave")


def pupil_lines(
    pupil: Pupil, hand: Pupil, seconds: float, *, by_mouse: bool, out: Path
) -> list[dict[str, Any]]:
    """Write one pupil's script.

    Args:
        pupil: whose.
        hand: who raises a hand.
        seconds: how long the lesson lasts.
        by_mouse: say where to click (somebody moves a real pointer) instead of
            pressing the widget itself.
        out: where pictures of a drawn desktop come; a real one is pictured from
            outside.
    """
    how, scale = ("point" if by_mouse else "press"), seconds / 60
    lines: list[dict[str, Any]] = []
    if pupil.number != OPTED_OUT:
        answer = "questionNo" if pupil.number == SAYS_NO else "questionYes"
        lines += [
            {"on": f"question:{purpose}", how: [answer], "after": 0.4}
            for purpose in ("overview", "view", "show")
        ]
    if pupil == hand:
        lines.append({"on": "offer:link", how: list(TO_THE_HAND), "after": 2 * scale})
    if pupil.number == 1:
        undisturbed = 2 if pupil == hand else 1  # a look that was offered is one more
        lines += [
            *[{"on": "eye:view"}] * undisturbed,
            {"on": "eye:view", how: ["eyeStop"], "after": STOP_AFTER_S * scale},
        ]
    if not by_mouse:
        lines += _shots(pupil, out, scale)
    lines.append({"on": "lesson:over", how: list(TO_THE_LIST), "after": 0.5})
    return lines


def _shots(pupil: Pupil, out: Path, scale: float) -> list[dict[str, Any]]:
    """Picture the drawn desktop when there is something to see on it."""
    if pupil.number != 1:
        own = str(out / f"{pupil.tag}.png")
        return [{"on": "eye:lesson", "after": 12 * scale, "shot": own}]
    return [
        {"on": "ask:view", "after": 5 * scale, "shot": str(out / f"{pupil.tag}.png")},
        {
            "on": "curtain:shown",
            "after": 1.0,
            "shot": str(out / f"{pupil.tag}-curtain.png"),
        },
    ]
