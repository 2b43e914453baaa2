# SPDX-License-Identifier: GPL-3.0-or-later
"""The short memory keeps words until the program ends."""

from console.qt.memory import LAST_REASON, ShortMemory


def test_what_was_kept_is_given_back() -> None:
    memory = ShortMemory()
    assert memory.recall(LAST_REASON) == ""
    memory.remember(LAST_REASON, "help")
    assert memory.recall(LAST_REASON) == "help"
