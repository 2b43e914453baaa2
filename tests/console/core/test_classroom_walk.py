# SPDX-License-Identifier: GPL-3.0-or-later
"""A classroom walked at random: whatever comes in whatever order, the laws hold."""

from dataclasses import dataclass, field

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.commands import Command, Drop, Paint, Send
from console.core.view import LockMark, TileState
from protocol.messages.commands import AttentionState, DeclinedCode
from tests.console.core.playbook import (
    AMINA,
    BRAM,
    CASPER,
    CLASS,
    DEVICE,
    PUPILS,
    SLOT,
    Playbook,
    without,
)

LAPTOPS = st.sampled_from([AMINA, BRAM, CASPER])
ANSWERED = st.sampled_from(
    [
        Verb.OVERVIEW_START,
        Verb.VIEW_START,
        Verb.ATTENTION_START,
        Verb.LESSON_START,
        Verb.MESSAGE,
        Verb.LESSON_END,
    ]
)
PICTURE_VERBS = {Verb.OVERVIEW_START, Verb.VIEW_START}


@dataclass
class Window:
    """What the window would still hold: the pixels painted and not dropped."""

    holds: set[tuple[str, bool]] = field(default_factory=set)

    def take(self, commands: list[Command]) -> None:
        for command in commands:
            if isinstance(command, Paint):
                self.holds.add((command.pixels.pupil, command.pixels.large))
            elif isinstance(command, Drop):
                self.holds.discard((command.pupil, command.large))


