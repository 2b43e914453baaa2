# SPDX-License-Identifier: GPL-3.0-or-later
"""A share is a value."""

from consent.documents.command import Verb
from console.core.share import Share


def test_equal_shares_are_equal() -> None:
    made = [
        Share(b"s" * 16, "slot", 10, "aa" * 16, Verb.MESSAGE, (("text", "Dag"),))
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert len(set(made)) == 1
