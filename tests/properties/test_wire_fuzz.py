# SPDX-License-Identifier: GPL-3.0-or-later
"""S14: no bytes of a peer raise, stay, or are answered with more than one code."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protocol import constants as c
from protocol.codec import decode_enrol, decode_local, decode_wire, encode
from protocol.errors import MalformedError
from protocol.events import EndCause, SessionEnded
from protocol.framing import framed
from protocol.messages.link import Bye, ByeCode
from protocol.session import Session
from tests.fakes import vectors
from tests.fakes.clock import FakeClock
from tests.fakes.examples import WIRE
from tests.fakes.wire import Wire, agent_session, console_session

READERS = {"wire": decode_wire, "local": decode_local, "enrol": decode_enrol}
SEEDS = {
    family: [encode(message) for message in messages]
    for family, messages in vectors.FAMILIES.items()
}
MUTANTS = 100_000


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change, drop, repeat or add a few bytes, most of them near the front."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = min(chance.randrange(len(made) + 1), chance.randrange(len(made) + 1))
        match chance.randrange(4):
            case 0 if at < len(made):
                made[at] = chance.randrange(256)
            case 1 if at < len(made):
                del made[at : at + chance.randint(1, 9)]
            case 2:
                made[at:at] = made[at : at + chance.randint(1, 9)]
            case _:
                made.insert(at, chance.choice(b"\x00\x7f\x80\x90\xc4\xc6\xdd\xff"))
    return bytes(made)


@pytest.mark.parametrize("family", READERS)
def test_F13_S14_a_mutant_is_read_as_itself_or_refused(family: str) -> None:
    chance = random.Random(family)
    read = READERS[family]
    refused = 0
    for _ in range(MUTANTS):
        mutant = mutated(chance.choice(SEEDS[family]), chance)
        try:
            assert encode(read(mutant)) == mutant
        except MalformedError:
            refused += 1
    assert refused > MUTANTS // 10


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_malformed(data: bytes) -> None:
    for read in READERS.values():
        try:
            assert encode(read(data)) == data
        except MalformedError:
            continue


def sessions() -> list[Session]:
    """Give both sides, in each state that listens."""
    clock = FakeClock()
    opening_agent, opening_console = agent_session(clock), console_session(clock)
    greeted, syncing, ready = Wire(), Wire(), Wire()
    opening_console.link_up((), clock())
    greeted.link_up()
    syncing.link_up()
    syncing.run()
    ready.ready()
    pairs = [(wire.agent.session, wire.console.session) for wire in (syncing, ready)]
    found = [opening_agent, opening_console, greeted.agent.session]
    found += [session for pair in pairs for session in pair]
    for session in found:
        session.data_to_send()
    return found


def pour(session: Session, data: bytes, step: int) -> list[SessionEnded]:
    """Give a session bytes in pieces; say how it ended."""
    ended = []
    for start in range(0, len(data), step):
        events = session.receive(data[start : start + step], 1_000.0)
        ended += [event for event in events if isinstance(event, SessionEnded)]
        assert len(session._frames._waiting) <= c.PART_FRAME_BYTES + 4  # noqa: SLF001 -- what it keeps
    return ended


@settings(max_examples=150)
@given(st.data())
def test_S14_a_session_survives_any_bytes(data: st.DataObject) -> None:
    junk = st.one_of(
        st.binary(max_size=60).map(framed),
        st.sampled_from(WIRE).map(lambda message: framed(encode(message))),
        st.binary(max_size=20),
    )
    poured = b"".join(data.draw(st.lists(junk, max_size=8)))
    step = data.draw(st.integers(1, 5_000))
    for session in sessions():
        ended = pour(session, poured, step)
        assert len(ended) <= 1
        if ended and ended[0].cause is EndCause.MALFORMED:
            assert session.data_to_send() == framed(encode(Bye(ByeCode.MALFORMED)))


@pytest.mark.parametrize(
    "head",
    [b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x00\x00\xf0\x01", b"\x80\0\0\0"],
)
def test_S14_a_huge_length_is_refused_before_its_bytes(head: bytes) -> None:
    for session in sessions():
        (ended,) = pour(session, head, 1)
        assert ended.cause is EndCause.MALFORMED


def test_S14_a_header_alone_waits_and_keeps_four_bytes() -> None:
    for session in sessions():
        assert pour(session, b"\0\0\x10\0", 1) == []
        assert len(session._frames._waiting) == 4  # noqa: SLF001 -- what it keeps


def test_S14_every_malformed_vector_ends_every_session_with_one_code() -> None:
    for path in vectors.bad("wire"):
        for session in sessions():
            (ended,) = pour(session, framed(vectors.read(path).data), 7)
            assert ended.cause is EndCause.MALFORMED
            assert session.data_to_send() == framed(encode(Bye(ByeCode.MALFORMED)))
