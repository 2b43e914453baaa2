# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson as a script: say what happens, read what the classroom wants done.

Time moves only when the script says so. Every Ticked that falls due on the way is
given, as the real shell would.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.classroom import Classroom
from console.core.commands import Command, Send
from console.core.facts import ClassFacts, PupilFacts, SlotFacts
from console.core.moment import Moment
from console.core.view import Choice, Pixels, TileView, WallView
from tests.fakes.chance import FakeChance

START = datetime(2027, 3, 8, 9, 20, tzinfo=UTC)
ENDS = START + timedelta(minutes=50)

AMINA, BRAM, CASPER, DINA = ("aa" * 16, "bb" * 16, "cc" * 16, "dd" * 16)
DEVICE = {pupil: bytes([i]) * 16 for i, pupil in enumerate((AMINA, BRAM, CASPER), 1)}
LINK = {AMINA: 1, BRAM: 2, CASPER: 3}

PUPILS = (
    PupilFacts(AMINA, "Amina B.", "b amina", DEVICE[AMINA]),
    PupilFacts(BRAM, "Bram D.", "d bram", DEVICE[BRAM]),
    PupilFacts(CASPER, "Casper E.", "e casper", DEVICE[CASPER], no_picture=True),
    PupilFacts(DINA, "Dina F.", "f dina", None, no_picture=True),
)
CLASS = ClassFacts(
    class_id="c1" * 16,
    class_name="4B",
    teacher_name="Mevr. Peeters",
    pupils=PUPILS,
    reasons=(Choice("zelfstandig", "zelfstandig werk"), Choice("hulp", "hulp")),
    attention_reasons=(Choice("bord", "kijk naar het bord"),),
)
SLOT = SlotFacts("s1" * 16, "wiskunde", START - timedelta(minutes=5), ENDS)

C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Asked:
    """A Send, reduced to what a script wants to compare."""

    link: int
    verb: Verb


class Playbook:
    """One classroom, its time, and what it wanted last."""

    def __init__(self, facts: ClassFacts = CLASS) -> None:
        self.chance = FakeChance()
        self.room = Classroom(self.chance)
        self.now = Moment(1000.0, START)
        self.wanted: list[Command] = []
        self.all: list[Command] = []
        self.hear(e.PapersRead(facts, SLOT))

    # --- what happens -----------------------------------------------------------------

    def hear(self, event: e.ClassroomEvent) -> "Playbook":
        """Let one thing happen now."""
        self.wanted = self.room.handle(event, self.now)
        self.all += self.wanted
        return self

    def act(self, act: acts.TeacherAct) -> "Playbook":
        """Let the teacher do something."""
        return self.hear(e.TeacherActed(act))

    def wait(self, seconds: float) -> "Playbook":
        """Let time pass, with every tick that falls due on the way."""
        end_s = self.now.boot_s + seconds
        wanted: list[Command] = []
        while True:
            due_s = self.room.deadline(self.now)
            if due_s is None or due_s > end_s:
                break
            self._move(max(due_s, self.now.boot_s))
            self.hear(e.Ticked())
            wanted += self.wanted
        self._move(end_s)
        self.wanted = wanted
        return self

    def connect(self, *pupils: str) -> "Playbook":
        """Bring these laptops in."""
        return self._each(e.LinkReady(LINK[pupil], DEVICE[pupil]) for pupil in pupils)

    def start(self, *pupils: str) -> "Playbook":
        """Connect these pupils and have them all take part in a lesson."""
        self.connect(*pupils).act(acts.StartLesson())
        for pupil in pupils:
            self.accept(pupil, Verb.LESSON_START)
        return self

    def accept(self, pupil: str, verb: Verb) -> "Playbook":
        """Answer yes to the newest such command."""
        return self.hear(e.AcceptedHeard(LINK[pupil], self.newest(pupil, verb).seq))

    def refuse(self, pupil: str, verb: Verb) -> "Playbook":
        """Answer no to the newest such command."""
        return self.hear(e.NotSharedHeard(LINK[pupil], self.newest(pupil, verb).seq))

    def show(self, reason: str = "zelfstandig", *pupils: str) -> "Playbook":
        """Ask small pictures."""
        return self.act(acts.ShowScreens(reason, pupils=pupils))

    def picture(self, pupil: str, verb: Verb = Verb.OVERVIEW_START) -> "Playbook":
        """Let a picture of the newest such access come in and be decoded."""
        access = self.newest(pupil, verb).access
        self.hear(e.PictureHeard(LINK[pupil], access, 0, 192, 108, b"jpeg"))
        return self.decoded(pupil, access)

    def decoded(self, pupil: str, access: bytes) -> "Playbook":
        """Let pixels come out of the decoder."""
        pixels = Pixels("", large=False, width_px=1, height_px=1, rgb=b"abc")
        return self.hear(e.PictureDecoded(LINK[pupil], access, pixels))

    def end(self, pupil: str, verb: Verb) -> "Playbook":
        """Let the laptop end the newest such access."""
        access = self.newest(pupil, verb).access
        return self.hear(e.EndedHeard(LINK[pupil], access))

    # --- what is wanted ---------------------------------------------------------------

    @property
    def view(self) -> WallView:
        """The wall now."""
        return self.room.view(self.now)

    def tile(self, pupil: str) -> TileView:
        """One tile now."""
        return next(t for t in self.view.tiles if t.pupil == pupil)

    def sends(self) -> list[Asked]:
        """The commands of the last step."""
        return [Asked(s.link, s.verb) for s in self.wanted if isinstance(s, Send)]

    def only(self, kind: type[C]) -> list[C]:
        """The wants of the last step that are of this kind."""
        return [c for c in self.wanted if isinstance(c, kind)]

    def newest(self, pupil: str, verb: Verb) -> Send:
        """The newest command of this kind on this pupil's link."""
        return [
            c
            for c in self.all
            if isinstance(c, Send) and c.link == LINK[pupil] and c.verb is verb
        ][-1]

    def _each(self, happened: Iterable[e.ClassroomEvent]) -> "Playbook":
        wanted: list[Command] = []
        for event in happened:
            self.hear(event)
            wanted += self.wanted
        self.wanted = wanted
        return self

    def _move(self, boot_s: float) -> None:
        passed = timedelta(seconds=boot_s - self.now.boot_s)
        self.now = Moment(boot_s, self.now.wall + passed)


def without(*pupils: str) -> ClassFacts:
    """The class after these pupils left."""
    return replace(CLASS, pupils=tuple(p for p in PUPILS if p.pupil not in pupils))
