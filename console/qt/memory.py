# SPDX-License-Identifier: GPL-3.0-or-later
"""The little the window remembers between two openings; no names, no pictures."""

from typing import Final, Protocol

NOTICE_READ: Final = "notice_read"
LAST_REASON: Final = "last_reason"
LAST_LOOK_REASON: Final = "last_look_reason"
LAST_ATTENTION_REASON: Final = "last_attention_reason"
LAST_ATTENTION_MINUTES: Final = "last_attention_minutes"


class Memory(Protocol):
    """A small drawer of words; the program's settings are one."""

    def recall(self, key: str) -> str:
        """Give what was kept under this key, or nothing."""

    def remember(self, key: str, value: str) -> None:
        """Keep a word under this key."""


class ShortMemory:
    """A drawer that is empty at each opening."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def recall(self, key: str) -> str:
        """Give what was kept under this key, or nothing."""
        return self._kept.get(key, "")

    def remember(self, key: str, value: str) -> None:
        """Keep a word under this key until the program ends."""
        self._kept[key] = value
