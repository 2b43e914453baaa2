# SPDX-License-Identifier: GPL-3.0-or-later
"""F01, F04: forty laptops and a whole lesson, on clocks that the test moves.

What it costs is measured (docs/bench.md); here it is seen that nothing is left behind,
nobody is dropped, and everybody is let go.
"""

import gc
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pytest

from agent.core import events as e
from consent.documents.command import Verb
from console.core import acts
from console.core import events as ce
from console.core.commands import Send
from console.core.facts import PupilFacts
from console.core.view import Pixels, TileState
from protocol.messages.pictures import PictureTaken
from tests.console.core.playbook import CLASS, Playbook
from tests.fakes.papers import new_id
from tests.fakes.school import School, make_school
from tests.fakes.wire_desk import WireConsole, WireDesk
from tests.hostile.causes import ACCESS
from tests.hostile.test_caps import Curtains

CLASS_SIZE = 40
LEASE_S = 15.0
LESSON_MIN, SETTLED_MIN, STATED_AGAIN_MIN = 48, 5, 14
PICTURES_A_MINUTE = 6
MORE_AT_MOST = 100  # objects; thousands of pictures and commands went by
ALL = {"scope": "all"}
KINDS = (type, type(gc), type(gc.get_referents), type(lambda: 0))


def weight(root: object, *without: object) -> int:
    """Count the objects that one object holds on to, itself included."""
    seen, waiting = {id(x) for x in (root, *without)}, [root]
    while waiting:
        for held in gc.get_referents(waiting.pop()):
            if id(held) not in seen and not isinstance(held, KINDS):
                seen.add(id(held))
                waiting.append(held)
    return len(seen)


# --- F01 -----------------------------------------------------------------------------


def watched_minute(desk: WireDesk, console: WireConsole, access: str, n: int) -> None:
    """Show a picture each ten seconds, and prove what is owed."""
    for number in range(PICTURES_A_MINUTE):
        desk.frame(access, n * PICTURES_A_MINUTE + number)
        taken = PictureTaken(bytes.fromhex(access), n * PICTURES_A_MINUTE + number)
        desk.say(console.link, taken)
        desk.live(60 / PICTURES_A_MINUTE, console, wanted=[access])
    console.prove_all()


def test_F01_a_whole_lesson_leaves_nothing_behind_in_the_laptop() -> None:
    desk = WireDesk(make_school())
    console = desk.lesson()
    desk.agree()
    access, laptop = ACCESS, desk.mind.laptop
    weights = []
    for minute in range(LESSON_MIN):
        if minute % STATED_AGAIN_MIN == 0:
            console.ask(Verb.OVERVIEW_STOP, access=access)
            access = new_id()
            console.ask(Verb.OVERVIEW_START, access=access)
        watched_minute(desk, console, access, minute)
        weights.append(weight(laptop, desk.ledger, desk.shelf))
    assert desk.ends[console.link].ended == []
    assert len(desk.pictures()) > LESSON_MIN * (PICTURES_A_MINUTE - 1)
    assert weights[-1] - weights[SETTLED_MIN] <= MORE_AT_MOST


class Forty:
    """A console whose class of forty says yes to everything."""

    def __init__(self) -> None:
        ids = [f"{number:02x}" * 16 for number in range(1, CLASS_SIZE + 1)]
        pupils = tuple(PupilFacts(x, x, x, bytes.fromhex(x)) for x in ids)
        self.play = Playbook(replace(CLASS, pupils=pupils))
        self.answered = 0
        for link, pupil in enumerate(pupils, 1):
            self.hear(ce.LinkReady(link, pupil.device or b""))

    def hear(self, event: ce.ClassroomEvent) -> None:
        """Let one thing happen, and every laptop answer what it is asked."""
        self.play.hear(event)
        while self.answered < len(self.play.all):
            asked = self.play.all[self.answered]
            self.answered += 1
            if isinstance(asked, Send):
                self.play.hear(ce.AcceptedHeard(asked.link, asked.seq))

    def shown(self) -> None:
        """Let a picture of each laptop come in and be decoded."""
        starts = [x for x in self.play.all if isinstance(x, Send)]
        newest = {x.link: x.access for x in starts if x.verb is Verb.OVERVIEW_START}
        pixels = Pixels("", large=False, width_px=1, height_px=1, rgb=b"abc")
        for link, access in newest.items():
            self.hear(ce.PictureHeard(link, access, 0, 192, 108, b"jpeg"))
            self.hear(ce.PictureDecoded(link, access, pixels))


def test_F01_a_whole_lesson_leaves_nothing_behind_in_the_console() -> None:
    forty = Forty()
    forty.hear(ce.TeacherActed(acts.StartLesson()))
    weights = []
    for minute in range(LESSON_MIN - 4):  # its slot began before
        if minute % STATED_AGAIN_MIN == 0:
            forty.hear(ce.TeacherActed(acts.ShowScreens("zelfstandig")))
        for _ in range(PICTURES_A_MINUTE):
            forty.shown()
            forty.play.wait(60 / PICTURES_A_MINUTE)
        weights.append(weight(forty.play.room))
    tiles = forty.play.view.tiles
    assert {tile.state for tile in tiles} == {TileState.SHOWN}
    assert {tile.picture for tile in tiles} == {len(weights) * PICTURES_A_MINUTE}
    assert weights[-1] - weights[SETTLED_MIN] <= MORE_AT_MOST


# --- F04 -----------------------------------------------------------------------------


@lru_cache(maxsize=1)
def class_of_forty() -> School:
    """Make the certificates once."""
    return make_school(pupils=CLASS_SIZE)


def killed(desk: WireDesk, console: WireConsole) -> None:
    desk.tell(e.LinkEnded(console.link))


def silent(_: WireDesk, __: WireConsole) -> None:
    """Stopped, asleep, or its cable out: nothing comes and nothing ends."""


@pytest.mark.parametrize("die", [killed, silent], ids=lambda x: x.__name__)
def test_F04_forty_laptops_are_free_within_fifteen_seconds(
    die: Callable[[WireDesk, WireConsole], None],
) -> None:
    for number in range(CLASS_SIZE):  # each at another moment between two pings
        desk = WireDesk(class_of_forty(), pupil=number)
        console, curtains = desk.lesson(), Curtains(desk)
        console.ask(Verb.ATTENTION_START, access=ACCESS, args={"seconds": 600, **ALL})
        desk.live(20.0 + number / 8, console, wanted=[ACCESS])
        assert len(curtains.up) == 1
        died_s = desk.clock()
        die(desk, console)
        desk.live(LEASE_S + 1)
        ((_, free_s),) = curtains.spans
        assert free_s - died_s <= (LEASE_S if die is silent else 0.0)
