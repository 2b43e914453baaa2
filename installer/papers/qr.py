# SPDX-License-Identifier: GPL-3.0-or-later
"""The square code on a letter: which school, which agreements. Nothing of a pupil.

It is the same on every letter of these agreements, so it can point at nobody.

Source: ISO/IEC 18004; docs/spec/papers.md "The code on the letter".
"""

from itertools import groupby

import segno

from installer.papers.agreed import Agreed
from installer.papers.blocks import Qr
from installer.papers.facts import fours

EDGE = 4  # modules of white around it, as the standard asks


def code_text(agreed: Agreed) -> str:
    """Give what the code holds: readable, and typed over where nothing can scan it."""
    charter = agreed.charter
    return (
        f"INZAGE 1\nschool {charter.school}\nroot {agreed.trust.root_hash}\n"
        f"charter {charter.serial} {agreed.charter_hash}\n"
    )


def code(agreed: Agreed, label: str) -> Qr:
    """Draw the code, with the school's number beside it as inzage-verify takes it."""
    made = segno.make_qr(code_text(agreed), error="m", boost_error=False)
    rows = list(made.matrix)
    path = "".join(_runs(y, row) for y, row in enumerate(rows))
    return Qr(label, len(rows) + 2 * EDGE, path, (fours(agreed.trust.root_hash),))


def _runs(y: int, row: bytearray) -> str:
    """Draw a row: each run of dark modules is one rectangle."""
    x, drawn = 0, ""
    for dark, run in groupby(row):
        wide = len(list(run))
        if dark:
            drawn += f"M{x + EDGE} {y + EDGE}h{wide}v1h-{wide}z"
        x += wide
    return drawn
