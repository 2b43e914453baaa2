# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pupil's windows show: all that the daemon told us, in one place. Pure."""

from dataclasses import dataclass, field
from typing import Final

from msgspec import structs

from agent.session.eye import UNKNOWN
from agent.session.words.say import Say
from protocol.messages.local import (
    Choices,
    Eye,
    LineState,
    LogLine,
    LogPage,
    Looks,
    Offer,
    Switch,
    Welcomed,
)

STAYS_S: Final = 86_400  # docs/spec/ledger.md "Erasure": each line stays for a day


@dataclass(slots=True)
class PupilState:
    """The session's memory; it dies with the session."""

    welcomed: Welcomed | None = None
    eye: Eye = UNKNOWN
    lesson: Eye | None = None  # the last face of a lesson in which nobody looks
    eye_until: float = 0.0  # boot time at which eye.left_ms runs out
    eye_whole_s: float = 0.0
    choices: Choices | None = None
    offers: list[Offer] = field(default_factory=list)
    lines: list[LogLine] = field(default_factory=list)
    page: LogPage | None = None
    hand_up: bool = False
    offered: bool = False
    say: Say = field(default_factory=Say)

    @property
    def demo(self) -> bool:
        """Say whether the word DEMO must show."""
        return self.welcomed is not None and self.welcomed.kind == "demo"

    @property
    def teacher(self) -> str:
        """Give the name of the teacher of this lesson, if known."""
        return self.eye.teacher or (self.lesson.teacher if self.lesson else "")

    def switch(self, purpose: Looks) -> Switch | None:
        """Give one switch, when the daemon has told it."""
        for switch in self.choices.switches if self.choices else ():
            if switch.purpose is purpose:
                return switch
        return None

    def add_page(self, page: LogPage) -> None:
        """Add lines of the pupil's list, newest first, each once and as it is now.

        Of the newest lines read anew, how far the list went on stays known.
        """
        held, ends = self.page, page.lines[-1].seq if page.lines else 0
        if held is not None and self.lines and self.lines[-1].seq < ends:
            page = structs.replace(page, more=held.more, since_s=held.since_s)
        self.page = page
        known = {line.seq: line for line in (*self.lines, *page.lines)}
        self.lines = [known[seq] for seq in sorted(known, reverse=True)]

    def unconfirmed(self) -> bool:
        """Say whether a line is shown that no teacher's program proved to have."""
        return any(line.state is LineState.WAITING for line in self.lines)

    def may_erase(self, now_s: int) -> bool:
        """Say whether a line may be old enough to lose its words; more are unseen."""
        old_s = now_s - STAYS_S
        return (self.page is not None and self.page.more) or any(
            0 < line.time_s <= old_s for line in self.lines
        )

    def forget_list(self) -> None:
        """Let go of what was shown of the list: it is about to be told anew."""
        self.page, self.lines = None, []

    def add_offer(self, offer: Offer) -> None:
        """Put a new offer first."""
        self.drop_offer(offer.id)
        self.offers.insert(0, offer)

    def drop_offer(self, offer_id: bytes) -> None:
        """Put an offer away."""
        self.offers = [offer for offer in self.offers if offer.id != offer_id]
