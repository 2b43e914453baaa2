# SPDX-License-Identifier: GPL-3.0-or-later
"""The two minds joined without a network: what the one asks, the other grants.

A fake of either asks and answers as a test's writer thinks it does; here both are the
real ones. One laptop, one class, links that come and go.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.core import events as e
from consent.documents.command import Verb
from console.core import acts
from console.core import events as ce
from console.core.commands import Send
from console.core.view import Pixels, TileState
from protocol.messages.commands import Accepted, Ended, NotShared
from tests.console.core.playbook import AMINA, DEVICE, Playbook
from tests.fakes.wire_desk import Left, WireConsole, WireDesk
from tests.hostile.causes import base

REASON = {Verb.OVERVIEW_START: "independent_work", Verb.VIEW_START: "help"}


class Joined:
    """A console's mind and a laptop's, and the link between them."""

    def __init__(self) -> None:
        self.play, self.desk = Playbook(), WireDesk(base())
        self.desk.start()
        self.desk.sit_down()
        self.link = 0
        self.console: WireConsole | None = None
        self.asked = self.heard = 0

    def come(self) -> None:
        """Let the laptop be found, and greet it."""
        self.link += 1
        self.console, self.heard = self.desk.connect(), 0
        self.play.hear(ce.LinkReady(self.link, DEVICE[AMINA]))
        self.carry()

    def go(self) -> None:
        """Lose the link, at both ends."""
        assert self.console is not None
        self.desk.tell(e.LinkEnded(self.console.link))
        self.console = None
        self.play.hear(ce.LinkEnded(self.link))
        self.carry()

    def act(self, act: acts.TeacherAct) -> None:
        """Let the teacher do something."""
        self.play.act(act)
        self.carry()

    def live(self, seconds: int) -> None:
        """Let time pass for both, a second at a time."""
        for _ in range(seconds):
            self.play.act(acts.WindowAlive())
            wanted = self.play.room.wanted(self.link, self.play.now)
            consoles = () if self.console is None else (self.console,)
            self.desk.live(1.0, *consoles, wanted=[x.hex() for x in wanted])
            self.play.wait(1.0)
            self.carry()

    def carry(self) -> None:
        """Take what the console asks to the laptop, and its answers back."""
        while self.asked < len(self.play.all):
            sent = self.play.all[self.asked]
            self.asked += 1
            if isinstance(sent, Send) and sent.link == self.link and self.console:
                self._ask(self.console, sent)
        if self.console is not None:
            self.console.prove_all()
            left, self.heard = self.console.left[self.heard :], len(self.console.left)
            for one in left:
                self._answer(one)

    def _ask(self, console: WireConsole, sent: Send) -> None:
        console.ask(
            sent.verb,
            access=sent.access.hex(),
            lesson=sent.lesson.hex(),
            reason_code=REASON.get(sent.verb, ""),
            reason=sent.reason,
            args=dict(sent.args),
        )

    def _answer(self, left: Left) -> None:
        match left.message:
            case Accepted(seq=seq):
                self.play.hear(ce.AcceptedHeard(self.link, seq))
            case NotShared(seq=seq):
                self.play.hear(ce.NotSharedHeard(self.link, seq))
            case Ended(access=access):
                self.play.hear(ce.EndedHeard(self.link, access))
            case _:
                return
        self.carry()


def shown(joined: Joined) -> bool:
    """Say whether a picture that the laptop lets go reaches the tile."""
    access = joined.desk.mind.laptop.overview.access
    if access is None:
        return False
    before = len(joined.desk.pictures())
    joined.desk.frame(access.hex(), before + 1)
    if len(joined.desk.pictures()) == before:
        return False
    pixels = Pixels("", large=False, width_px=1, height_px=1, rgb=b"abc")
    joined.play.hear(ce.PictureDecoded(joined.link, access, pixels))
    return joined.play.tile(AMINA).state is TileState.SHOWN


@settings(max_examples=12)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=2))
def test_F08_a_lesson_goes_on_after_any_lost_links(gaps: list[tuple[int, int]]) -> None:
    joined = Joined()
    joined.come()
    joined.act(acts.StartLesson())
    joined.desk.agree()
    joined.act(acts.ShowScreens("zelfstandig"))
    for there_s, gone_s in gaps:
        joined.live(there_s)
        joined.go()
        joined.live(gone_s)
        joined.come()
    joined.live(35)
    assert shown(joined)