class Walk(RuleBasedStateMachine):
    """Teacher, laptops and time, each doing as they like."""

    @initialize()
    def begin(self) -> None:
        self.play = Playbook()
        self.window = Window()
        self.links: dict[str, int] = {}
        self.next_link = 10
        self.sent: list[Send] = []
        for pupil in (AMINA, BRAM, CASPER):
            self.connects(pupil)
        for act in (acts.StartLesson(), acts.WindowAlive()):
            self.does(act)
        for pupil in (AMINA, BRAM, CASPER):
            self.answers(pupil, Verb.LESSON_START, "yes")
        self.does(acts.ShowScreens("zelfstandig"))

    def after(self) -> None:
        self.window.take(self.play.wanted)
        for send in self.play.only(Send):
            self.check(send)
            self.sent.append(send)

    def check(self, send: Send) -> None:
        """Every command is one that may be said, over a link that is up."""
        pupil = next((p for p, n in self.links.items() if n == send.link), None)
        assert pupil is not None, "said over a link that is gone"
        facts = next(p for p in PUPILS if p.pupil == pupil)
        assert not (facts.no_picture and send.verb in PICTURE_VERBS)
        earlier = [s.seq for s in self.sent if s.link == send.link]
        assert send.seq == len(earlier) + 1
        if send.verb in PICTURE_VERBS:
            assert send.reason_code

    def newest(self, pupil: str, verbs: set[Verb]) -> Send | None:
        link = self.links.get(pupil)
        found = [s for s in self.sent if s.link == link and s.verb in verbs]
        return found[-1] if found else None

    # --- laptops ----------------------------------------------------------------------

    @rule(pupil=LAPTOPS)
    def connects(self, pupil: str) -> None:
        if pupil in self.links or pupil not in self.on_wall():
            return
        self.next_link += 1
        self.links[pupil] = self.next_link
        self.play.hear(e.LinkReady(self.next_link, DEVICE[pupil]))
        self.after()

    @rule(pupil=LAPTOPS, silent=st.booleans(), superseded=st.booleans())
    def goes(self, pupil: str, silent: bool, superseded: bool) -> None:  # noqa: FBT001
        link = self.links.pop(pupil, 99)
        self.play.hear(e.LinkEnded(link, silent=silent, superseded=superseded))
        self.after()

    @rule(
        pupil=LAPTOPS,
        verb=ANSWERED,
        how=st.sampled_from(["yes", "yes", "yes", "no", "declined"]),
    )
    def answers(self, pupil: str, verb: Verb, how: str) -> None:
        send = self.newest(pupil, {verb})
        if send is None:
            return
        answer: dict[str, e.ClassroomEvent] = {
            "yes": e.AcceptedHeard(send.link, send.seq),
            "no": e.NotSharedHeard(send.link, send.seq),
            "declined": e.DeclinedHeard(send.link, send.seq, DeclinedCode.CLOCK),
        }
        self.play.hear(answer[how])
        self.after()

    @rule(pupil=LAPTOPS, verb=ANSWERED)
    def ends(self, pupil: str, verb: Verb) -> None:
        send = self.newest(pupil, {verb})
        if send is not None:
            self.play.hear(e.EndedHeard(send.link, send.access))
            self.after()

    @rule(pupil=LAPTOPS, verb=st.sampled_from(sorted(PICTURE_VERBS)))
    def shows(self, pupil: str, verb: Verb) -> None:
        send = self.newest(pupil, {verb})
        if send is not None:
            self.play.hear(e.PictureHeard(send.link, send.access, 0, 192, 108, b"jpeg"))
            self.after()
            if self.play.wanted:
                self.play.decoded(pupil, send.access)
                self.after()

    @rule(pupil=LAPTOPS, state=st.sampled_from(list(AttentionState)))
    def curtain(self, pupil: str, state: AttentionState) -> None:
        send = self.newest(pupil, {Verb.ATTENTION_START})
        if send is not None:
            self.play.hear(e.AttentionHeard(send.link, send.seq, state))
            self.after()

    @rule(pupil=LAPTOPS, up=st.booleans(), offer=st.booleans())
    def hand(self, pupil: str, up: bool, offer: bool) -> None:  # noqa: FBT001
        self.play.hear(e.HandHeard(self.links.get(pupil, 99), up, offer))
        self.after()

    # --- the teacher ------------------------------------------------------------------

    @rule(
        act=st.sampled_from(
            [
                acts.StartLesson(),
                acts.StartLesson(),
                acts.EndLesson(),
                acts.ShowScreens("zelfstandig"),
                acts.ShowScreens("hulp", pupils=(BRAM, CASPER)),
                acts.StopScreens(),
                acts.StopLooking(),
                acts.AskAttention("bord"),
                acts.AskAttention("bord", pupil=AMINA),
                acts.EndAttention(),
                acts.SendMessage("Dag"),
                acts.WindowAlive(),
                acts.ReadLog(),
            ]
        )
    )
    def does(self, act: acts.TeacherAct) -> None:
        self.play.act(act)
        self.after()

    @rule(pupil=LAPTOPS, agreed=st.booleans())
    def looks(self, pupil: str, agreed: bool) -> None:  # noqa: FBT001
        self.play.act(acts.LookAt(pupil, "hulp"))
        self.after()
        if agreed:
            self.answers(pupil, Verb.VIEW_START, "yes")
            self.shows(pupil, Verb.VIEW_START)

    @rule(pupil=LAPTOPS)
    def sees_hand(self, pupil: str) -> None:
        self.play.act(acts.SeeHand(pupil))
        self.after()

    # --- the world --------------------------------------------------------------------

    @rule(seconds=st.sampled_from([0.1, 0.25, 3.25, 31.0, 130.0, 900.0]))
    def waits(self, seconds: float) -> None:
        self.play.wait(seconds)
        self.after()

    @rule(
        event=st.sampled_from(
            [
                e.LedgerFailed(),
                e.LedgerMended(),
                e.PapersRead(CLASS, None),
                e.PapersRead(CLASS, SLOT),
                e.PapersRead(without(BRAM), SLOT),
                e.Ticked(),
            ]
        )
    )
    def world(self, event: e.ClassroomEvent) -> None:
        self.play.hear(event)
        self.after()
        gone = set(self.links) - self.on_wall()
        for pupil in gone:
            self.play.hear(e.LinkEnded(self.links.pop(pupil)))
            self.after()

    # --- the laws ---------------------------------------------------------------------

    def on_wall(self) -> set[str]:
        return {tile.pupil for tile in self.play.view.tiles}

    @precondition(lambda self: hasattr(self, "play"))
    @invariant()
    def pixels_are_held_only_where_they_may_be(self) -> None:
        view = self.play.view
        shown = {t.pupil for t in view.tiles if t.state is TileState.SHOWN}
        look = view.look.pupil if view.look and view.look.until else None
        for pupil, large in self.window.holds:
            assert pupil == look if large else pupil in shown

    @precondition(lambda self: hasattr(self, "play"))
    @invariant()
    def nothing_is_wanted_without_link_and_lesson(self) -> None:
        play, started = self.play, self.play.view.slot and self.play.view.slot.started
        for pupil in (AMINA, BRAM, CASPER):
            wanted = play.room.wanted(self.links.get(pupil, 99), play.now)
            assert not wanted or started
            assert len(set(wanted)) == len(wanted)

    @precondition(lambda self: hasattr(self, "play"))
    @invariant()
    def a_marked_pupil_never_shows_and_never_stands_out(self) -> None:
        tile = next(t for t in self.play.view.tiles if t.pupil == CASPER)
        assert tile.state is not TileState.SHOWN

    @precondition(lambda self: hasattr(self, "play"))
    @invariant()
    def outside_a_lesson_nobody_is_locked_or_looked_at(self) -> None:
        view = self.play.view
        if view.slot is None or not view.slot.started:
            assert view.look is None
            assert view.attention is None
            assert all(t.lock is LockMark.NONE for t in view.tiles)
            assert not self.window.holds

    @precondition(lambda self: hasattr(self, "play"))
    @invariant()
    def time_never_stands_still(self) -> None:
        due_s = self.play.room.deadline(self.play.now)
        if due_s is not None and due_s <= self.play.now.boot_s:
            self.play.hear(e.Ticked())
            self.after()
            again_s = self.play.room.deadline(self.play.now)
            assert again_s is None or again_s > self.play.now.boot_s


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
