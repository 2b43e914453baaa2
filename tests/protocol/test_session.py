# SPDX-License-Identifier: GPL-3.0-or-later
"""Two real sessions, and one with a peer that does not behave."""

import pytest
from msgspec.structs import replace

from protocol import constants as c
from protocol.codec import WireMessage, encode
from protocol.due import accepted, due, not_shared
from protocol.events import (
    ByeHeard,
    CommandHeard,
    EndCause,
    Heard,
    HelloHeard,
    PongHeard,
    ReadyHeard,
    SessionEnded,
    SyncedHeard,
    SyncHeard,
    WelcomeHeard,
)
from protocol.framing import framed
from protocol.machine import Side, State
from protocol.messages.commands import Ended, Hand, NotShared
from protocol.messages.link import Bye, ByeCode, Hello, Ping, Pong, Welcome
from protocol.messages.papers import PaperGive, PaperTaken
from protocol.session import Session
from tests.fakes.clock import FakeClock
from tests.fakes.examples import ACCESS, ENTRY, HELD, WIRE
from tests.fakes.wire import (
    NO_SYNC,
    NO_SYNCED,
    NOBODY,
    End,
    Wire,
    agent_session,
    console_session,
    laptop,
    school,
    teacher,
)

BY_NAME = {type(message).__name__: message for message in WIRE}
COMMAND = BY_NAME["Command"]
PAPER = BY_NAME["PaperGive"]


def ready() -> Wire:
    wire = Wire()
    wire.ready()
    return wire


def tell(wire: Wire, end: End, *messages: WireMessage | bytes) -> None:
    """Let a peer of this end say whatever we like."""
    for message in messages:
        data = message if isinstance(message, bytes) else framed(encode(message))
        end.events += end.session.receive(data, wire.clock())


def states(wire: Wire) -> tuple[State, State]:
    return wire.agent.session.state, wire.console.session.state


def ended(end: End) -> EndCause:
    (event,) = [event for event in end.events if isinstance(event, SessionEnded)]
    assert end.events[-1] is event
    return event.cause


# --- how a session comes to be ------------------------------------------------------


def test_the_agent_speaks_first_whoever_dialled() -> None:
    wire = Wire()
    wire.link_up(HELD)
    assert wire.console.session.data_to_send() == b""
    wire.run()
    assert [type(event) for event in wire.console.take()] == [HelloHeard]
    (welcomed,) = wire.agent.take()
    assert isinstance(welcomed, WelcomeHeard)
    assert welcomed.welcome.papers == HELD
    assert wire.agent.session.state is State.SYNCING
    assert wire.console.session.state is State.GREETED


def test_both_ends_learn_each_others_nonce_and_instance() -> None:
    wire = Wire()
    wire.link_up()
    wire.run()
    assert wire.console.session.nonce == wire.agent.session.nonce != b""
    assert wire.agent.session.instance == wire.console.session.instance == b"i" * 16


def test_a_session_is_ready_after_the_records_agree() -> None:
    wire = Wire()
    wire.link_up()
    wire.run()
    wire.agent.session.send(NO_SYNC, wire.clock())
    wire.run()
    assert states(wire) == (State.SYNCING, State.SYNCING)
    wire.console.session.send(NO_SYNCED, wire.clock())
    wire.run()
    assert states(wire) == (State.READY, State.SYNCING)
    wire.agent.session.send(NOBODY, wire.clock())
    wire.run()
    assert states(wire) == (State.READY, State.READY)
    kinds = [type(event) for event in wire.agent.events + wire.console.events]
    assert kinds == [WelcomeHeard, SyncedHeard, HelloHeard, SyncHeard, ReadyHeard]


def test_a_sync_may_come_in_parts() -> None:
    wire = Wire()
    wire.link_up()
    wire.run()
    wire.agent.session.send(replace(NO_SYNC, more=True), wire.clock())
    wire.agent.session.send(NO_SYNC, wire.clock())
    wire.run()
    wire.console.session.send(replace(NO_SYNCED, more=True), wire.clock())
    wire.run()
    assert states(wire) == (State.SYNCING, State.SYNCING)
    wire.console.session.send(NO_SYNCED, wire.clock())
    wire.run()
    assert states(wire) == (State.READY, State.SYNCING)


