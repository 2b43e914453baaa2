# SPDX-License-Identifier: GPL-3.0-or-later
"""What an admin is told, as values: sentences by their key, steps, and exit codes.

Nothing here is in any language; `saying` puts it in one. Source: docs/adr/0110.
"""

from collections.abc import Mapping, Sized
from dataclasses import dataclass, field
from enum import IntEnum


class Exit(IntEnum):
    """How a command ended, for scripts. Source: docs/spec/commands.md."""

    GOOD = 0
    NOT_GOOD = 1  # checked, and not good
    WRONG_USE = 2  # or unreadable input
    LACKING = 3  # this machine lacks something
    NOT_SET_UP = 4
    REFUSED = 5  # by a rule
    STOPPED = 130


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of the word tables, and what goes into it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: a sentence, and the commands to type in their order.

    A command is what follows the program's name, so `("publish", "school")`.
    """

    key: str
    commands: tuple[tuple[str, ...], ...]


class OfficeError(Exception):
    """What, where and what next."""

    def __init__(
        self,
        key: str,
        code: Exit = Exit.REFUSED,
        *,
        step: Step | None = None,
        **values: object,
    ) -> None:
        """Take a key of the word tables and what goes into its sentence."""
        super().__init__(key)
        self.said, self.code, self.step = Said(key, values), code, step

    @classmethod
    def of(
        cls, said: Said, code: Exit = Exit.REFUSED, step: Step | None = None
    ) -> "OfficeError":
        """Make one of a sentence that was written down before."""
        made = cls(said.key, code, step=step)
        made.said = said
        return made


def not_one(key: str, found: Sized, **values: object) -> Said:
    """Say that there is none of that name, or more than one of them."""
    return Said(f"several.{key}" if found else key, {**values, "count": len(found)})


def said(key: str, **values: object) -> Said:
    """Write down a sentence."""
    return Said(key, values)
