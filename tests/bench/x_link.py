# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection to an X server, without the types that xcffib half has."""

from typing import Any

import xcffib


def connect(display: str | None = None) -> Any:  # noqa: ANN401 -- see above
    """Connect to this screen, or to the one of our environment."""
    return xcffib.connect(display=display)
