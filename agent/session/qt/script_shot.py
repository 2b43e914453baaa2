# SPDX-License-Identifier: GPL-3.0-or-later
"""The only code that may keep what a pupil's desktop shows: a drawn one, in a demo.

A real screen is never kept: there is no code for it. Source: docs/rights.md R-72.
"""

from typing import Protocol, runtime_checkable

from agent.session.platform.base import Platform, Rect


class Drawing(Protocol):
    """A picture that can be written to a file."""

    def save(self, fp: str, format: str) -> None:  # noqa: A002 -- Pillow's own word
        """Write it."""


@runtime_checkable
class Drawn(Protocol):
    """A desktop that is drawn by ourselves; a real one has no such method."""

    def draw(self, rect: Rect) -> Drawing:
        """Draw a part of it."""


def save_drawn(platform: Platform, rect: Rect, path: str) -> None:
    """Save a drawn desktop as a PNG; any other platform has nothing to save.

    Raises:
        OSError: the file could not be written.
    """
    if isinstance(platform, Drawn):
        platform.draw(rect).save(path, "PNG")
