# SPDX-License-Identifier: GPL-3.0-or-later
"""P10, P12: too much, too often, too long, by two at once; caps never refill."""

from dataclasses import dataclass, field
from typing import Any

import msgspec
import pytest

from agent.core import commands as c
from agent.core import events as e
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol import events as p
from protocol.codec import encode
from protocol.constants import SYNC_PARTS
from protocol.framing import framed
from protocol.messages import local
from protocol.messages.commands import (
    Accepted,
    Declined,
    DeclinedCode,
    Entry,
    NotShared,
)
from protocol.messages.pictures import PictureTaken
from protocol.messages.records import Synced
from tests.fakes.papers import new_id
from tests.fakes.school import School
from tests.fakes.wire_desk import WireConsole, WireDesk
from tests.hostile.causes import ACCESS, NEXT, base

HOUR_S = 3_600
LESSON_S = 50 * 60


@dataclass
class Curtains:
    """A session that raises and lowers at once, and how long it was up."""

    desk: WireDesk
    up: dict[bytes, float] = field(default_factory=dict)
    spans: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk.watch = self.see

    def see(self, command: c.Command) -> None:
        match command:
            case c.SendLocal(message=local.CurtainUp(lease=lease)):
                self.up[lease] = self.desk.clock()
                self._say(lease, local.CurtainState.SHOWN)
            case c.SendLocal(message=local.CurtainDown(lease)) if lease in self.up:
                self.spans.append((self.up.pop(lease), self.desk.clock()))
                self._say(lease, local.CurtainState.RELEASED)
            case _:
                pass

    def _say(self, lease: bytes, state: local.CurtainState) -> None:
        self.desk.tell_session(local.Curtain(lease, state, ""))

    @property
    def seconds(self) -> float:
        return sum(end - start for start, end in self.spans)

    @property
    def gaps(self) -> list[float]:
        return [
            after[0] - before[1]
            for before, after in zip(self.spans, self.spans[1:], strict=False)
        ]


def rig() -> tuple[WireDesk, WireConsole, Curtains]:
    desk = WireDesk(base())
    console = desk.lesson()
    desk.agree()
    return desk, console, Curtains(desk)


# --- P12: the curtain ----------------------------------------------------------------


def test_P12_a_lock_for_hours_lasts_its_ten_minutes() -> None:
    desk, console, curtains = rig()
    console.ask(Verb.ATTENTION_START, access=ACCESS, args=_seconds(600))
    desk.live(1.5 * HOUR_S, console, wanted=[ACCESS])
    assert curtains.up == {}
    assert curtains.seconds <= 600


def test_P12_a_silent_console_holds_nobody_longer_than_fifteen_seconds() -> None:
    desk, console, curtains = rig()
    console.ask(Verb.ATTENTION_START, access=ACCESS, args=_seconds(600))
    desk.live(60.0)
    assert curtains.up == {}
    assert curtains.seconds <= 15


def test_P12_a_window_that_wants_a_lock_no_more_holds_nobody_either() -> None:
    """Its link lives on and answers each ping: the lease alone ends this lock."""
    desk, console, curtains = rig()
    console.ask(Verb.ATTENTION_START, access=ACCESS, args=_seconds(600))
    desk.live(60.0, console)
    assert desk.ends[console.link].ended == []
    assert curtains.up == {}
    assert curtains.seconds <= 15


def test_P12_a_link_that_ends_lets_go_at_once() -> None:
    desk, console, curtains = rig()
    console.ask(Verb.ATTENTION_START, access=ACCESS, args=_seconds(600))
    desk.live(3.0, console, wanted=[ACCESS])
    assert len(curtains.up) == 1
    desk.tell(e.LinkEnded(console.link))
    assert curtains.up == {}


@pytest.mark.parametrize("seconds", [1, 30, 600])
@pytest.mark.parametrize("scope", ["all", "one"])
def test_P12_a_lock_each_second_with_new_lessons_and_links_fills_the_caps_once(
    seconds: int, scope: str
) -> None:
    desk, console, curtains = rig()
    accesses: list[str] = []
    for second in range(LESSON_S - 2):
        if second % 300 == 299:
            console = _come_anew(desk, console)
        elif second % 60 == 59:
            console.lesson = new_id()
            console.ask(Verb.LESSON_START)
        accesses.append(new_id())
        args = {"seconds": seconds, "scope": scope}
        if second % 7 == 0:
            console.ask(Verb.ATTENTION_START, access=accesses[-1], args=args)
        desk.live(1.0, console, wanted=accesses[-60:])
        console.prove_all()
    desk.live(700.0, console)
    assert curtains.up == {}
    assert len(curtains.spans) <= 3
    assert curtains.seconds <= 600
    assert all(gap >= 60 for gap in curtains.gaps)
    assert len(curtains.spans) == 3 or curtains.seconds > 590


