# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's end over real TLS, for one laptop: asks until the pupil has agreed."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from consent.documents.command import CommandBody, Verb
from protocol.messages.commands import Accepted, NotShared
from protocol.messages.pictures import Picture
from tests.bench.laptop import PATIENCE_S
from tests.fakes.school import School
from tests.journeys.laptop_rig import HandConsole

AGAIN_S: Final = 0.5


class Teacher(HandConsole):
    """Asks, and counts pictures."""

    async def agreed(self, verb: Verb, **changes: Any) -> CommandBody:  # noqa: ANN401
        """Ask until the laptop says yes: a pupil takes a moment to answer."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                body = await self.ask(verb, **changes)
                answer = await self.heard.wait(
                    Accepted | NotShared,  # type: ignore[arg-type]
                    lambda x, seq=body.seq: x.seq == seq,  # type: ignore[misc]
                )
                if isinstance(answer, Accepted):
                    return body
                self.wanted.discard(bytes.fromhex(body.access))
                await asyncio.sleep(AGAIN_S)

    async def begin(self) -> None:
        """Start the lesson."""
        lesson, _ = await self.asked(Verb.LESSON_START)
        self.wanted.discard(bytes.fromhex(lesson.access))

    def pictures(self, access: str) -> int:
        """Count the whole pictures that came for an access."""
        found = [x for x in self.heard.things if isinstance(x, Picture)]
        whole = [x for x in found if x.access.hex() == access]
        return sum(x.part + 1 == x.parts for x in whole)

    async def picture(self, access: str, skip: int = 0) -> Picture:
        """Wait for a picture of this access."""
        return await self.heard.wait(
            Picture,
            lambda x: x.access.hex() == access and x.part + 1 == x.parts,
            skip,
        )


@asynccontextmanager
async def teacher(school: School, folder: Path, port: int) -> AsyncIterator[Teacher]:
    """Dial a laptop."""
    console = Teacher(school, folder)
    await console.connect(port)
    try:
        yield console
    finally:
        await console.close()
