# SPDX-License-Identifier: GPL-3.0-or-later
"""The only code that may keep what a pupil's desktop shows: a drawn one, in a demo.

A real screen is never kept: there is no code for it. Source: docs/rights.md R-72.
"""

from agent.session.platform.base import Platform, Rect
from agent.session.platform.synthetic import Synthetic


def save_drawn(platform: Platform, rect: Rect, path: str) -> None:
    """Save a drawn desktop as a PNG; any other platform has nothing to save.

    Raises:
        OSError: the file could not be written.
    """
    if isinstance(platform, Synthetic):
        platform.draw(rect).save(path, "PNG")
