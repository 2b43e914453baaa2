# SPDX-License-Identifier: GPL-3.0-or-later
"""One line after the lesson, for this teacher alone. It names no pupil."""

from dataclasses import dataclass

from console.core.words import Words

MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class Done:
    """What this teacher did in one lesson; not what any pupil did or refused."""

    looked_s: float = 0.0
    small_s: float = 0.0
    hands: int = 0
    attentions: int = 0
    messages: int = 0
    links: int = 0


def summary(words: Words, done: Done) -> str:
    """Say what was done."""
    under, over = words.looked_under_a_minute, words.looked
    parts = [
        _lasted(done.looked_s, under, over),
        _lasted(done.small_s, words.small_under_a_minute, words.small),
        _counted(done.hands, words.one_hand, words.hands),
        _counted(done.attentions, words.one_attention, words.attentions),
        _counted(done.messages, words.one_message, words.messages),
        _counted(done.links, words.one_link, words.links),
    ]
    return ", ".join(part for part in parts if part) or words.quiet


def _lasted(seconds: float, under_a_minute: str, minutes: str) -> str:
    if seconds <= 0:
        return ""
    if seconds < MINUTE_S:
        return under_a_minute
    return minutes.format(minutes=round(seconds / MINUTE_S))


def _counted(count: int, one: str, more: str) -> str:
    if count == 0:
        return ""
    return one if count == 1 else more.format(count=count)
