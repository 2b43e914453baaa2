# SPDX-License-Identifier: GPL-3.0-or-later
"""P06: no record, no picture. The disk fails at every write there is, in both ways.

A loop as SQLite tests itself: fail at the first write, then at the second, until a
whole lesson passes unharmed. Real disks are in test_real_disk.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from agent.core import commands as c
from agent.core import events as e
from consent.documents.command import Verb
from consent.ledger.chain import Sealed
from consent.ledger.draft import Context, Draft
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Kind
from protocol.messages import local
from protocol.messages.commands import Accepted
from protocol.messages.local import ClickKind, EyeState
from protocol.messages.pictures import PictureTaken
from tests.fakes.ledger import FakeLedger
from tests.fakes.papers import new_id
from tests.fakes.wire_desk import WireConsole, WireDesk
from tests.hostile.causes import base


@dataclass
class FailsAt(FakeLedger):
    """Fails at the n-th write and at all behind it, until it is mended."""

    fails_at: int = 0
    landed: bool = False
    writes: int = 0
    is_mended: bool = False

    def append_all(
        self, drafts: Sequence[Draft], context: Context
    ) -> tuple[Sealed, ...]:
        self.writes += 1
        if self.is_broken and not self.landed:
            raise LedgerError("The disk is full.", landed=False)
        made = super().append_all(drafts, context)
        if self.is_broken:
            raise LedgerError("The disk lied.", landed=True)
        return made

    @property
    def is_broken(self) -> bool:
        return 0 < self.fails_at <= self.writes and not self.is_mended


class Lesson:
    """A whole lesson of looks, with a watcher on every picture that leaves."""

    def __init__(self, fails_at: int, *, landed: bool) -> None:
        self.desk = WireDesk(base())
        self.ledger = FailsAt(
            self.desk.device.sign_key,
            self.desk.device.id.hex(),
            fails_at=fails_at,
            landed=landed,
        )
        self.desk.ledger = self.ledger
        mind = self.desk.mind
        self.desk.mind = type(mind)(
            mind.laptop.me, self.desk.shelf, self.ledger, self.desk.now
        )
        self.desk.watch = self._watch
        self.frames = 0
        self.bad: list[str] = []

    def play(self) -> None:
        desk = self.desk
        console = desk.lesson()
        desk.agree()
        self._look(console, Verb.OVERVIEW_START)
        self._look(console, Verb.VIEW_START)
        console.ask(Verb.LESSON_END)

    def again(self) -> bool:
        """After the disk works: say whether a picture can leave."""
        self.ledger.is_mended = True
        self.desk.tell(e.LedgerMended())
        self.desk.live(6.0)
        console = self.desk.connect()
        console.ask(Verb.LESSON_START)
        self.desk.agree()
        before = len(self.desk.pictures())
        self._look(console, Verb.OVERVIEW_START)
        return len(self.desk.pictures()) > before

    def _look(self, console: WireConsole, verb: Verb) -> None:
        desk, access = self.desk, new_id()
        console.ask(verb, access=access)
        desk.live(4.0, console, wanted=[access])
        self.frames += 1
        desk.frame(access, self.frames)
        taken = PictureTaken(bytes.fromhex(access), self.frames)
        desk.tell(e.WireHeard(console.link, taken))
        desk.tell_session(local.LogAskLocal(0, 20))  # an own line, in mid-look
        desk.live(1.2, console, wanted=[access])
        self.frames += 1
        desk.frame(access, self.frames)
        console.ask(Verb(verb.value.replace("_start", "_stop")), access=access)
        desk.live(0.5, console)
        console.prove_all()

    def _watch(self, command: c.Command) -> None:
        match command:
            case c.SendPicture():
                self._check(command.frame.access, "picture")
            case c.SendLocal(message=local.Grab(access=access)):
                self._check(access, "grab")
            case _:
                pass

    def _check(self, access: bytes, what: str) -> None:
        if self.ledger.is_broken:
            self.bad.append(f"a {what} while the record fails")
        opens = [
            x
            for x in self.ledger.unclosed_opens()
            if x.entry and access.hex() in x.entry.text("command")
        ]
        if len(opens) != 1:
            self.bad.append(f"a {what} without a record")


def writes_of_a_lesson() -> int:
    whole = Lesson(0, landed=False)
    whole.play()
    assert len(whole.desk.pictures()) == 4
    return whole.ledger.writes


WRITES = writes_of_a_lesson()


@pytest.mark.parametrize("landed", [False, True], ids=["lost", "landed"])
@pytest.mark.parametrize("n", range(1, WRITES + 1))
def test_P06_the_record_fails_at_its_nth_write(n: int, landed: bool) -> None:  # noqa: FBT001 -- a row
    lesson = Lesson(n, landed=landed)
    lesson.play()
    assert lesson.bad == []
    assert lesson.again()
    assert lesson.bad == []


@pytest.mark.parametrize("landed", [False, True], ids=["lost", "landed"])
def test_P06_the_pupil_reads_that_nobody_can_look(landed: bool) -> None:  # noqa: FBT001 -- a row
    lesson = Lesson(0, landed=landed)
    desk = lesson.desk
    console = desk.lesson()
    desk.agree()
    lesson.ledger.fails_at = lesson.ledger.writes + 1
    console.ask(Verb.OVERVIEW_START)
    assert desk.eye().state is EyeState.TROUBLE
    assert desk.eye().why == "Je lijst werkt nu niet."
    assert lesson.again()
    assert desk.eye().state is not EyeState.TROUBLE


def test_P06_a_no_counts_although_it_cannot_be_written() -> None:
    lesson = Lesson(0, landed=False)
    desk = lesson.desk
    console = desk.lesson()
    desk.agree()
    lesson.ledger.fails_at = lesson.ledger.writes + 1
    desk.click(ClickKind.STOP)
    desk.choose(next(iter(desk.mind.laptop.overview.purposes)), _NO)
    lesson.ledger.is_mended = True
    desk.tell(e.LedgerMended())
    body = console.ask(Verb.OVERVIEW_START)
    desk.live(1.0, console)
    assert desk.yeses(body.seq) == 0
    assert [x.seq for x in console.got(Accepted)] == [1]


def test_P06_an_open_that_was_never_told_of_is_closed_all_the_same() -> None:
    """The disk said no and kept the line: it must not stay open for ever."""
    lesson = Lesson(0, landed=True)
    desk = lesson.desk
    console = desk.lesson()
    desk.agree()
    lesson.ledger.fails_at = lesson.ledger.writes + 1
    console.ask(Verb.OVERVIEW_START)
    assert len(lesson.ledger.bodies(Kind.OPEN)) == 1
    assert lesson.again()
    assert len(lesson.ledger.unclosed_opens()) == 0


_NO = local.ChoiceAnswer.NO
