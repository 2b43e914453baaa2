# SPDX-License-Identifier: GPL-3.0-or-later
"""One line after the lesson, for this teacher alone. It names no pupil."""

from console.core.words import Words

MINUTE_S = 60


def summary(words: Words, looked_s: float, hands: int, attentions: int) -> str:
    """Say what this teacher did, not what any pupil did or refused."""
    parts = [
        _looked(words, looked_s),
        _counted(hands, words.one_hand, words.hands),
        _counted(attentions, words.one_attention, words.attentions),
    ]
    return ", ".join(part for part in parts if part) or words.quiet


def _looked(words: Words, looked_s: float) -> str:
    if looked_s <= 0:
        return ""
    if looked_s < MINUTE_S:
        return words.looked_under_a_minute
    return words.looked.format(minutes=round(looked_s / MINUTE_S))


def _counted(count: int, one: str, more: str) -> str:
    if count == 0:
        return ""
    return one if count == 1 else more.format(count=count)