def test_it_may_sync_again_when_ready() -> None:
    wire = ready()
    wire.agent.session.send(NO_SYNC, wire.clock())
    wire.run()
    wire.console.session.send(replace(NO_SYNCED, more=True), wire.clock())
    wire.console.session.send(NO_SYNCED, wire.clock())
    wire.run()
    assert [type(event) for event in wire.agent.take()] == [SyncedHeard, SyncedHeard]
    assert wire.agent.session.state is State.READY


def test_papers_may_travel_while_syncing() -> None:
    wire = Wire()
    wire.link_up()
    wire.run()
    wire.agent.session.send(NO_SYNC, wire.clock())
    wire.run()
    wire.console.session.send(PAPER, wire.clock())
    wire.agent.session.send(BY_NAME["PaperTaken"], wire.clock())
    wire.run()
    assert Heard(PAPER) in wire.agent.events
    assert Heard(BY_NAME["PaperTaken"]) in wire.console.events


@pytest.mark.parametrize("size", [c.FIRST_FRAME_BYTES, c.PART_FRAME_BYTES - 200])
def test_after_the_greeting_both_take_large_parts(size: int) -> None:
    wire = ready()
    assert isinstance(PAPER, PaperGive)
    part = replace(PAPER, data=bytes(size))
    wire.agent.session.send(part, wire.clock())
    wire.console.session.send(part, wire.clock())
    wire.run()
    assert Heard(part) in wire.agent.events
    assert Heard(part) in wire.console.events


def test_bytes_may_come_one_by_one() -> None:
    wire = Wire()
    wire.link_up()
    for byte in wire.agent.session.data_to_send():
        wire.console.events += wire.console.session.receive(bytes([byte]), 1.0)
    assert [type(event) for event in wire.console.events] == [HelloHeard]


# --- greetings that are not true ------------------------------------------------------


def test_another_version_is_told_so() -> None:
    wire = Wire()
    wire.link_up()
    tell(wire, wire.console, Hello(2, bytes(32), "x", ()))
    assert ended(wire.console) is EndCause.OTHER_VERSION
    wire.run()
    assert Bye(ByeCode.VERSION) in wire.console.said()


def a_welcome(wire: Wire, **changes: object) -> Welcome:
    wire.agent.session.data_to_send()
    fake = console_session(wire.clock)
    fake.link_up((), wire.clock())
    hello = Hello(1, wire.agent.session.nonce, "x", ())
    fake.receive(framed(encode(hello)), wire.clock())
    end = End(fake)
    end.wrote += fake.data_to_send()
    (welcome,) = end.said()
    assert isinstance(welcome, Welcome)
    return replace(welcome, **changes)


def test_a_true_welcome_is_believed() -> None:
    wire = Wire()
    wire.link_up()
    tell(wire, wire.agent, a_welcome(wire))
    assert wire.agent.session.state is State.SYNCING


@pytest.mark.parametrize(
    ("changes", "cause", "code"),
    [
        ({"sig": bytes(64)}, EndCause.WRONG_ROLE, ByeCode.ROLE),
        ({"version": 0}, EndCause.OTHER_VERSION, ByeCode.VERSION),
        ({"version": 2}, EndCause.OTHER_VERSION, ByeCode.VERSION),
    ],
)
def test_S15_a_welcome_that_is_not_true_ends_it(
    changes: dict[str, object], cause: EndCause, code: ByeCode
) -> None:
    wire = Wire()
    wire.link_up()
    tell(wire, wire.agent, a_welcome(wire, **changes))
    assert ended(wire.agent) is cause
    wire.carry(wire.agent, wire.console)
    assert wire.agent.said() == [Bye(code)]


def test_S02_a_recorded_welcome_opens_no_other_link() -> None:
    first, second = Wire(), Wire()
    first.link_up()
    second.link_up()
    recorded = a_welcome(first)
    tell(second, second.agent, recorded)
    assert ended(second.agent) is EndCause.WRONG_ROLE


