# SPDX-License-Identifier: GPL-3.0-or-later
"""What stops the console, in a sentence for a teacher, with its exit code.

Source: docs/spec/commands.md "Commands and exit codes".
"""

from typing import Final

WRONG_USE: Final = 2
MACHINE_LACKS: Final = 3
NOT_SET_UP: Final = 4
REFUSED: Final = 5


class ConsoleError(Exception):
    """The root of what the console raises; its text says what, where and what next."""

    exit_code = WRONG_USE


class NotSetUpError(ConsoleError):
    """This computer has no key, certificate or papers of a school yet."""

    exit_code = NOT_SET_UP


class RefusedError(ConsoleError):
    """A rule says no: another school, a wrong passphrase, a script outside a demo."""

    exit_code = REFUSED
