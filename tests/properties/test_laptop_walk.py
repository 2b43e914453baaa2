# SPDX-License-Identifier: GPL-3.0-or-later
"""Walk the real Supervisor at random, with a hostile console, pupil, clock and disk.

The model beside it knows only what the pupil, the school and the disk said. At every
picture that leaves and after every step it is asked whether that may be.
docs/rights.md P01, P02, P03, P06, P09, P10, P12 and: a narrowing event never
turns a no into a yes.
"""

from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from agent.core import commands as c
from agent.core import events as e
from agent.core.access import AccessState
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.purpose import Purpose
from protocol.due import due, not_shared
from protocol.messages import local
from protocol.messages.commands import Accepted, Declined, NotShared
from protocol.messages.local import ChoiceAnswer, ClickKind
from protocol.messages.pictures import PictureTaken
from tests.fakes.laptop_desk import Console, LaptopDesk
from tests.fakes.ledger import Disk
from tests.fakes.school import School, make_school

PICTURES = (Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW)
STARTS = (
    Verb.OVERVIEW_START,
    Verb.VIEW_START,
    Verb.SHOW_START,
    Verb.ATTENTION_START,
    Verb.MESSAGE,
    Verb.LESSON_START,
)
STOPS = (Verb.OVERVIEW_STOP, Verb.VIEW_STOP, Verb.SHOW_STOP, Verb.ATTENTION_STOP)
LOOK_OF = {
    Verb.OVERVIEW_START: Purpose.OVERVIEW,
    Verb.VIEW_START: Purpose.VIEW,
    Verb.SHOW_START: Purpose.SHOW,
}


class Broken(Enum):
    """One thing that is not as it should be."""

    PAUSED = auto()
    NO = auto()
    EYE = auto()
    SESSION = auto()
    NETWORK = auto()
    CLOCK = auto()
    LOCKED = auto()
    DISK = auto()
    YES_FILE = auto()
    NO_ANSWER = auto()


@lru_cache(maxsize=1)
def _school() -> School:
    return make_school()


@dataclass
class Truth:
    """What the pupil, the school and the machine said; the Supervisor is not asked."""

    yes: set[Purpose] = field(default_factory=set)
    paused: bool = False
    session: bool = True
    proof_ok: bool = True
    locked: bool = False
    inside: bool = True
    clock_doubted: bool = False
    beat_s: float = 0.0
    said_yes: set[bytes] = field(default_factory=set)
    offered_s: float = float("-inf")
    vetoed: set[bytes] = field(default_factory=set)


