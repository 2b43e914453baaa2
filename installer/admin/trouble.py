# SPDX-License-Identifier: GPL-3.0-or-later
"""What an admin reads when something cannot be done, and the exit code."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended, for scripts. Source: docs/spec/commands.md."""

    GOOD = 0
    NOT_GOOD = 1  # checked, and not good
    WRONG_USE = 2  # or unreadable input
    LACKING = 3  # this machine lacks something
    NOT_SET_UP = 4
    REFUSED = 5  # by a rule


class OfficeError(Exception):
    """What, where and what next, in one sentence or a few lines."""

    def __init__(self, sentence: str, code: Exit = Exit.REFUSED) -> None:
        """Keep the exit code."""
        super().__init__(sentence)
        self.code = code
