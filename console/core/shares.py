# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages and links on their way: kept until each laptop took them, or the bell."""

from collections import Counter

from consent.documents.command import Verb
from console.core.click import of_click
from console.core.commands import Command, ForgetShare, KeepShare
from console.core.room import Room
from console.core.seat import Seat
from console.core.share import Share

ShareArgs = tuple[tuple[str, str], ...]


class Shares:
    """What still waits for a laptop."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._waiting: dict[bytes, Share] = {}
        self.clicks: Counter[Verb] = Counter()

    def send(
        self, verb: Verb, args: ShareArgs, pupils: tuple[str, ...]
    ) -> list[Command]:
        """Keep one share per pupil who has a laptop, then send what can go now."""
        lesson = self._room.lesson
        if lesson is None:
            return []
        chance = self._room.chance
        click = chance.fresh_id()
        commands: list[Command] = []
        for seat in self._room.chosen(pupils):
            if seat.facts.device is None:
                continue
            share = Share(
                share=of_click(click, chance.fresh_id()),
                slot=lesson.slot.slot,
                ends_unix_s=int(lesson.slot.ends.timestamp()),
                pupil=seat.pupil,
                verb=verb,
                args=args,
            )
            self._waiting[share.share] = share
            commands += [KeepShare(share), *self._give(seat, share)]
        self.clicks[verb] += bool(commands)
        return commands

    def recalled(self, shares: tuple[Share, ...]) -> None:
        """Take back what an earlier run of the console could not deliver."""
        self._waiting.update({share.share: share for share in shares})

    def lesson_answered(self, seat: Seat) -> list[Command]:
        """Send what waits for this pupil, now that the laptop takes part."""
        commands: list[Command] = []
        for share in list(self._waiting.values()):
            if share.pupil == seat.pupil:
                commands += self._give(seat, share)
        return commands

    def answered(self, access: bytes) -> list[Command]:
        """Forget a share that was taken or declined: a no is not asked twice."""
        if self._waiting.pop(access, None) is None:
            return []
        return [ForgetShare(access)]

    def clear(self) -> list[Command]:
        """Forget everything: a share never outlives its lesson."""
        gone, self._waiting = self._waiting, {}
        return [ForgetShare(share) for share in gone]

    def _give(self, seat: Seat, share: Share) -> list[Command]:
        lesson = self._room.lesson
        if not seat.in_lesson or lesson is None or lesson.slot.slot != share.slot:
            return []
        return [*self._room.send(seat, share.verb, share.share, args=share.args)]