@pytest.mark.parametrize("side", Side)
def test_a_peer_of_the_wrong_role_is_told_so(side: Side) -> None:
    clock = FakeClock()
    peer = laptop().peer if side is Side.AGENT else teacher().peer
    session = Session(
        side,
        own_fingerprint=bytes(32),
        peer=peer,
        software="x",
        now=clock(),
        nonce=bytes(32),
        instance=bytes(16),
        sign=teacher().sign_key.sign,
    )
    session.link_up((), clock())
    session.data_to_send()
    greeting = BY_NAME["Welcome" if side is Side.AGENT else "Hello"]
    events = session.receive(framed(encode(greeting)), clock())
    assert events == [SessionEnded(EndCause.WRONG_ROLE)]
    assert session.data_to_send() == framed(encode(Bye(ByeCode.ROLE)))


# --- what may be said, and when -------------------------------------------------------


def test_other_messages_go_both_ways_when_ready() -> None:
    wire = ready()
    wire.agent.session.send(Hand(up=True, offer=False), wire.clock())
    wire.console.session.send(BY_NAME["PictureTaken"], wire.clock())
    wire.run()
    assert Heard(Hand(up=True, offer=False)) in wire.console.take()
    assert wire.agent.take() == [Heard(BY_NAME["PictureTaken"])]


def test_a_command_is_handed_up_with_its_arrival() -> None:
    wire = ready()
    wire.move(2.0)
    wire.console.session.send(COMMAND, wire.clock())
    wire.run()
    assert CommandHeard(COMMAND, wire.clock()) in wire.agent.events  # type: ignore[arg-type]


def test_a_fresh_command_counts_and_a_stale_one_does_not() -> None:
    wire = ready()
    session = wire.agent.session
    session.command_judged(4, fresh=True)
    session.command_judged(9, fresh=False)
    assert session.last_seq == 4
    assert session.state is State.READY


def test_on_a_dying_link_no_command_counts() -> None:
    wire = ready()
    wire.agent.session.slot_ended(wire.clock())
    wire.agent.session.command_judged(4, fresh=True)
    wire.agent.session.command_judged(4, fresh=False)
    assert wire.agent.session.last_seq == 0


def test_nobody_judges_a_command_before_ready() -> None:
    with pytest.raises(ValueError, match="OPENING"):
        agent_session(FakeClock()).command_judged(1, fresh=True)


@pytest.mark.parametrize("name", ["Hello", "Welcome", "Bye", "Ping"])
@pytest.mark.parametrize("end", ["agent", "console"])
def test_greetings_pings_and_last_words_are_the_sessions_own(
    name: str, end: str
) -> None:
    wire = ready()
    one: End = getattr(wire, end)
    with pytest.raises(ValueError, match=name):
        one.session.send(BY_NAME[name], wire.clock())


def test_a_side_may_not_speak_for_the_other() -> None:
    wire = ready()
    with pytest.raises(ValueError, match="Command may not be sent by A"):
        wire.agent.session.send(COMMAND, wire.clock())
    with pytest.raises(ValueError, match="Hand may not be sent by C"):
        wire.console.session.send_at(Hand(up=True, offer=False), 0.0)


def test_nothing_is_said_before_its_time() -> None:
    clock = FakeClock()
    with pytest.raises(ValueError, match="Sync may not be sent by A in OPENING"):
        agent_session(clock).send(NO_SYNC, clock())


def test_ready_is_said_before_anything_of_a_lesson() -> None:
    wire = Wire()
    wire.link_up()
    wire.run()
    wire.agent.session.send(NO_SYNC, wire.clock())
    wire.run()
    wire.console.session.send(NO_SYNCED, wire.clock())
    wire.run()
    with pytest.raises(ValueError, match="before Ready"):
        wire.agent.session.send(Hand(up=True, offer=False), wire.clock())
    tell(wire, wire.agent, COMMAND)
    assert ended(wire.agent) is EndCause.MALFORMED


def test_after_the_end_nothing_is_written_and_nobody_stumbles() -> None:
    wire = ready()
    wire.agent.session.close(ByeCode.CLOSING, wire.clock())
    wire.agent.session.data_to_send()
    wire.agent.session.send(Hand(up=True, offer=False), wire.clock())
    wire.agent.session.send_at(not_shared(1), wire.clock())
    wire.move(30.0)
    assert wire.agent.session.data_to_send() == b""


# --- out of order, the wrong way, too large, broken -----------------------------------


