# SPDX-License-Identifier: GPL-3.0-or-later
"""Small pieces of sentences about time, the same in every part of the window."""

from datetime import UTC, datetime
from typing import Final

from console.qt.words.words import Words

NOON_HOUR: Final = 12
MINUTE_S: Final = 60


def clock_text(moment: datetime) -> str:
    """Write the time of day, in the moment's own zone (UTC: in this machine's)."""
    local = moment.astimezone() if moment.tzinfo is UTC else moment
    return local.strftime("%H:%M")


def seconds_until(moment: datetime, now: datetime) -> int:
    """Count the whole seconds left; a started second counts, never below zero."""
    left = (moment - now).total_seconds()
    return max(0, int(left) + (1 if left > int(left) else 0))


def countdown(moment: datetime, now: datetime) -> str:
    """Write what is left as minutes and seconds, such as 1:40."""
    minutes, seconds = divmod(seconds_until(moment, now), MINUTE_S)
    return f"{minutes}:{seconds:02d}"


def minutes_left(ends: datetime, now: datetime, words: Words) -> str:
    """Write how long the lesson still lasts."""
    seconds = seconds_until(ends, now)
    if seconds < MINUTE_S:
        return words.less_than_a_minute
    return words.minutes_left.format(n=-(-seconds // MINUTE_S))


def waited(since: datetime, now: datetime, words: Words) -> str:
    """Write how long a hand is up."""
    minutes = int((now - since).total_seconds()) // MINUTE_S
    return words.minute_count.format(n=minutes) if minutes > 0 else words.just_now


def share_done(starts: datetime, ends: datetime, now: datetime) -> float:
    """Say which part of a stretch is over, from 0 to 1."""
    whole = (ends - starts).total_seconds()
    if whole <= 0:
        return 1.0
    return min(1.0, max(0.0, (now - starts).total_seconds() / whole))


def greeting(now: datetime, name: str, words: Words) -> str:
    """Greet by the time of day."""
    local = now.astimezone() if now.tzinfo is UTC else now
    early = local.hour < NOON_HOUR
    return (words.good_morning if early else words.good_afternoon).format(name=name)


def date_text(now: datetime, words: Words) -> str:
    """Write the day in words."""
    local = now.astimezone() if now.tzinfo is UTC else now
    return words.date.format(
        weekday=words.weekdays[local.weekday()],
        day=local.day,
        month=words.months[local.month - 1],
    )


def initials(name: str) -> str:
    """Take the first letter of the first and the last word of a name."""
    parts = [part for part in name.split() if part[:1].isalnum()]
    if not parts:
        return "?"
    ends = parts[:1] if len(parts) == 1 else [parts[0], parts[-1]]
    return "".join(part[0] for part in ends).upper()