@pytest.mark.parametrize("seconds", [250, 600])
def test_P12_locks_one_after_another_last_ten_minutes_together(seconds: int) -> None:
    """One link, one lesson, and a window that wants each lock as long as it can."""
    desk, console, curtains = rig()
    for _ in range(LESSON_S // 30 - 1):
        console.ask(Verb.ATTENTION_START, access=new_id(), args=_seconds(seconds))
        for _ in range(15):
            desk.live(2.0, console, wanted=[x.hex() for x in curtains.up])
            console.prove_all()
    assert curtains.up == {}
    assert 590 < curtains.seconds <= 600


def test_P12_a_lock_dropped_and_taken_up_again_and_again_ends_when_it_should() -> None:
    desk, console, curtains = rig()
    asked_s = desk.clock()
    console.ask(Verb.ATTENTION_START, access=ACCESS, args=_seconds(120))
    for _ in range(60):
        desk.live(4.0, console, wanted=[ACCESS])
        console.prove_all()
        console = _come_anew(desk, console)
        console.ask(Verb.ATTENTION_START, access=ACCESS, args=_seconds(600))
    desk.live(30.0, console, wanted=[ACCESS])
    assert curtains.up == {}
    assert max(end for _, end in curtains.spans) <= asked_s + 121
    assert len(curtains.spans) > 10


def test_P12_no_curtain_outside_a_lesson() -> None:
    desk = WireDesk(base())
    desk.start()
    desk.sit_down()
    curtains = Curtains(desk)
    console = desk.connect()
    for _ in range(5):
        console.ask(Verb.ATTENTION_START, access=new_id())
        desk.live(1.0, console)
    console.ask(Verb.LESSON_START)
    console.ask(Verb.LESSON_END)
    console.ask(Verb.ATTENTION_START, access=new_id())
    desk.live(LESSON_S + 60, console)
    assert curtains.spans == []
    assert len(console.got(NotShared)) == 6


# --- P12: looking --------------------------------------------------------------------


def test_P12_ten_minutes_of_looking_whatever_lesson_it_is_called() -> None:
    desk, console, _ = rig()
    shown_s = 0.0
    for number in range(24):
        access = new_id()
        console.ask(Verb.VIEW_START, access=access, args={"seconds": 120})
        started = len(desk.ledger.bodies(Kind.OPEN))
        desk.live(124.0, console, wanted=[access])
        console.prove_all()
        assert len(desk.ledger.bodies(Kind.OPEN)) >= started
        console.lesson = new_id()
        console.ask(Verb.LESSON_START)
        if number % 5 == 4:
            console = _come_anew(desk, console)
    closes = desk.ledger.bodies(Kind.CLOSE)
    shown_s = sum(x.number("seconds") for x in closes)
    assert 480 <= shown_s <= 600
    assert desk.ledger.bodies(Kind.REFUSED)


def test_P12_asking_a_pupil_who_says_no_uses_the_time_up_too() -> None:
    desk = WireDesk(base())
    console = desk.lesson()
    for _ in range(40):
        console.ask(Verb.VIEW_START, access=new_id())
        desk.live(4.0, console)
    desk.agree()
    late = console.ask(Verb.VIEW_START, access=new_id())
    desk.live(4.0, console, wanted=[late.access])
    assert desk.yeses(late.seq) == 0


# --- P10: at once, too fast, too many ------------------------------------------------


def test_P10_a_second_teacher_gets_nothing_while_a_lesson_runs() -> None:
    school = _both_teach()
    desk = WireDesk(school)
    first = desk.lesson()
    desk.agree()
    second = desk.connect(teacher=1)
    second.lesson = new_id()
    second.ask(Verb.LESSON_START)
    for verb in (Verb.OVERVIEW_START, Verb.VIEW_START, Verb.SHOW_START):
        second.ask(verb, access=new_id())
        second.ask(verb, access=new_id(), lesson=first.lesson)
    desk.live(21.0, first, second)
    assert [x.code for x in second.got(Declined)] == [DeclinedCode.OTHER_TEACHER]
    assert len(second.got(NotShared)) == 6
    assert second.got(Accepted) == []
    assert desk.local_words(local.Grab) == []


def test_P10_a_second_teacher_can_end_nothing_and_take_nothing() -> None:
    desk = WireDesk(_both_teach())
    first = desk.lesson()
    desk.agree()
    first.ask(Verb.OVERVIEW_START, access=ACCESS)
    desk.frame(ACCESS, 1)
    second = desk.connect(teacher=1)
    for verb in (Verb.OVERVIEW_STOP, Verb.LESSON_END, Verb.HAND_CLEAR):
        second.ask(verb, access=ACCESS)
    second.pong(ACCESS)
    desk.say(second.link, PictureTaken(bytes.fromhex(ACCESS), 1))
    desk.clock.move(1.1)
    desk.alive()
    desk.frame(ACCESS, 2)
    assert len(desk.pictures()) == 1
    assert desk.ledger.bodies(Kind.CLOSE) == []
    assert {x.link for x in desk.pictures()} == {first.link}


def test_P10_a_second_teachers_pongs_keep_no_look_alive() -> None:
    desk = WireDesk(_both_teach())
    first = desk.lesson()
    desk.agree()
    first.ask(Verb.OVERVIEW_START, access=ACCESS)
    second = desk.connect(teacher=1)
    for _ in range(7):  # the first window wants nothing any more; its link lives on
        desk.live(3.0, first)
        desk.ping(second)
        second.pong(ACCESS)
    assert desk.ends[first.link].ended == []
    assert len(desk.ledger.bodies(Kind.CLOSE)) == 1


def test_P10_ten_views_at_once_are_one() -> None:
    desk, console, _ = rig()
    asked = [console.ask(Verb.VIEW_START, access=new_id()) for _ in range(10)]
    grabs: set[bytes] = set()
    desk.live(4.0, console, wanted=[x.access for x in asked])
    for body in asked:
        desk.frame(body.access, 1)
    grabs = {x.access for x in desk.local_words(local.Grab)}
    assert grabs == {bytes.fromhex(asked[0].access)}
    assert {x.frame.access for x in desk.pictures()} == grabs
    assert len(console.got(NotShared)) == 9


@pytest.mark.parametrize(
    ("verb", "per_s"), [(Verb.OVERVIEW_START, 1), (Verb.VIEW_START, 4)]
)
def test_P10_thirty_pictures_a_second_are_not_had(verb: Verb, per_s: int) -> None:
    """Whatever the console acknowledges, and however fast the session is."""
    desk, console, _ = rig()
    console.ask(verb, access=ACCESS)
    desk.live(4.0, console, wanted=[ACCESS])
    first_s = desk.clock()
    for n in range(1, 151):
        desk.frame(ACCESS, n)
        for taken in (n, n + 1, n - 1):
            word = PictureTaken(bytes.fromhex(ACCESS), max(taken, 0))
            desk.tell(e.WireHeard(console.link, word))
        desk.live(1 / 30, console, wanted=[ACCESS])
    seconds = desk.clock() - first_s
    assert 1 < len(desk.pictures()) <= seconds * per_s * 1.25 + 1


@pytest.mark.parametrize(
    "changes",
    [
        {"width_px": 241},
        {"width_px": 3_840, "height_px": 2_160},
        {"height_px": 100_000},
        {"data": b"\xff\xd8" + b"x" * 16_384},
    ],
    ids=["wider", "4K", "tall", "heavy"],
)
def test_P10_a_picture_larger_than_its_ceiling_does_not_leave(
    changes: dict[str, Any],
) -> None:
    desk, console, _ = rig()
    console.ask(Verb.OVERVIEW_START, access=ACCESS)
    desk.frame(ACCESS, 1, **changes)
    assert desk.pictures() == []


def test_P10_a_flood_of_commands_ends_the_link_and_that_certificate_waits() -> None:
    desk, console, _ = rig()
    flood = b"".join(
        framed(encode(console.wire(console.command(Verb.OVERVIEW_STOP, access=NEXT))))
        for _ in range(60)
    )
    desk.say_bytes(console.link, flood)
    ended = desk.ends[console.link].ended
    assert ended == [p.EndCause.TOO_FAST]
    assert ended[0].is_penalised
    assert len(console.got(Accepted)) <= 22


def test_P10_a_record_without_end_is_not_heard_to_the_end() -> None:
    """A patched console tells of more and more lines that this laptop lost."""
    desk = WireDesk(base())
    desk.start()
    console = desk.connect(synced=False)
    entry = Entry(1, b"a line", bytes(32), bytes(32), bytes(32), bytes(64))
    part = framed(encode(Synced(b"", 0, (), (), (entry,), more=True)))
    facts, most = desk.mind.laptop.links[console.link], 0
    for _ in range(2 * SYNC_PARTS):
        desk.clock.move(0.1)
        desk.say_bytes(console.link, part)
        most = max(most, len(facts.later))
    ended = desk.ends[console.link].ended
    assert ended == [p.EndCause.TOO_FAST]
    assert ended[0].is_penalised
    assert most == SYNC_PARTS
    assert console.link not in desk.mind.laptop.links


def _seconds(seconds: int) -> dict[str, str | int]:
    return {"seconds": seconds, "scope": "all"}


def _come_anew(desk: WireDesk, console: WireConsole) -> WireConsole:
    desk.tell(e.LinkEnded(console.link))
    new = desk.connect()
    new.lesson = console.lesson
    new.prove_all()
    new.ask(Verb.LESSON_START)
    return new


def _both_teach() -> School:
    school = base()
    both = tuple(x.id for x in school.teachers)
    slots = tuple(
        msgspec.structs.replace(slot, teachers=both) for slot in school.sheet.slots
    )
    return school.changed(sheet={"slots": slots})
