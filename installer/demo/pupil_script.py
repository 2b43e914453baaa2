# SPDX-License-Identifier: GPL-3.0-or-later
"""What the demo's pupils do: where they click when something appears.

Source: docs/spec/demo.md; docs/spec/indicator.md "The script".
"""

from typing import Any, Final

from installer.demo.places import OPTED_OUT, SAYS_NO, Pupil

STOP_AFTER_S: Final = 3.0  # in mid-view
TO_THE_HAND: Final = ("eye", "tabHand", "handUp", "handOffer")
TO_THE_LIST: Final = ("eye", "tabList", "listTake", "listSave")


def pupil_lines(
    pupil: Pupil, hand: Pupil, seconds: float, *, by_mouse: bool
) -> list[dict[str, Any]]:
    """Write one pupil's script.

    Args:
        pupil: whose.
        hand: who raises a hand.
        seconds: how long the lesson lasts.
        by_mouse: say where to click (somebody moves a real pointer) instead of
            pressing the widget itself.
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
    lines.append({"on": "lesson:over", how: list(TO_THE_LIST), "after": 0.5})
    return lines
