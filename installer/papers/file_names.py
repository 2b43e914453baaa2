# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of classes as names of files: they lead nowhere, and no two are the same."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_LONGEST_NAME: Final = 60


def file_names(names: Sequence[str]) -> list[str]:
    """Give each name a file name of plain letters and digits, no two the same."""
    taken: set[str] = set()
    found = []
    for name in names:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:_LONGEST_NAME]
        tried, number = stem or "x", 1
        while tried in taken:
            number += 1
            tried = f"{stem or 'x'}-{number}"
        taken.add(tried)
        found.append(tried)
    return found
