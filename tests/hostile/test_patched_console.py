# SPDX-License-Identifier: GPL-3.0-or-later
"""P01, P04, S05: a fully keyed console that asks whatever it likes, however it likes.

It has a valid certificate, its own command key and a ledger that proves each wish. The
pupil is opted out. What must come of it: no picture, no grabbing, no notice on the
pupil's screen, the one no, and a line in the pupil's own list.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.core import commands as c
from agent.core import events as e
from consent.documents import command as command_doc
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.purpose import Purpose
from protocol.due import due, not_shared
from protocol.framing import framed
from protocol.messages import local
from protocol.messages.commands import Accepted, Command, NotShared
from protocol.messages.local import ClickKind
from protocol.messages.pictures import PictureTaken
from tests.fakes.laptop_desk import ARGS, LaptopDesk
from tests.fakes.papers import new_id
from tests.fakes.wire_desk import WireConsole, WireDesk
from tests.hostile.causes import PICTURES, base

LOOKS = (Verb.OVERVIEW_START, Verb.VIEW_START, Verb.SHOW_START)
SEEN = (local.Grab, local.Ask, local.CurtainUp)
VARIANTS = 10_000
SHAPES: dict[Verb, list[dict[str, object]]] = {
    Verb.VIEW_START: [{"seconds": x} for x in (1, 60, 120)],
    Verb.OVERVIEW_START: [{"scope": x} for x in ("all", "chosen")],
    Verb.SHOW_START: [{}],
}


def opted_out() -> LaptopDesk:
    """Give a laptop whose pupil once said yes to all, and is opted out by now."""
    desk = LaptopDesk(base())
    desk.lesson()
    desk.agree()
    desk.renew_papers(base().newer(slip={"opt_outs": PICTURES}))
    return desk


def assert_nothing_seen(desk: LaptopDesk) -> None:
    assert desk.pictures() == []
    assert [x for x in desk.heard if isinstance(x, SEEN)] == []


# --- P01: ten thousand ways to ask --------------------------------------------------


def variants(count: int) -> Iterator[tuple[Verb, dict[str, Any], bool]]:
    """Draw wishes in every shape that is still a command."""
    chance = random.Random(1)
    school = base()
    pick = chance.choice
    for _ in range(count):
        verb = pick(LOOKS)
        fields: dict[str, Any] = {
            "reason_code": pick(["help", "independent_work", "", "explain", "x" * 40]),
            "reason": pick(["", "nu", "🙂" * 140, "opt_out: false"]),
            "args": pick(SHAPES[verb]),
            "slot": pick([school.slot_id, new_id()]),
            "class_id": pick([school.class_id, new_id()]),
            "lesson": pick([school.lesson_id] * 3 + [new_id()]),
        }
        for name in chance.sample(sorted(fields), chance.randrange(len(fields))):
            if name != "args":
                del fields[name]
        yield verb, fields, chance.random() > 0.1


def test_P01_ten_thousand_ways_to_ask_give_no_picture_and_no_grabbing() -> None:
    desk = opted_out()
    console = desk.connect()
    console.ask(Verb.LESSON_START)
    for number, (verb, fields, logged) in enumerate(variants(VARIANTS)):
        if number % 50 == 0:
            desk.move(1.0)
            console.heartbeat(new_id())
        body = console.command(verb, **fields)
        arrived_s = desk.clock()
        console.send(body, logged=logged)
        desk.frame(body.access, number + 1)
        assert desk.said[-1].message == not_shared(body.seq)
        assert desk.said[-1].at_s == due(verb.value, arrived_s)
    assert_nothing_seen(desk)
    causes = Counter(x.reason for x in desk.did if isinstance(x, c.NoteRefused))
    assert causes.total() == VARIANTS
    assert causes["opt_out"] > 1_000  # so many had nothing else against them


def test_P01_the_pupil_reads_how_often_it_was_asked() -> None:
    desk = opted_out()
    console = desk.connect()
    console.ask(Verb.LESSON_START)
    for _ in range(7):
        console.ask(Verb.VIEW_START)
    console.ask(Verb.LESSON_END)
    lines = desk.ledger.bodies(Kind.REFUSED)
    counts = [x.number("count") for x in lines if x.text("purpose") == "view"]
    assert counts == [1, 6]


# --- P01: any order of anything -----------------------------------------------------

ASK = st.tuples(st.just("ask"), st.sampled_from(sorted(Verb)), st.booleans())
PONG = st.tuples(st.just("pong"))
TAKEN = st.tuples(st.just("taken"))
AGAIN = st.tuples(st.just("reconnect"))
FRAMES = st.tuples(st.just("frames"))
OFFER = st.tuples(st.just("offer"))
YES = st.tuples(st.just("yes"))
WAIT = st.tuples(st.just("wait"), st.sampled_from([0.3, 3.3, 20.5]))
BYTES = st.tuples(st.just("bytes"), st.binary(max_size=64))
STEPS = st.lists(
    st.one_of(ASK, ASK, ASK, PONG, TAKEN, AGAIN, FRAMES, OFFER, YES, WAIT, BYTES),
    max_size=25,
)


class Attack:
    """One console that does these steps, and the pupil's own part in it."""

    def __init__(self, *, opted_out: bool = True) -> None:
        self.desk = WireDesk(base())
        self.console: WireConsole = self.desk.lesson()
        self.desk.agree()
        if opted_out:
            self.desk.renew_papers(base().newer(slip={"opt_outs": PICTURES}))
        self.accesses = [new_id()]
        self.frames = 0

    def do(self, step: tuple[Any, ...]) -> None:
        name, *rest = step
        getattr(self, f"_{name}")(*rest)
        if self.desk.ends[self.console.link].ended:
            self._reconnect()

    def _ask(self, verb: Verb, logged: bool) -> None:  # noqa: FBT001 -- drawn
        args = ARGS.get(verb, {})
        body = self.console.command(verb, args=args)
        self.accesses.append(body.access)
        wire = self.console.wire(body, logged=logged)
        self.desk.hear(self.console, wire)

    def _pong(self) -> None:
        self.console.pong(*self.accesses[-8:])

    def _taken(self) -> None:
        access = bytes.fromhex(self.accesses[-1])
        self.desk.say(self.console.link, PictureTaken(access, self.frames))

    def _reconnect(self) -> None:
        if not self.desk.ends[self.console.link].ended:
            self.desk.tell(e.LinkEnded(self.console.link))
        self.console = self.desk.connect()
        self.desk.hear(
            self.console, self.console.wire(self.console.command(Verb.LESSON_START))
        )

    def _frames(self) -> None:
        for access in self.accesses[-5:]:
            self.frames += 1
            self.desk.frame(access, self.frames)

    def _offer(self) -> None:
        self.desk.click(ClickKind.HAND_OFFER)

    def _yes(self) -> None:
        self.desk.say_yes(self.accesses[-1])
        self.desk.agree(Purpose.VIEW)

    def _wait(self, seconds: float) -> None:
        self.desk.live(seconds, self.console, wanted=self.accesses[-8:])

    def _bytes(self, data: bytes) -> None:
        self.desk.say_bytes(self.console.link, framed(data))


