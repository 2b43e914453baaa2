# SPDX-License-Identifier: GPL-3.0-or-later
"""D11: a patched console keeps a list for each pupil; two real laptops find out.

Both services run, with real TLS and their own ledgers. A colleague's console carries
what one laptop shows it to the other, as each console does.
"""

import asyncio
import hashlib
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, AsyncExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from consent.documents.command import Verb
from consent.documents.fields import Lang
from consent.ledger import checkpoint as points
from consent.ledger import plain
from consent.ledger import tree as trees
from consent.ledger.checkpoint import parse_unchecked
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from protocol.messages.records import Heads, HeadsTaken, HeadWay, ShownHead
from tests.fakes.certificates import wall_now
from tests.fakes.enrolled import enrol
from tests.fakes.school import School, make_school
from tests.fakes.teacher_tree import TeacherTree
from tests.hostile.rig import PatchedConsole, until
from tests.journeys.laptop_rig import ROOT, HandSession, Service, service


class Console(PatchedConsole):
    """One end of a console, with the tree it has for this laptop."""

    def __init__(
        self, school: School, folder: Path, teacher: int, tree: TeacherTree
    ) -> None:
        super().__init__(school, folder)
        self.teacher = school.teachers[teacher]
        self.tree = tree
        self.carries: tuple[ShownHead, ...] = ()
        self.proves = True

    def _answer(self, message: Any) -> None:  # noqa: ANN401 -- any wire message
        if isinstance(message, Heads):
            ways = tuple(self._way(x) for x in message.heads if self._is_mine(x))
            self.send(HeadsTaken(ways if self.proves else (), self.carries))
        super()._answer(message)

    def _is_mine(self, head: ShownHead) -> bool:
        return parse_unchecked(head.checkpoint).origin == self.tree.origin

    def _way(self, head: ShownHead) -> HeadWay:
        """Say how the own tree grew from what is shown, as well as it can."""
        size, told = len(self.tree.leaves), self.tree.told
        shown = min(parse_unchecked(head.checkpoint).size, size)
        return HeadWay(
            hashlib.sha256(head.checkpoint).digest(),
            self.tree.note(),
            told,
            trees.consistency(told, size, self.tree),
            trees.consistency(shown, size, self.tree),
        )


@dataclass
class Two:
    """Two laptops of one class."""

    school: School
    services: tuple[Service, ...]
    folder: Path

    def tree(self, teacher: int = 0, more: int = 0) -> TeacherTree:
        """Give a new tree of a teacher, with so many lines of others in it."""
        who = self.school.teachers[teacher]
        now = self.school.now.astimezone(self.school.trust.zone)
        origin = points.origin(
            self.school.trust.school, self.school.class_id, who.id, f"{now:%Y-%m}"
        )
        made = TeacherTree(origin, who.holder.sign_key)
        for n in range(more):
            made.log(b"another laptop's line %d" % n)
        return made

    async def lesson(self, pupil: int, tree: TeacherTree) -> None:
        """Begin and end a lesson with one laptop."""
        console = Console(self.school, self.folder, 0, tree)
        await console.connect(self.services[pupil].port)
        device = self.school.pupils[pupil].holder.fingerprint.hex()
        await console.asked(Verb.LESSON_START, device=device)
        await console.asked(Verb.LESSON_END, device=device)
        await console.close()

    async def carry(self) -> None:
        """Let the colleague's console be with laptop 1, then with laptop 0."""
        there = Console(self.school, self.folder, 1, self.tree(1))
        await there.connect(self.services[1].port)
        seen = await there.heard.wait(Heads)
        await there.close()
        here = Console(self.school, self.folder, 1, self.tree(1))
        here.carries = seen.heads
        await here.connect(self.services[0].port)
        await here.heard.wait(Heads)
        await until(lambda: self.carried() or self.troubles())
        await here.close()

    async def meet_again(self, tree: TeacherTree, *, proves: bool = True) -> None:
        """Let the teacher's own console be with laptop 0 once more."""
        console = Console(self.school, self.folder, 0, tree)
        console.proves = proves
        await console.connect(self.services[0].port)
        await console.heard.wait(Heads)
        await until(lambda: not self.carried())
        await console.close()

    def carried(self) -> list[tuple[bytes, bytes]]:
        """Give what laptop 0 carries to the teacher."""
        with self._ledger() as ledger:
            return list(ledger.carried())

    def troubles(self) -> list[str]:
        """Give what laptop 0 tells its pupil, in Dutch."""
        with self._ledger() as ledger:
            found = ledger.newest(Chain.OWN, Kind.TROUBLE, 10)
        return [plain.sentence(x.entry, Lang.NL) for x in found]

    def _ledger(self) -> AbstractContextManager[AgentLedger]:
        pupil, path = self.school.pupils[0], self.services[0].places.ledger
        sign = pupil.holder.sign_key.sign
        return closing(AgentLedger(path, sign, pupil.device))


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[Two]:
    school = make_school(wall_now(), kind="demo", pupils=2)
    async with AsyncExitStack() as stack:
        running = []
        for pupil in range(2):
            places = enrol(school, tmp_path / f"state{pupil}", pupil)
            socket = tmp_path / f"{pupil}.sock"
            running.append(await stack.enter_async_context(service(places, socket)))
            session = HandSession()
            await session.connect(socket)
            stack.push_async_callback(session.close)
        yield Two(school, tuple(running), tmp_path)


async def test_D11_a_list_for_each_pupil_is_found_by_a_colleagues_console(
    two: Two,
) -> None:
    await two.lesson(0, two.tree())
    await two.lesson(1, two.tree())  # as long as the first, and other lines
    await two.carry()
    (told,) = two.troubles()
    assert "Twee versies van de lijst van" in told


@pytest.mark.parametrize("proves", [True, False])
async def test_D11_two_lists_of_other_lengths_are_found_at_their_own_console(
    two: Two, *, proves: bool
) -> None:
    mine = two.tree()
    await two.lesson(0, mine)
    await two.lesson(1, two.tree(more=5))
    await two.carry()
    assert two.troubles() == []  # nothing is said while nothing is known
    assert len(two.carried()) == 1
    await two.meet_again(mine, proves=proves)
    assert len(two.troubles()) == 1


async def test_D11_one_list_for_all_is_shown_to_be_one(two: Two) -> None:
    one = two.tree()
    await two.lesson(0, one)
    await two.lesson(1, one)
    await two.carry()
    assert len(two.carried()) == 1
    await two.meet_again(one)
    assert two.troubles() == []


@pytest.mark.parametrize("one_tree", [True, False])
async def test_D11_the_office_finds_it_without_any_list(
    two: Two, *, one_tree: bool
) -> None:
    """An admin takes the heads off two laptops; anybody lays them side by side."""
    first = two.tree()
    await two.lesson(0, first)
    await two.lesson(1, first if one_tree else two.tree())
    folder = two.folder / "heads"
    folder.mkdir()
    for number, started in enumerate(two.services):
        state = ("--state", str(started.places.state))
        file = folder / f"laptop-{number}.zip"
        assert await ran("agent.daemon.app", *state, "heads", str(file)) == (0, b"")
    code, said = await ran("installer.verify", "--language", "nl", str(folder))
    assert code == (0 if one_tree else 1)
    assert (b"twee getekende standen" in said) is not one_tree


async def ran(module: str, *words: str) -> tuple[int, bytes]:
    """Run a program; gives its exit code and, of a check, what it said."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *words,
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, said if module == "installer.verify" else b""
