# SPDX-License-Identifier: GPL-3.0-or-later
"""Make text that came from outside harmless to show: short, one direction, no controls.

Source: docs/threat-model.md S10 (a pupil's text once ran as a page in a teacher's
window).
"""

import unicodedata
from typing import Final

LONGEST_CHARS: Final = 400
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def clean(text: str, longest_chars: int = LONGEST_CHARS) -> str:
    """Drop control, format and bidi characters but line ends; cut what is long."""
    head = text[: longest_chars * 4]
    kept = "".join(
        c for c in head if c == "\n" or unicodedata.category(c) not in _HIDDEN
    )
    if len(kept) <= longest_chars and len(head) == len(text):
        return kept
    return kept[: longest_chars - 1] + "…"