class LaptopWalk(RuleBasedStateMachine):
    """One laptop, one lesson's teacher, one colleague."""

    @initialize(first=st.sampled_from([*LOOK_OF, Verb.OVERVIEW_START, None]))
    def sit_down(self, first: Verb | None) -> None:
        self.truth = Truth()
        self.desk = LaptopDesk(_school())
        self.desk.watch = self._watch
        self.purposes: dict[bytes, Purpose] = {}
        self.ended: set[bytes] = set()
        self.asked: dict[tuple[int, int], tuple[str, float]] = {}
        self.grabs: set[bytes] = set()
        self.pictures = self.frames = 0
        self.reads = True
        self.console: Console | None = self.desk.lesson()
        self.truth.beat_s = self.desk.clock()
        lesson = self.desk.mind.laptop.lesson
        assert lesson is not None
        self.bell_s = lesson.ends_s
        self.wall_off_s = 0.0
        if first is not None:
            self.open_a_look_as_it_should(first)

    # --- the teacher, honest or not

    @precondition(lambda self: self.console is not None)
    @rule(
        verb=st.sampled_from(STARTS),
        logged=st.booleans(),
        spoil=st.sampled_from(["", "", "", "nonce", "slot", "lesson", "reason", "old"]),
    )
    def ask(self, verb: Verb, logged: bool, spoil: str) -> None:  # noqa: FBT001 -- drawn
        console = self.console
        assert console is not None
        before = self._widths()
        spoils: dict[str, dict[str, object]] = {
            "nonce": {"nonce": "ab" * 32},
            "slot": {"slot": "ab" * 16},
            "lesson": {"lesson": "ab" * 16},
            "reason": {"reason_code": "unknown"},
            "old": {"ping": 77},
        }
        body = console.command(verb, **spoils.get(spoil, {}))
        access = bytes.fromhex(body.access)
        if verb in LOOK_OF:
            self.purposes[access] = LOOK_OF[verb]
        self.asked[console.link, body.seq] = (verb.value, self.desk.clock())
        console.send(body, logged=logged)
        self._nothing_widened(before)

    @precondition(lambda self: self.console is not None)
    @rule(verb=st.sampled_from(STOPS))
    def stop(self, verb: Verb) -> None:
        console = self.console
        assert console is not None
        before = self._widths()
        look = self.desk.mind.laptop.overview
        if verb is not Verb.OVERVIEW_STOP:
            look = self.desk.mind.laptop.look
        access = (look.access or bytes(16)).hex()
        body = console.ask(verb, access=access)
        self.asked[console.link, body.seq] = (verb.value, self.desk.clock())
        self._nothing_widened(before)

    @precondition(lambda self: self.console is not None)
    @rule(honest=st.booleans())
    def heartbeat(self, honest: bool) -> None:  # noqa: FBT001 -- drawn
        console = self.console
        assert console is not None
        before = self._widths()
        console.is_honest = honest
        wanted = [x.access.hex() for x in self.desk.mind.laptop.looks if x.access]
        console.heartbeat(*wanted)
        self._nothing_widened(before)

    @precondition(lambda self: self.console is not None)
    @rule()
    def lose_the_link(self) -> None:
        assert self.console is not None
        self.desk.tell(e.LinkEnded(self.console.link))
        self.console = None

    @precondition(lambda self: self.console is None)
    @rule()
    def come_back(self) -> None:
        self.console = self.desk.connect()
        body = self.console.ask(Verb.LESSON_START)
        self.asked[self.console.link, body.seq] = ("lesson_start", self.desk.clock())

    @precondition(lambda self: self.desk.clock() < self.bell_s)
    @rule(verb=st.sampled_from([Verb.OVERVIEW_START, *LOOK_OF]))
    def open_a_look_as_it_should(self, verb: Verb) -> None:
        """Put everything right, so that the other rules have something to break."""
        self._put_right()
        purpose = LOOK_OF[verb]
        if not self.desk.yes_files >= {(self.desk.school.class_id, purpose)}:
            self.choose(purpose, yes=True)
        self.ask(verb, logged=True, spoil="")
        access = self.desk.mind.laptop.look.access
        if verb is Verb.SHOW_START and access is not None:
            self.answer_a_show(yes=True)
        self._live(3.2)
        self.hand_over_a_picture()

    @precondition(lambda self: self.desk.clock() < self.bell_s)
    @rule(verb=st.sampled_from(list(LOOK_OF)), broken=st.sampled_from(list(Broken)))
    def ask_with_one_thing_broken(self, verb: Verb, broken: Broken) -> None:
        """Everything is right but one thing: may a picture leave?"""
        self._put_right()
        purpose = LOOK_OF[verb]
        if purpose not in self.truth.yes:
            self.choose(purpose, yes=True)
        self._break(broken, purpose)
        self.ask(verb, logged=True, spoil="")
        if verb is Verb.SHOW_START and broken is not Broken.NO_ANSWER:
            self.answer_a_show(yes=True)
        self._live(25.0 if broken is Broken.NO_ANSWER else 3.2)
        self.hand_over_a_picture()

    def _break(self, broken: Broken, purpose: Purpose) -> None:  # noqa: C901 -- one line a break
        match broken:
            case Broken.PAUSED:
                self.click(ClickKind.PAUSE)
            case Broken.NO:
                self.choose(purpose, yes=False)
            case Broken.EYE:
                self.beat(proof_ok=False, locked=False)
            case Broken.SESSION:
                self.session_goes_or_comes()
                self.session_goes_or_comes()
            case Broken.NETWORK:
                self.network_changes(inside=False)
            case Broken.CLOCK:
                self._set_clock_right()
                self.clock_is_set(200)
            case Broken.LOCKED:
                self.beat(proof_ok=True, locked=True)
            case Broken.DISK:
                self.disk_changes(Disk.LOST)
            case Broken.YES_FILE:
                self.desk.mind.laptop.yes_files.clear()
                self.desk.yes_files.clear()
                self.truth.yes.clear()
            case Broken.NO_ANSWER:
                pass

    def _put_right(self) -> None:
        self.desk.ledger.disk = Disk.WELL
        if self.desk.hold:
            self.desk.let_go()
        if self.console is None:
            self.come_back()
        if not self.truth.session:
            self.session_goes_or_comes()
        self.beat(proof_ok=True, locked=False)
        self._live(6.0)
        self.network_changes(inside=True)
        if self.truth.paused:
            self.click(ClickKind.RESUME)
        self.heartbeat(honest=True)
        self._set_clock_right()
        if self.desk.mind.laptop.lesson is None:
            self.ask(Verb.LESSON_START, logged=True, spoil="")

    def _set_clock_right(self) -> None:
        if self.wall_off_s:
            self.desk.clock.step_wall(-self.wall_off_s)
            self.wall_off_s = 0
            self.desk.tell(e.Ticked())
        if self.desk.mind.laptop.clock and self.desk.mind.laptop.clock.is_doubted:
            self.desk.renew_papers(self.desk.school.newer(set={}))
        self.truth.clock_doubted = False

    def _live(self, seconds: float) -> None:
        """Let time pass with a session that beats and a console that pongs."""
        end = self.desk.clock() + seconds
        while self.desk.clock() < end - 1e-6:
            self.desk.clock.move(min(1.0, end - self.desk.clock()))
            self.beat(proof_ok=self.truth.proof_ok, locked=self.truth.locked)
            if self.console is not None:
                self.heartbeat(honest=True)

    # --- the pupil

    @rule(purpose=st.sampled_from(PICTURES), yes=st.booleans())
    def choose(self, purpose: Purpose, yes: bool) -> None:  # noqa: FBT001 -- drawn
        if not self.truth.session:
            return
        answer = ChoiceAnswer.YES if yes else ChoiceAnswer.NO
        if yes:
            self.truth.yes.add(purpose)
        else:
            self.truth.yes.discard(purpose)
        self.desk.choose(purpose, answer)

    @rule(
        kind=st.sampled_from([ClickKind.PAUSE, ClickKind.RESUME, ClickKind.HAND_OFFER])
    )
    def click(self, kind: ClickKind) -> None:
        if not self.truth.session:
            return
        if kind is ClickKind.PAUSE:
            self.truth.paused = True
        if kind is ClickKind.RESUME:
            self.truth.paused = False
        if kind is ClickKind.HAND_OFFER:
            self.truth.offered_s = self.desk.clock()
        self.desk.click(kind)

    @rule(stop=st.booleans(), which=st.booleans())
    def say_no_to_a_look(self, stop: bool, which: bool) -> None:  # noqa: FBT001 -- drawn
        laptop = self.desk.mind.laptop
        look = laptop.look if which else laptop.overview
        if not self.truth.session or look.access is None or look.asked is None:
            return
        access = look.access
        self.truth.vetoed.add(access)
        if stop and not look.offered and look.purpose is not Purpose.SHOW:
            for each in laptop.looks:
                if each.is_open and each.purpose is not None:
                    self.truth.yes.discard(each.purpose)
        self.desk.click(ClickKind.STOP if stop else ClickKind.NEE, access.hex())

    @rule(yes=st.booleans())
    def answer_a_show(self, yes: bool) -> None:  # noqa: FBT001 -- drawn
        access = self.desk.mind.laptop.look.access
        if access is None or not self.truth.session:
            return
        if yes:
            self.truth.said_yes.add(access)
        else:
            self.truth.vetoed.add(access)
        self.desk.tell_session(local.Answer(access, yes))

    @rule()
    def hand_over_a_picture(self) -> None:
        """The session sends pictures for every id it ever heard of."""
        if not self.truth.session:
            return
        for access in list(self.purposes)[-6:]:
            self.frames += 1
            self.desk.frame(access.hex(), self.frames)
            if self.console is not None and self.reads:
                taken = PictureTaken(access, self.frames)
                self.desk.tell(e.WireHeard(self.console.link, taken))

    @rule(reads=st.booleans())
    def console_reads_or_not(self, reads: bool) -> None:  # noqa: FBT001 -- drawn
        self.reads = reads

    # --- the machine

    @rule(proof_ok=st.booleans(), locked=st.booleans())
    def beat(self, proof_ok: bool, locked: bool) -> None:  # noqa: FBT001 -- drawn
        if self.truth.session:
            self.truth.proof_ok, self.truth.locked = proof_ok, locked
            self.truth.beat_s = self.desk.clock()
            self.desk.alive(proof_ok=proof_ok, locked=locked)

    @rule()
    def session_goes_or_comes(self) -> None:
        if self.truth.session:
            self.truth.session = False
            self.desk.tell(e.SessionLost())
        else:
            self.truth.session, self.truth.proof_ok = True, True
            self.truth.locked = False
            self.truth.beat_s = self.desk.clock()
            self.desk.sit_down()

    @rule(disk=st.sampled_from([Disk.WELL, Disk.WELL, Disk.LOST, Disk.LANDED]))
    def disk_changes(self, disk: Disk) -> None:
        self.desk.ledger.disk = disk

    @rule()
    def disk_is_slow_or_done(self) -> None:
        if self.desk.hold:
            self.desk.let_go()
        else:
            self.desk.hold = True

    @rule(inside=st.booleans())
    def network_changes(self, inside: bool) -> None:  # noqa: FBT001 -- drawn
        if self.console is not None:
            self.truth.inside = inside
            self.desk.tell(e.NetworkChanged(self.console.link, inside))

    @rule(seconds=st.sampled_from([0.1, 0.5, 1.0, 3.1, 15.1, 61.0]))
    def time_passes(self, seconds: float) -> None:
        end = self.desk.clock() + seconds
        while self.desk.clock() < end:
            left = min(end - self.desk.clock(), 2.0)
            self.desk.clock.move(left)
            self.desk.tell(e.Ticked())
            if self.truth.session and self.desk.mind.laptop.session is None:
                self.truth.session = False  # silent too long: it was dropped
        if not self.desk.mind.laptop.paused:
            self.truth.paused = False  # it ended with its slot

    @precondition(lambda self: self.wall_off_s == 0)
    @rule(seconds=st.sampled_from([-3_600, -60, 60, 200, 3_600]))
    def clock_is_set(self, seconds: int) -> None:
        self.desk.clock.step_wall(seconds)
        self.wall_off_s = seconds
        self.truth.clock_doubted = abs(seconds) > 120
        self.desk.tell(e.Ticked())

    # --- what must hold

    @invariant()
    def at_most_one_grab_is_out(self) -> None:
        assert len(self.grabs) <= 1

    @invariant()
    def every_no_is_the_same_and_every_ask_is_answered_once(self) -> None:
        answered: set[tuple[int, int]] = set()
        for said in self.desk.said:
            if not isinstance(said.message, NotShared | Accepted | Declined):
                continue
            key = (said.link, said.message.seq)
            assert key not in answered or isinstance(said.message, NotShared), key
            answered.add(key)
            if isinstance(said.message, NotShared) and key in self.asked:
                verb, arrived_s = self.asked[key]
                assert said.message == not_shared(said.message.seq)
                assert said.at_s == due(verb, arrived_s)

    @invariant()
    def every_narrowing_was_pushed(self) -> None:
        """A look that streams is one that may: nothing waits for its next picture."""
        for look in self.desk.mind.laptop.looks:
            if look.state is AccessState.STREAMING and look.purpose is not None:
                assert look.access is not None
                self._may_be_open(look.access, look.purpose)

    @invariant()
    def what_was_opened_is_open_or_closed_or_owed(self) -> None:
        laptop = self.desk.mind.laptop
        unclosed = len(self.desk.ledger.unclosed_opens())
        busy = sum(x.state is not AccessState.IDLE for x in laptop.looks)
        assert unclosed <= busy + (laptop.lock.asked is not None)

    def _watch(self, command: c.Command) -> None:
        match command:
            case c.SendLocal(message=local.Grab(access=access)):
                self.grabs.add(access)
                self._is_recorded(access)
            case c.SendLocal(message=local.GrabStop(access=access)):
                self.grabs.discard(access)
            case c.SendLocal(message=local.CurtainUp(lease=lease)):
                self._is_recorded(lease)
            case c.SendPicture():
                self._may_leave(command)
            case c.DropSession():
                self.grabs.clear()
            case _:
                pass
        if not self.truth.session:
            self.grabs.clear()

    def _is_recorded(self, access: bytes) -> None:
        """No record, no picture and no curtain: its OPEN is on disk and not closed."""
        opens = [
            x
            for x in self.desk.ledger.unclosed_opens()
            if x.entry and access.hex() in x.entry.text("command")
        ]
        assert len(opens) == 1, "without a record"

    def _may_leave(self, command: c.SendPicture) -> None:
        self.pictures += 1
        access = command.frame.access
        assert {access} == self.grabs, "not the one that may grab"
        assert not self.truth.locked
        self._is_recorded(access)
        self._may_be_open(access, self.purposes[access])

    def _may_be_open(self, access: bytes, purpose: Purpose) -> None:
        truth, now_s = self.truth, self.desk.clock()
        assert truth.session
        assert truth.proof_ok
        assert now_s - truth.beat_s <= 3.0
        assert not truth.paused
        assert truth.inside
        assert not truth.clock_doubted
        assert access not in truth.vetoed
        is_offered = purpose is Purpose.VIEW and now_s - truth.offered_s <= 240
        assert purpose in truth.yes or is_offered
        if purpose is Purpose.SHOW:
            assert access in truth.said_yes
        assert now_s < self.bell_s

    def _widths(self) -> tuple[frozenset[object], bool, frozenset[bytes], bool]:
        laptop = self.desk.mind.laptop
        return (
            frozenset(self.desk.yes_files),
            laptop.paused,
            frozenset(laptop.vetoed),
            laptop.clock_ok,
        )

    def _nothing_widened(
        self, before: tuple[frozenset[object], bool, frozenset[bytes], bool]
    ) -> None:
        """No word of a console adds a yes, ends a pause or forgets a veto."""
        yes, paused, vetoed, _ = self._widths()
        assert yes <= before[0]
        assert paused >= before[1]
        assert vetoed >= before[2]


