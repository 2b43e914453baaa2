# SPDX-License-Identifier: GPL-3.0-or-later
"""R33: lists are turned, cut and forged against the real service; its pupil reads it.

Each attack ends in one sentence. What a check finds offline is in
tests/consent/ledger; docs/spec/ledger.md "Attacks" names all of them.
"""

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from agent.daemon.places import Places
from consent.documents.command import Verb
from consent.documents.fields import Lang
from consent.ledger import chain, plain
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from protocol.messages.commands import Entry
from protocol.messages.records import LogAsk, LogCopy, ShownLeaf, Sync, Synced
from tests.fakes.enrolled import enrol
from tests.fakes.school import School
from tests.hostile.rig import PatchedConsole, until
from tests.journeys.laptop_rig import HandSession, service

Leaves = Sequence[ShownLeaf]
Twist = Callable[[Leaves], Leaves]


class CopyConsole(PatchedConsole):
    """A console that shows another copy of a pupil's lines than it keeps."""

    twist: Twist = staticmethod(lambda leaves: leaves)
    invents: tuple[Entry, ...] = ()

    def _answer(self, message: Any) -> None:  # noqa: ANN401 -- any wire message
        if not isinstance(message, LogAsk):
            super()._answer(message)
            return
        held = [
            ShownLeaf(x.shared_seq, x.body, x.salt, leaf)
            for leaf, x in self.lines
            if x.shared_seq >= message.from_seq
        ]
        self.send(LogCopy(tuple(self.twist(held)), last=True))

    def _sync(self, sync: Sync) -> None:
        if not self.invents:
            super()._sync(sync)
        elif not sync.more:
            self.send(Synced(b"", 0, (), (), self.invents, more=False))


@dataclass
class Bench:
    """One laptop whose service is started and stopped."""

    school: School
    places: Places
    folder: Path

    async def lesson(self, console: CopyConsole) -> None:
        """Start the service, sit down, begin and end a lesson, stop."""
        socket = self.folder / "s.sock"
        async with service(self.places, socket) as running:
            pupil = HandSession()
            await pupil.connect(socket)
            await console.connect(running.port)
            await console.asked(Verb.LESSON_START)
            await console.heard.wait(LogAsk)
            await console.asked(Verb.MESSAGE, args={"text": "Neem je boek."})
            await console.asked(Verb.LESSON_END)
            await console.heard.wait(LogAsk, skip=1)
            await console.close()
            await pupil.close()
            assert await running.stop() == 0

    async def start(self, reads: str) -> None:
        """Start the service and wait until it wrote one trouble."""
        async with service(self.places, self.folder / "s.sock") as running:
            await until(lambda: reads in self.reads())
            assert await running.stop() == 0

    def reads(self) -> list[str]:
        """Give the codes of what the pupil was told."""
        return [x.text("what") for x in self.newest(Kind.TROUBLE)]

    def sentence(self) -> str:
        """Give what the pupil reads, in English."""
        return plain.sentence(self.newest(Kind.TROUBLE)[0], Lang.EN)

    def newest(self, kind: Kind) -> list[EntryBody]:
        """Give the lines of one kind."""
        pupil, path = self.school.pupils[0], self.places.ledger
        sign = pupil.holder.sign_key.sign
        with closing(AgentLedger(path, sign, pupil.device)) as ledger:
            where = Chain.SHARED if kind is Kind.GAP else Chain.OWN
            return [x.entry for x in ledger.newest(where, kind, 10) if x.entry]


@pytest.fixture
def bench(school: School, tmp_path: Path) -> Bench:
    return Bench(school, enrol(school, tmp_path / "state"), tmp_path)


@pytest.fixture
def teacher(school: School, tmp_path: Path) -> CopyConsole:
    return CopyConsole(school, tmp_path)


# --- On the laptop itself ------------------------------------------------------------


def edit(file: Path) -> None:
    with closing(sqlite3.connect(file)) as held, held:
        held.execute(
            "UPDATE entries SET body = CAST(replace(CAST(body AS TEXT), 'boek', 'spel')"
            " AS BLOB) WHERE body IS NOT NULL"
        )


def delete(file: Path) -> None:
    for more in ("", "-wal", "-shm"):
        file.with_name(file.name + more).unlink(missing_ok=True)


def omit(file: Path) -> None:
    with closing(sqlite3.connect(file)) as held, held:
        held.execute("DELETE FROM entries WHERE chain = 'shared' AND seq = 2")


def reorder(file: Path) -> None:
    with closing(sqlite3.connect(file)) as held, held:
        for old, new in ((1, -1), (2, 1), (-1, 2)):
            held.execute(
                "UPDATE entries SET seq = ? WHERE chain = 'shared' AND seq = ?",
                (new, old),
            )


