# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a folder may hold something new: one question to the system, no listing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

# A file system's clock moves in steps, so what comes right after another change may be
# invisible: a folder counts as seen only once it has been at rest for longer than that.
AT_REST_S: Final = 2.0
NS: Final = 1e9


class FolderNews:
    """Remembers when a folder last changed."""

    def __init__(self, folder: Path, wall: Callable[[], datetime]) -> None:
        """Know nothing yet.

        Args:
            folder: may come and go.
            wall: the clock that the file system dates changes by.
        """
        self._folder = folder
        self._wall = wall
        self._seen_ns: int | None = None

    def is_there(self) -> bool:
        """Say whether something may have come or gone since this was last asked."""
        now_s, changed_ns = self._wall().timestamp(), self._changed_ns()
        is_news = changed_ns != self._seen_ns
        is_at_rest = abs(now_s - changed_ns / NS) > AT_REST_S
        self._seen_ns = changed_ns if is_at_rest else None
        return is_news

    def forget(self) -> None:
        """Have it looked at once more, because it could not be read."""
        self._seen_ns = None

    def _changed_ns(self) -> int:
        try:
            return self._folder.stat().st_mtime_ns
        except OSError:
            return 0
