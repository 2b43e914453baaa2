# SPDX-License-Identifier: GPL-3.0-or-later
"""Find the sentence for a pupil: language, age band, and times in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Final

from agent.session.words import en, fr, nl
from consent.french import spaced
from protocol.messages.local import Band


@dataclass(frozen=True, slots=True)
class Book:
    """One language: its sentences and the names of its days and months."""

    words: Mapping[str, str]
    days: str
    months: str
    long_days: str
    long_months: str


_FRENCH: Final = {key: spaced(words) for key, words in fr.WORDS.items()}
DUTCH: Final = Book(nl.WORDS, nl.DAYS, nl.MONTHS, nl.LONG_DAYS, nl.LONG_MONTHS)
BOOKS: Final = {
    "nl": DUTCH,
    "en": Book(en.WORDS, en.DAYS, en.MONTHS, en.LONG_DAYS, en.LONG_MONTHS),
    "fr": Book(_FRENCH, fr.DAYS, fr.MONTHS, fr.LONG_DAYS, fr.LONG_MONTHS),
}
WEEK_S: Final = 6 * 24 * 3600
MINUTE_S: Final = 60


@dataclass(frozen=True, slots=True)
class Say:
    """One pupil's words."""

    lang: str = "nl"
    band: Band = Band.TEN_AND_UP
    zone: tzinfo | None = None  # None: this laptop's own

    def __call__(self, key: str, **values: object) -> str:
        """Give the sentence, filled in."""
        words = self._book.words
        young = words.get(f"{key}.young") if self.band is Band.SIX_TO_NINE else None
        return (young or words[key]).format(**values)

    def teacher(self, name: str, *, first: bool = False) -> str:
        """Give the teacher's name, with a capital where a sentence begins."""
        name = name or self("teacher")
        return name[:1].upper() + name[1:] if first else name

    def why(self, reason: str) -> str:
        """Give the reason as a half sentence; nothing when there is none."""
        return self("eye.why", why=reason) if reason else ""

    def clock(self, at_s: int) -> str:
        """Give hours and minutes of a wall time."""
        return self._local(at_s).strftime("%H:%M")

    def second(self, at_s: int) -> str:
        """Give hours, minutes and seconds of a wall time."""
        return self._local(at_s).strftime("%H:%M:%S")

    def when(self, at_s: int, now_s: int) -> str:
        """Give weekday and time; after a week the date."""
        then = self._local(at_s)
        book = self._book
        if now_s - at_s < WEEK_S:
            day = book.days.split()[then.weekday()]
            return f"{day} {then:%H:%M}"
        return f"{then.day} {book.months.split()[then.month - 1]} {then:%H:%M}"

    def day(self, at_s: int, now_s: int) -> str:
        """Give a heading for a day of the list."""
        then = self._local(at_s)
        book = self._book
        month = book.long_months.split()[then.month - 1]
        name = book.long_days.split()[then.weekday()]
        words = f"{name} {then.day} {month}"
        if then.date() == self._local(now_s).date():
            return self("list.today", day=words)
        return words[:1].upper() + words[1:]

    def date(self, at_s: int) -> str:
        """Give day and month."""
        then = self._local(at_s)
        book = self._book
        return f"{then.day} {book.months.split()[then.month - 1]}"

    def long_date(self, at_s: int) -> str:
        """Give day, month and year."""
        then, book = self._local(at_s), self._book
        return f"{then.day} {book.long_months.split()[then.month - 1]} {then.year}"

    @property
    def _book(self) -> Book:
        """Give the language's sentences; Dutch where there are none."""
        return BOOKS.get(self.lang, DUTCH)

    def _local(self, at_s: int) -> datetime:
        return datetime.fromtimestamp(at_s, tz=UTC).astimezone(self.zone)


def minutes(left_s: float) -> str:
    """Give a time left as m:ss."""
    whole = max(0, int(left_s + 0.999))
    return f"{whole // MINUTE_S}:{whole % MINUTE_S:02}"
