# SPDX-License-Identifier: GPL-3.0-or-later
"""S02: what was said once is not heard twice, here, elsewhere or later."""

from datetime import timedelta

import pytest

from agent.core import events as e
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol import events as p
from protocol.codec import encode
from protocol.due import due, not_shared
from protocol.framing import framed
from protocol.machine import Side
from protocol.messages import local
from protocol.messages.commands import Command, NotShared
from protocol.messages.link import Welcome
from protocol.session import Session
from protocol.signing import welcome_bytes
from tests.fakes.school import make_school
from tests.fakes.wire_desk import WireConsole, WireDesk
from tests.hostile.causes import ACCESS, base

WEEK_S = 7 * 86_400
START_VERBS = (Verb.OVERVIEW_START, Verb.VIEW_START, Verb.ATTENTION_START, Verb.MESSAGE)


def lesson() -> tuple[WireDesk, WireConsole]:
    desk = WireDesk(base())
    console = desk.lesson()
    desk.agree()
    return desk, console


def recorded(desk: WireDesk, console: WireConsole, verb: Verb) -> Command:
    """Let a good command do its work and end; keep its bytes."""
    wire = console.wire(console.command(verb, access=ACCESS))
    desk.hear(console, wire)
    desk.live(4.0, console, wanted=[ACCESS])
    if verb is not Verb.MESSAGE:
        stop = Verb(verb.value.replace("_start", "_stop"))
        console.ask(stop, access=ACCESS)
    desk.live(4.0, console)
    console.prove_all()
    return wire


def held_back(console: WireConsole, verb: Verb, **changes: int) -> Command:
    """Make a good command that never leaves; the laptop takes no head from it."""
    told = console.tree.told
    wire = console.wire(console.command(verb, access=ACCESS, **changes))
    console.tree.told = told
    return wire


def effects(desk: WireDesk) -> tuple[int, int, int, int]:
    """Count all that a command can do to a pupil."""
    return (
        len(desk.ledger.bodies(Kind.OPEN, Kind.SHARE, Kind.LESSON)),
        len(desk.local_words(local.Grab)),
        len(desk.local_words(local.CurtainUp)),
        len(desk.local_words(local.Offer)),
    )


def assert_replay(desk: WireDesk, console: WireConsole, verb: Verb, seq: int) -> None:
    """It had no effect, the usual no at the usual time, and the pupil reads of it."""
    arrived_s = desk.clock()
    desk.live(4.0, console)
    nos = [x for x in console.left if isinstance(x.message, NotShared)]
    answer = nos[-1]
    assert answer.message == not_shared(seq)
    assert answer.at_s == pytest.approx(due(verb.value, arrived_s))
    lines = desk.ledger.bodies(Kind.REFUSED)
    assert lines[-1].text("reason") == "replay"


@pytest.mark.parametrize("verb", START_VERBS)
def test_S02_the_same_bytes_on_the_same_link(verb: Verb) -> None:
    desk, console = lesson()
    wire = recorded(desk, console, verb)
    before = effects(desk)
    desk.hear(console, wire)
    assert_replay(desk, console, verb, 2)
    assert effects(desk) == before


@pytest.mark.parametrize("verb", START_VERBS)
def test_S02_the_same_bytes_in_a_new_session(verb: Verb) -> None:
    desk, console = lesson()
    wire = recorded(desk, console, verb)
    desk.tell(e.LinkEnded(console.link))
    again = desk.connect()
    again.ask(Verb.LESSON_START)
    before = effects(desk)
    desk.hear(again, wire)
    assert_replay(desk, again, verb, 2)
    assert effects(desk) == before


@pytest.mark.parametrize("verb", START_VERBS)
def test_S02_bytes_that_were_held_back_and_come_in_a_new_session(verb: Verb) -> None:
    """Never heard before, so neither its number nor its id is used: the nonce is."""
    desk, console = lesson()
    wire = held_back(console, verb, seq=9)
    desk.tell(e.LinkEnded(console.link))
    again = desk.connect()
    again.ask(Verb.LESSON_START)
    assert desk.yeses(1, again.link) == 1
    before = effects(desk)
    desk.hear(again, wire)
    assert_replay(desk, again, verb, 9)
    assert effects(desk) == before


@pytest.mark.parametrize("verb", START_VERBS)
def test_S02_a_command_for_another_laptop(verb: Verb) -> None:
    """The same teacher, the same class, the same lesson: another certificate."""
    school = make_school(pupils=2)
    meant, other = WireDesk(school), WireDesk(school, pupil=1)
    first = meant.lesson()
    wire = recorded(meant, first, verb)
    second = other.lesson()
    other.agree()
    before = effects(other)
    other.hear(second, wire)
    assert_replay(other, second, verb, 2)
    assert effects(other) == before


