# SPDX-License-Identifier: GPL-3.0-or-later
"""The code on a letter names the school and its agreements, and nobody."""

import re

from installer.papers.qr import EDGE, code, code_text
from installer.verify.app import fingerprint
from tests.fakes.agreed import SCHOOL, agreed


def test_the_code_holds_the_school_and_the_agreements_only() -> None:
    held = agreed()
    assert code_text(held).splitlines() == [
        "INZAGE 1",
        f"school {SCHOOL}",
        f"root {held.trust.root_hash}",
        f"charter 3 {held.charter_hash}",
    ]


def test_the_number_beside_it_is_what_inzage_verify_takes() -> None:
    held = agreed()
    assert fingerprint(code(held, "x").lines[0]) == held.trust.root_hash


def test_the_code_is_drawn_inside_its_white_edge() -> None:
    drawn = code(agreed(), "x")
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", drawn.path)
    assert "".join(f"M{x} {y}h{w}v1h-{v}z" for x, y, w, v in runs) == drawn.path
    assert min(int(x) for x, *_ in runs) == min(int(y) for _, y, *_ in runs) == EDGE
    assert max(int(x) + int(w) for x, _, w, _ in runs) == drawn.size - EDGE
    assert ("4", "4", "7", "7") in runs  # the top of the first corner mark