@pytest.mark.parametrize("name", [n for n in BY_NAME if n not in {"Hello", "Bye"}])
def test_before_the_hello_a_console_takes_nothing_else(name: str) -> None:
    wire = Wire()
    wire.link_up()
    tell(wire, wire.console, BY_NAME[name])
    assert ended(wire.console) is EndCause.MALFORMED


@pytest.mark.parametrize("name", [n for n in BY_NAME if n not in {"Welcome", "Bye"}])
def test_before_the_welcome_an_agent_takes_nothing_else(name: str) -> None:
    wire = Wire()
    wire.link_up()
    tell(wire, wire.agent, BY_NAME[name])
    assert ended(wire.agent) is EndCause.MALFORMED


@pytest.mark.parametrize("name", ["Hello", "Welcome"])
def test_a_second_greeting_ends_it(name: str) -> None:
    wire = ready()
    end = wire.console if name == "Hello" else wire.agent
    tell(wire, end, BY_NAME[name])
    assert ended(end) is EndCause.MALFORMED


@pytest.mark.parametrize("name", ["Command", "Pong", "Synced", "Logged", "LogCopy"])
def test_S04_a_laptop_cannot_play_console(name: str) -> None:
    wire = ready()
    tell(wire, wire.console, BY_NAME[name])
    assert ended(wire.console) is EndCause.MALFORMED


@pytest.mark.parametrize("name", ["Picture", "Accepted", "Ping", "Sync", "Hand"])
def test_a_console_cannot_play_laptop(name: str) -> None:
    wire = ready()
    tell(wire, wire.agent, BY_NAME[name])
    assert ended(wire.agent) is EndCause.MALFORMED


def test_a_stranger_gets_four_kibibytes() -> None:
    wire = Wire()
    wire.link_up()
    tell(wire, wire.console, (c.FIRST_FRAME_BYTES + 1).to_bytes(4, "big"))
    assert ended(wire.console) is EndCause.MALFORMED


@pytest.mark.parametrize("length", [c.PART_FRAME_BYTES + 1, 2**31, 2**32 - 1], ids=str)
def test_S14_a_frame_over_the_cap_ends_it_at_its_length(length: int) -> None:
    wire = ready()
    tell(wire, wire.agent, length.to_bytes(4, "big"))
    assert ended(wire.agent) is EndCause.MALFORMED


def test_a_list_that_does_not_fit_is_our_own_mistake() -> None:
    wire = ready()
    fat = replace(NO_SYNC, unproven=(ENTRY,) * 350)
    with pytest.raises(ValueError, match="Sync is over 61440 bytes"):
        wire.agent.session.send(fat, wire.clock())
    with pytest.raises(ValueError, match="Sync is over 61440 bytes"):
        wire.agent.session.send_at(fat, wire.clock())


def test_an_empty_frame_is_malformed() -> None:
    wire = ready()
    tell(wire, wire.console, framed(b""))
    assert ended(wire.console) is EndCause.MALFORMED


def test_a_broken_peer_hears_one_code_and_no_cause() -> None:
    wire = ready()
    wire.agent.wrote.clear()
    tell(wire, wire.agent, b"\0\0\0\x01\xff")
    wire.carry(wire.agent, wire.console)
    assert wire.agent.said() == [Bye(ByeCode.MALFORMED)]


def test_behind_a_broken_frame_nothing_is_read() -> None:
    wire = ready()
    good = framed(encode(BY_NAME["PictureTaken"]))
    tell(wire, wire.agent, framed(b"\xff") + good, good)
    assert wire.agent.events == [SessionEnded(EndCause.MALFORMED)]


def test_what_came_before_a_broken_frame_counts() -> None:
    wire = ready()
    taken = BY_NAME["PictureTaken"]
    tell(wire, wire.agent, framed(encode(taken)) + framed(b"\xff"))
    assert wire.agent.events == [Heard(taken), SessionEnded(EndCause.MALFORMED)]


# --- too fast -----------------------------------------------------------------------


