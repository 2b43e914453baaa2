# SPDX-License-Identifier: GPL-3.0-or-later
"""How hard a text is to read, in figures."""

import re


def sentences(text: str) -> list[list[str]]:
    """Split into sentences of words; a heading is one."""
    parts = re.split(r"[.?!:]|\n", text)
    found = [re.findall(r"[^\W\d_][\w’'-]*", part) for part in parts]
    return [words for words in found if words]


def lix(text: str) -> float:
    """Give Björnsson's readability figure: under 30 is a children's book."""
    parts = sentences(text)
    words = [word for part in parts for word in part]
    long = [word for word in words if len(word) > 6]
    return len(words) / len(parts) + 100 * len(long) / len(words)