@settings(max_examples=150)
@given(STEPS)
def test_P01_no_order_of_words_and_clicks_shows_an_opted_out_pupil(
    steps: list[tuple[Any, ...]],
) -> None:
    attack = Attack()
    for step in steps:
        attack.do(step)
    assert attack.desk.pictures() == []
    assert not [x for x in attack.desk.heard if isinstance(x, local.Grab | local.Ask)]
    kinds = {
        type(x.message).__name__
        for ends in attack.desk.ends.values()
        for x in ends.left
    }
    assert "Picture" not in kinds
    assert "Ended" not in kinds


def test_the_same_steps_do_show_a_willing_pupil() -> None:
    """An attack that never shows anybody would prove nothing."""
    attack = Attack(opted_out=False)
    for step in (("ask", Verb.OVERVIEW_START, True), ("frames",)):
        attack.do(step)
    assert attack.desk.pictures()


# --- P04: a reason that is none -----------------------------------------------------


def lesson() -> tuple[WireDesk, WireConsole]:
    """Give a lesson with a pupil who agreed to everything."""
    desk = WireDesk(base())
    console = desk.lesson()
    desk.agree()
    return desk, console


@pytest.mark.parametrize("verb", [*LOOKS, Verb.ATTENTION_START])
@pytest.mark.parametrize("code", ["", "x", "curious", "help_", "a" * 40])
def test_P04_a_reason_outside_the_charters_list_opens_nothing(
    verb: Verb, code: str
) -> None:
    desk, console = lesson()
    body = console.ask(verb, reason_code=code)
    desk.live(21.0, console, wanted=[body.access])
    desk.frame(body.access)
    assert_nothing_seen(desk)
    assert [x.seq for x in console.got(NotShared)] == [body.seq]
    (line,) = desk.ledger.bodies(Kind.REFUSED)
    assert line.text("reason") == "reason_code"


def _bent(console: WireConsole, **changes: object) -> Command:
    """Sign and log a command whose text no honest program can make."""
    fields = json.loads(command_doc.encode(console.command(Verb.VIEW_START)))
    bent = json.dumps(
        {**fields, **changes}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    raw = bent.encode()
    leaf, salt = console.tree.log(raw)
    sig = console.teacher.holder.sign_key.sign(b"inzage/command/v1\0" + raw)
    return Command(raw, sig, salt, console.tree.prove(leaf))


@pytest.mark.parametrize(
    "changes",
    [
        {"verb": "record_start"},
        {"verb": "unlock"},
        {"reason": "x" * 141},
        {"reason": "\u202egnitset"},
        {"reason": "a\x00b"},
        {"reason_code": "HELP"},
        {"reason_code": "a" * 41},
        {"args": {"seconds": 121}},
        {"args": {"seconds": 0}},
        {"args": {"seconds": -1}},
        {"args": {"seconds": 60, "fps": 30}},
        {"args": {"seconds": 60, "width": 3_840}},
        {"consent": "given"},
        {"opt_out": "no"},
        {"t": "2027-03-08T09:20:00Z"},
        {"path": "/etc/passwd"},
        {"v": 2},
        {"seq": 0},
        {"device": "AB" * 32},
    ],
    ids=str,
)
def test_P04_S05_a_command_with_anything_else_in_it_ends_the_link(
    changes: dict[str, object],
) -> None:
    """No message carries a permission, a rate, a size, a path or a time."""
    desk, console = lesson()
    desk.hear(console, _bent(console, **changes))
    desk.live(4.0)
    assert_nothing_seen(desk)
    assert [x.name for x in desk.ends[console.link].ended]
    assert console.got(Accepted)[1:] == []


@pytest.mark.parametrize("size", [4_097, 16_384, 61_441, 10_000_000, 2**32 - 1])
def test_P04_a_huge_reason_is_turned_away_by_its_length_alone(size: int) -> None:
    desk, console = lesson()
    desk.say_bytes(console.link, size.to_bytes(4, "big") + b"\x95\x14" + b"x" * 64)
    is_whole = size <= 61_440
    if is_whole:
        desk.say_bytes(console.link, b"x" * (size - 66))
    assert desk.ends[console.link].ended
    assert_nothing_seen(desk)