def test_commands_over_the_rate_end_it() -> None:
    wire = ready()
    for _ in range(c.COMMANDS_BURST):
        tell(wire, wire.agent, COMMAND)
    assert wire.agent.session.state is State.READY
    wire.agent.take()
    tell(wire, wire.agent, COMMAND)
    assert ended(wire.agent) is EndCause.TOO_FAST
    wire.agent.wrote.clear()
    wire.carry(wire.agent, wire.console)
    assert wire.agent.said() == [Bye(ByeCode.RATE)]


def test_hands_in_time_are_fine() -> None:
    wire = ready()
    for _ in range(20):
        tell(wire, wire.console, Hand(up=True, offer=False))
        wire.move(2.0, pongs=True)
    assert wire.console.session.state is State.READY
    for _ in range(3):
        tell(wire, wire.console, Hand(up=True, offer=False))
    assert ended(wire.console) is EndCause.TOO_FAST


# --- pings, pongs, silence ----------------------------------------------------------


def test_pings_leave_at_once_and_each_five_seconds() -> None:
    wire = ready()
    wire.agent.wrote.clear()
    at = []
    for _ in range(14):
        wire.move(1.0)
        at.append(wire.agent.session.newest_ping)
    assert at == [1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]
    assert wire.agent.said() == [Ping(1), Ping(2), Ping(3)]


def test_the_console_answers_and_the_agent_hears_what_is_wanted() -> None:
    wire = ready()
    wire.move(0.0)
    started = wire.agent.session.ping_departed
    assert wire.console.take() == [Heard(Ping(1))]
    assert wire.console.session.newest_ping == 1
    assert wire.console.session.ping_departed == started
    wire.move(3.0)
    wire.console.session.send(Pong(1, (ACCESS,)), wire.clock())
    wire.run()
    assert wire.agent.take() == [PongHeard(1, (ACCESS,), started)]


def test_a_pong_for_a_ping_that_never_left_ends_it() -> None:
    wire = ready()
    wire.move(0.0)
    tell(wire, wire.agent, Pong(2, ()))
    assert ended(wire.agent) is EndCause.MALFORMED


def test_a_pong_for_a_ping_of_long_ago_renews_nothing() -> None:
    wire = ready()
    wire.move(0.0)
    for _ in range(c.PINGS_REMEMBERED):
        wire.move(5.0)
        tell(wire, wire.agent, Pong(wire.agent.session.newest_ping, ()))
    wire.agent.take()
    tell(wire, wire.agent, Pong(1, (ACCESS,)))
    assert wire.agent.take() == []
    assert wire.agent.session.departed(1) is None
    assert wire.agent.session.departed(2) is not None


def test_while_syncing_pings_and_pongs_are_life_and_no_more() -> None:
    wire = Wire()
    wire.link_up()
    wire.run()
    wire.agent.session.send(NO_SYNC, wire.clock())
    wire.run()
    wire.agent.take()
    wire.console.take()
    tell(wire, wire.agent, Pong(9, (ACCESS,)))
    tell(wire, wire.console, Ping(9))
    assert wire.agent.take() == wire.console.take() == []
    assert wire.console.session.state is State.SYNCING


def test_before_any_ping_its_departure_is_long_ago() -> None:
    session = ready().agent.session
    assert session.newest_ping == 0
    assert session.ping_departed == float("-inf")


def test_after_fifteen_silent_seconds_a_session_is_over() -> None:
    wire = ready()
    agent = wire.agent.session
    start = wire.clock()
    assert agent.tick(start + 14.999) == []
    assert agent.tick(start + 15.0) == [SessionEnded(EndCause.SILENT)]
    assert agent.state is State.CLOSING


def test_bytes_that_arrive_after_the_silence_revive_nothing() -> None:
    wire = ready()
    late = wire.clock.move(15.0)
    events = wire.agent.session.receive(framed(encode(COMMAND)), late)
    assert events == [SessionEnded(EndCause.SILENT)]


def test_half_a_frame_is_no_life() -> None:
    wire = ready()
    start = wire.clock()
    data = framed(encode(COMMAND))[:-1]
    for second, byte in enumerate(data[:14], 1):
        wire.agent.session.receive(bytes([byte]), start + second)
    events = wire.agent.session.receive(data[14:15], start + 15)
    assert events == [SessionEnded(EndCause.SILENT)]


# --- handshakes that do not move ------------------------------------------------------


