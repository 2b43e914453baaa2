# SPDX-License-Identifier: GPL-3.0-or-later
"""What stops the service, as one sentence and an exit code.

Source: docs/spec/places.md.
"""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes all programs share."""

    GOOD = 0
    NOT_GOOD = 1
    WRONG_USE = 2
    MACHINE_LACKS = 3
    NOT_SET_UP = 4
    REFUSED = 5
    STOPPED = 130


class DaemonError(Exception):
    """The service cannot go on; the text says what, where and what next."""

    def __init__(self, sentence: str, code: Exit) -> None:
        super().__init__(sentence)
        self.code = code
