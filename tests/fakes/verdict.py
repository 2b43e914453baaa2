# SPDX-License-Identifier: GPL-3.0-or-later
"""What a verifier says of a lesson: short, for tests."""

from consent.ledger.verify import verify_pack
from tests.fakes.lesson import PlayedLesson


def wrong(lesson: PlayedLesson) -> set[str]:
    """Give the codes of all that is not right in a lesson's pack."""
    return {one.code for one in verify_pack(lesson.pack()) if not one.ok}


def said(lesson: PlayedLesson) -> set[str]:
    """Give the codes of all that holds, or is worth knowing, in a lesson's pack."""
    return {one.code for one in verify_pack(lesson.pack()) if one.ok}