@pytest.mark.parametrize("end", ["agent", "console"])
def test_a_greeting_has_five_seconds(end: str) -> None:
    wire = Wire()
    wire.link_up()
    one: End = getattr(wire, end)
    start = wire.clock()
    assert one.session.tick(start + 4.999) == []
    assert one.session.tick(start + 5.0) == [SessionEnded(EndCause.SLOW_HANDSHAKE)]
    assert one.session.state is State.CLOSED


def test_a_sync_has_ten_seconds() -> None:
    wire = Wire()
    wire.link_up()
    wire.run()
    start = wire.clock()
    assert wire.agent.session.tick(start + 9.999) == []
    events = wire.agent.session.tick(start + 10.0)
    assert events == [SessionEnded(EndCause.SLOW_HANDSHAKE)]
    assert wire.agent.session.state is State.CLOSING


def test_a_sync_that_moves_has_ten_seconds_more() -> None:
    wire = Wire()
    wire.link_up()
    wire.run()
    for _ in range(5):
        wire.clock.move(9.0)
        tell(wire, wire.agent, PAPER)
    assert wire.agent.session.state is State.SYNCING
    wire.clock.move(9.0)
    tell(wire, wire.agent, replace(NO_SYNCED, more=True))
    wire.clock.move(9.0)
    assert wire.agent.session.tick(wire.clock()) == []


# --- the due time of a no -------------------------------------------------------------


@pytest.mark.parametrize("verb", ["overview_start", "view_start", "show_start"])
@pytest.mark.parametrize("decided_after_s", [0.0, 0.1, 0.249])
def test_P02_a_no_leaves_at_its_due_time_however_fast_it_was_decided(
    verb: str, decided_after_s: float
) -> None:
    wire = ready()
    wire.move(0.0)
    wire.console.session.send(COMMAND, wire.clock())
    wire.run()
    arrived = wire.clock()
    wire.clock.move(decided_after_s)
    at = due(verb, arrived)
    wire.agent.session.send_at(not_shared(1), at)
    wire.move(at - wire.clock() - 0.001, pongs=True)
    assert not_shared(1) not in wire.agent.said()
    assert wire.agent.session.deadline() == at
    wire.move(0.001, pongs=True)
    assert wire.agent.said()[-1] == not_shared(1)


def test_a_held_answer_can_be_forgotten() -> None:
    wire = ready()
    session = wire.agent.session
    session.send_at(not_shared(1), wire.clock() + 1)
    session.send_at(accepted(2, None), wire.clock() + 1)
    assert session.drop_held(lambda message: isinstance(message, NotShared)) == 1
    wire.move(1.0)
    assert not_shared(1) not in wire.agent.said()
    assert accepted(2, None) in wire.agent.said()


# --- how it ends --------------------------------------------------------------------


@pytest.mark.parametrize("code", [code for code in ByeCode if code != 5])
@pytest.mark.parametrize("end", ["agent", "console"])
def test_closing_says_its_code_and_ends_once(code: ByeCode, end: str) -> None:
    wire = ready()
    one: End = getattr(wire, end)
    far = wire.console if end == "agent" else wire.agent
    one.events += one.session.close(code, wire.clock())
    assert len([e for e in one.events if isinstance(e, SessionEnded)]) == 1
    wire.run()
    assert far.events == [ByeHeard(code), SessionEnded(EndCause.PEER_SAID_BYE)]
    assert far.session.state is State.CLOSED
    one.events += one.session.flushed(wire.clock())
    one.events += one.session.lost(wire.clock())
    assert one.session.state is State.CLOSED
    assert len([e for e in one.events if isinstance(e, SessionEnded)]) == 1


def test_a_superseded_console_must_not_dial_by_itself() -> None:
    wire = ready()
    wire.agent.session.close(ByeCode.SUPERSEDED, wire.clock())
    wire.run()
    assert wire.console.events == [
        ByeHeard(ByeCode.SUPERSEDED),
        SessionEnded(EndCause.SUPERSEDED),
    ]


def test_only_an_agent_supersedes() -> None:
    wire = ready()
    with pytest.raises(ValueError, match="does not happen"):
        wire.console.session.close(ByeCode.SUPERSEDED, wire.clock())
    tell(wire, wire.agent, Bye(ByeCode.SUPERSEDED))
    assert ended(wire.agent) is EndCause.PEER_SAID_BYE


