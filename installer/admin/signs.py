# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs that no name has: they hide, turn a line around or write on the terminal."""

from typing import Final
from unicodedata import category

_ODD: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def is_odd(sign: str) -> bool:
    """Say whether one sign is such a sign."""
    return category(sign) in _ODD