@pytest.mark.parametrize(
    ("attack", "code", "says"),
    [
        (edit, "lines_changed", "changed outside Inzage"),
        (omit, "lines_changed", "changed outside Inzage"),
        (reorder, "lines_changed", "changed outside Inzage"),
        (delete, "lines_lost", "Lines are gone from this laptop"),
    ],
)
async def test_R33_what_was_done_to_the_laptops_file_is_told_at_its_next_start(
    bench: Bench,
    teacher: CopyConsole,
    attack: Callable[[Path], None],
    code: str,
    says: str,
) -> None:
    await bench.lesson(teacher)
    assert bench.reads() == []
    attack(bench.places.ledger)
    await bench.start(code)
    assert bench.reads() == [code]
    assert says in bench.sentence()


async def test_R33_a_list_put_back_to_an_older_one_is_told(
    bench: Bench, school: School, tmp_path: Path
) -> None:
    teacher = CopyConsole(school, tmp_path)
    await bench.lesson(teacher)
    older = tmp_path / "older.db"
    shutil.copy(bench.places.ledger, older)
    await bench.lesson(_again(teacher))
    delete(bench.places.ledger)
    shutil.copy(older, bench.places.ledger)
    await bench.start("lines_lost")
    assert bench.reads() == ["lines_lost"]


def _again(before: CopyConsole) -> CopyConsole:
    """Give the same teacher's console at its next start."""
    now = CopyConsole(before.school, before.folder)
    now.tree, now.lines, now.seq = before.tree, before.lines, before.seq
    return now


# --- In the teacher's copy -----------------------------------------------------------


def without_first(leaves: Leaves) -> Leaves:
    return [x for x in leaves if x.shared_seq != 1]


def changed(leaves: Leaves) -> Leaves:
    return [replace(x, body=x.body.replace(b"teacher", b"teach3r")) for x in leaves]


def with_a_later(leaves: Leaves) -> Leaves:
    more = [replace(x, shared_seq=x.shared_seq + 900) for x in leaves[:1]]
    return [*leaves, *more]


@pytest.mark.parametrize(
    ("twist", "code", "says"),
    [
        (without_first, "copy_misses", "you still have them"),
        (changed, "copy_differs", "was not the same as yours"),
        (with_a_later, "copy_differs", "was not the same as yours"),
    ],
)
async def test_R33_a_teachers_copy_that_is_not_the_pupils_is_told_once(
    bench: Bench, teacher: CopyConsole, twist: Twist, code: str, says: str
) -> None:
    await bench.lesson(teacher)
    turned = _again(teacher)
    turned.twist = twist
    await bench.lesson(turned)
    assert bench.reads() == [code]
    assert says in bench.sentence()


async def test_R33_a_list_that_is_gone_with_its_mark_goes_on_behind_the_copy(
    bench: Bench, teacher: CopyConsole
) -> None:
    """As after a new disk: no number is used twice, and nobody is blamed."""
    await bench.lesson(teacher)
    last = max(x.shared_seq for _, x in teacher.lines)
    for one in bench.places.ledger.parent.glob(f"{bench.places.ledger.name}*"):
        one.unlink()
    again = _again(teacher)
    again.invents = tuple(x for _, x in teacher.lines)
    async with service(bench.places, bench.folder / "s.sock") as running:
        await again.connect(running.port)
        await until(lambda: bench.newest(Kind.GAP))
        await again.close()
        assert await running.stop() == 0
    (gap,) = bench.newest(Kind.GAP)
    assert (gap.common.seq, gap.common.epoch) == (last + 1, 2)
    assert (gap.number("from"), gap.number("to")) == (1, last)
    assert bench.reads() == []


def forged(school: School, seq: int) -> Entry:
    """Give a line that only looks like one of the laptop's."""
    body, salt, before = b'{"kind":"NOTE"}', bytes(32), bytes(32)
    head = chain.head(Chain.SHARED, before, chain.commit(salt, body))
    sig = school.teachers[0].holder.sign_key.sign(chain.ENTRY_CONTEXT + head)
    return Entry(seq, body, salt, before, head, sig)


async def test_R33_a_line_that_a_console_made_up_is_told_and_counts_for_nothing(
    bench: Bench, teacher: CopyConsole, school: School
) -> None:
    teacher.invents = (forged(school, 40),)
    socket = bench.folder / "s.sock"
    async with service(bench.places, socket) as running:
        await teacher.connect(running.port)
        await until(lambda: bench.reads() == ["not_ours"])
        await teacher.close()
        assert await running.stop() == 0
    assert "a line that this laptop never wrote" in bench.sentence()