def test_the_bell_closes_the_agents_side() -> None:
    wire = ready()
    wire.agent.events += wire.agent.session.slot_ended(wire.clock())
    assert ended(wire.agent) is EndCause.BELL
    assert wire.agent.session.state is State.CLOSING
    wire.run()
    assert ByeHeard(ByeCode.CLOSING) in wire.console.events


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        (ByeCode.SUPERSEDED, EndCause.SUPERSEDED),
        (ByeCode.CLOSING, EndCause.TWIN),
    ],
)
def test_a_losing_twin_ends_with_the_code_it_was_given(
    code: ByeCode, cause: EndCause
) -> None:
    wire = ready()
    assert wire.agent.session.twin_found(code, wire.clock()) == [SessionEnded(cause)]
    wire.run()
    assert Bye(code) in wire.agent.said()


def test_before_the_welcome_there_are_no_twins() -> None:
    wire = Wire()
    wire.link_up()
    assert wire.agent.session.twin_found(ByeCode.CLOSING, wire.clock()) == []
    assert wire.agent.session.state is State.GREETED


def test_a_lost_link_is_reported_once() -> None:
    wire = ready()
    assert wire.agent.session.lost(1.0) == [SessionEnded(EndCause.PEER_LEFT)]
    assert wire.agent.session.lost(1.0) == []
    assert wire.agent.session.data_to_send() == b""


def test_what_was_queued_does_not_leave_after_the_end() -> None:
    wire = ready()
    wire.agent.wrote.clear()
    wire.agent.session.send(BY_NAME["Picture"], wire.clock())
    wire.agent.session.send_at(not_shared(1), wire.clock())
    wire.agent.session.close(ByeCode.CLOSING, wire.clock())
    wire.move(1.0)
    assert wire.agent.said() == [Bye(ByeCode.CLOSING)]


def test_a_last_word_that_does_not_leave_is_given_up() -> None:
    wire = ready()
    wire.agent.session.slot_ended(wire.clock())
    assert wire.agent.session.deadline() == wire.clock() + c.FLUSH_S
    assert wire.agent.session.tick(wire.clock() + c.FLUSH_S) == []
    assert wire.agent.session.state is State.CLOSED
    assert wire.agent.session.deadline() is None


def test_while_closing_messages_are_read_and_mean_nothing() -> None:
    wire = ready()
    wire.agent.session.slot_ended(wire.clock())
    tell(wire, wire.agent, COMMAND, PAPER, Pong(0, ()), NO_SYNCED)
    assert wire.agent.events == []
    assert wire.agent.session.state is State.CLOSING


def test_while_closing_the_peers_bye_is_enough() -> None:
    wire = ready()
    wire.agent.session.slot_ended(wire.clock())
    tell(wire, wire.agent, Bye(ByeCode.CLOSING))
    assert wire.agent.events == []
    assert wire.agent.session.state is State.CLOSED


def test_in_closed_nothing_is_read() -> None:
    wire = ready()
    wire.agent.session.lost(wire.clock())
    tell(wire, wire.agent, COMMAND, b"\xff" * 100)
    assert wire.agent.events == []
    assert wire.agent.session.deadline() is None


# --- our own mistakes -----------------------------------------------------------------


def test_an_agent_needs_a_nonce_and_a_console_a_key() -> None:
    clock, peer = FakeClock(), teacher().peer
    with pytest.raises(ValueError, match="nonce"):
        Session(Side.AGENT, own_fingerprint=b"", peer=peer, software="x", now=clock())
    with pytest.raises(ValueError, match="instance"):
        Session(Side.CONSOLE, own_fingerprint=b"", peer=peer, software="x", now=clock())


def test_a_link_comes_up_once() -> None:
    wire = Wire()
    wire.link_up()
    with pytest.raises(ValueError, match="once"):
        wire.agent.session.link_up((), wire.clock())


def test_another_school_has_other_keys() -> None:
    assert school().device().fingerprint != laptop().fingerprint
    assert isinstance(PAPER, PaperGive)
    assert not isinstance(PAPER, PaperTaken | Ended)
