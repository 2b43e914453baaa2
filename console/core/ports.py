# SPDX-License-Identifier: GPL-3.0-or-later
"""The border between the window and the worker: what each may call of the other.

Neither knows the other's threads. Everything that crosses is a frozen value of
`view` or `acts`, so nothing can be changed behind anyone's back.
"""

from typing import Protocol

from console.core.acts import TeacherAct
from console.core.view import LogView, Pixels, WallView


class Screen(Protocol):
    """The window as the worker sees it. Every method may come from any thread."""

    def show(self, view: WallView) -> None:
        """Paint this; it replaces whatever was shown before."""

    def picture(self, pixels: Pixels) -> None:
        """Show new pixels of one pupil, on the tile or in the large view."""

    def drop(self, pupil: str, large: bool) -> None:  # noqa: FBT001 -- a plain port
        """Forget the pixels of one pupil: gone from screen and memory within 2 s."""

    def log(self, view: LogView) -> None:
        """Show the teacher's own record."""


class Worker(Protocol):
    """The worker as the window sees it."""

    def act(self, act: TeacherAct) -> None:
        """Take one act of the teacher; returns at once, from any thread."""

    def stop(self) -> None:
        """End every access and link, and the thread; returns when it has ended."""
