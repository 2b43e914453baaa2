# SPDX-License-Identifier: GPL-3.0-or-later
"""How French is set: no line begins with a mark of the word before."""

import re
from typing import Final

_BEFORE: Final = re.compile(" (?=[?!:;»])")
_HARD: Final = "\N{NO-BREAK SPACE}"


def spaced(text: str) -> str:
    """Make the spaces beside French marks hard ones."""
    return _BEFORE.sub(_HARD, text).replace("« ", f"«{_HARD}")