@pytest.mark.parametrize("verb", START_VERBS)
def test_S02_a_command_that_names_another_laptop_in_this_very_session(
    verb: Verb,
) -> None:
    desk, console = lesson()
    before = effects(desk)
    console.ask(verb, device="ab" * 32)
    assert_replay(desk, console, verb, console.seq)
    assert effects(desk) == before


@pytest.mark.parametrize("verb", [Verb.OVERVIEW_START, Verb.MESSAGE])
@pytest.mark.parametrize("age_s", [15.0, 60.0])
def test_S02_a_command_that_lay_around(age_s: float, verb: Verb) -> None:
    desk, console = lesson()
    wire = console.wire(console.command(verb, access=ACCESS))
    desk.live(age_s, console)
    before = effects(desk)
    desk.hear(console, wire)
    assert_replay(desk, console, verb, 2)
    assert effects(desk) == before


@pytest.mark.parametrize("verb", [Verb.OVERVIEW_START, Verb.MESSAGE])
def test_S02_last_weeks_bytes_in_this_weeks_lesson(verb: Verb) -> None:
    """The same slot, the same lesson's id, a number and a ping that are in order."""
    desk, console = lesson()
    wire = held_back(console, verb)
    desk.tell(e.LinkEnded(console.link))
    desk.clock.move(WEEK_S)
    now = desk.now.wall
    life = {"issued": now - timedelta(hours=1), "not_after": now + timedelta(days=5)}
    desk.renew_papers(desk.school.newer(set=life))
    desk.alive()
    again = desk.connect()
    again.ask(Verb.LESSON_START)
    assert desk.yeses(1, again.link) == 1
    before = effects(desk)
    desk.hear(again, wire)
    assert_replay(desk, again, verb, 2)
    assert effects(desk) == before


def test_S02_a_ping_that_never_left_makes_nothing_fresh() -> None:
    desk, console = lesson()
    before = effects(desk)
    console.ask(Verb.OVERVIEW_START, ping=console.ping + 1)
    assert_replay(desk, console, Verb.OVERVIEW_START, console.seq)
    assert effects(desk) == before


def test_S02_a_number_that_was_used_or_passed_over_is_not_fresh() -> None:
    desk, console = lesson()
    console.ask(Verb.OVERVIEW_START, seq=40)
    before = effects(desk)
    for seq in (40, 39, 2, 1):
        desk.hear(console, console.wire(console.command(Verb.MESSAGE, seq=seq)))
    desk.live(1.0, console)
    assert effects(desk) == before
    assert [x.seq for x in console.got(NotShared)] == [40, 39, 2, 1]


def test_S02_an_access_that_was_used_starts_nothing_again() -> None:
    desk, console = lesson()
    recorded(desk, console, Verb.OVERVIEW_START)
    before = effects(desk)
    for verb in (Verb.OVERVIEW_START, Verb.VIEW_START, Verb.SHOW_START):
        console.ask(verb, access=ACCESS)
    desk.live(21.0, console, wanted=[ACCESS])
    assert effects(desk) == before


def test_S02_a_command_of_a_colleague_on_ones_own_link_ends_that_link() -> None:
    """His signature is not this link's key: a broken peer, not a wish."""
    desk, console = lesson()
    key = desk.school.teachers[1].holder.sign_key
    console.send(console.command(Verb.OVERVIEW_START), key=key)
    assert desk.ends[console.link].ended == [p.EndCause.MALFORMED]


@pytest.mark.parametrize("is_recorded", [True, False])
def test_S02_a_recorded_greeting_opens_no_other_link(*, is_recorded: bool) -> None:
    """The Welcome of yesterday's link, with the teacher's own signature in it."""
    school = base()
    device, holder = school.pupils[0].holder, school.teachers[0].holder
    yesterday, today = b"y" * 32, b"t" * 32
    new = Session(
        Side.AGENT,
        own_fingerprint=device.fingerprint,
        peer=holder.peer,
        software="agent",
        now=0.0,
        nonce=today,
    )
    new.link_up((), 0.0)
    nonce = yesterday if is_recorded else today
    said = welcome_bytes(nonce, device.fingerprint, holder.fingerprint)
    welcome = Welcome(1, b"i" * 16, "console", (), holder.sign_key.sign(said))
    heard = new.receive(framed(encode(welcome)), 0.0)
    if is_recorded:
        assert heard == [p.SessionEnded(p.EndCause.WRONG_ROLE)]
    else:
        assert heard == [p.WelcomeHeard(welcome)]