LaptopWalk.TestCase.settings = settings(max_examples=80, stateful_step_count=40)
test_F20_P01_P06_P07_P09_the_laptop_keeps_its_laws_on_every_walk = LaptopWalk.TestCase  # noqa: N816


def test_the_walk_can_show_pictures() -> None:
    """A walk in which nothing ever leaves would prove nothing."""
    walk = LaptopWalk()
    walk.sit_down(None)
    walk.choose(Purpose.OVERVIEW, yes=True)
    walk.ask(Verb.OVERVIEW_START, logged=True, spoil="")
    walk.hand_over_a_picture()
    assert walk.pictures == 1
    assert len(walk.desk.ledger.bodies(Kind.OPEN)) == 1


@pytest.mark.parametrize("broken", Broken)
@pytest.mark.parametrize("verb", LOOK_OF)
def test_one_broken_thing_is_enough(verb: Verb, broken: Broken) -> None:
    walk = LaptopWalk()
    walk.sit_down(None)
    walk.ask_with_one_thing_broken(verb, broken)
    walk.every_narrowing_was_pushed()
    needs_no_answer = broken is Broken.NO_ANSWER and verb is not Verb.SHOW_START
    assert walk.pictures == (1 if needs_no_answer else 0)
    granted = [x for x in walk.desk.said if isinstance(x.message, Accepted)]
    rests = broken is Broken.LOCKED  # open, and told to nobody that it rests
    assert (len(granted) > 1) == (needs_no_answer or rests)
