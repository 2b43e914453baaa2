# SPDX-License-Identifier: GPL-3.0-or-later
"""S04, S07: one laptop that says anything, against console and classmates.

Most of the reverse lives beside what it attacks: see docs/spec/hostile.md.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from consent.documents.command import Verb
from console.core import events as e
from console.core.commands import Decode, Paint
from console.core.view import Pixels
from protocol import constants as c
from protocol.codec import encode
from protocol.framing import framed
from protocol.machine import Side, State
from protocol.messages.commands import AttentionState, DeclinedCode
from protocol.messages.link import Hello, Ping, Ready
from protocol.messages.records import Erase, Sync, Synced
from protocol.session import Session
from tests.console.core.playbook import AMINA, BRAM, LINK, Playbook
from tests.fakes.wire import laptop, teacher

HERS, HIS = LINK[AMINA], LINK[BRAM]
SEQ = st.integers(0, 12)


def class_at_work() -> tuple[Playbook, list[bytes]]:
    """Give a lesson in which both laptops show, and all accesses there are."""
    play = Playbook().start(AMINA, BRAM).show()
    for pupil in (AMINA, BRAM):
        play.accept(pupil, Verb.OVERVIEW_START)
        play.picture(pupil)
    start = Verb.OVERVIEW_START
    accesses = [play.newest(pupil, start).access for pupil in (AMINA, BRAM)]
    return play, accesses


PLAY, ACCESSES = class_at_work()
ACCESS = st.sampled_from([*ACCESSES, bytes(16), b"x" * 16])
WORDS = st.one_of(
    st.builds(e.AcceptedHeard, st.just(HERS), SEQ),
    st.builds(e.NotSharedHeard, st.just(HERS), SEQ),
    st.builds(e.DeclinedHeard, st.just(HERS), SEQ, st.sampled_from(DeclinedCode)),
    st.builds(e.EndedHeard, st.just(HERS), ACCESS),
    st.builds(e.AttentionHeard, st.just(HERS), SEQ, st.sampled_from(AttentionState)),
    st.builds(e.HandHeard, st.just(HERS), st.booleans(), st.booleans()),
    st.builds(
        e.PictureHeard,
        st.just(HERS),
        ACCESS,
        st.integers(0, 255),
        st.integers(0, 65_535),
        st.integers(0, 65_535),
        st.binary(max_size=20),
    ),
    st.builds(e.PictureSpoiled, st.just(HERS), ACCESS),
    st.builds(e.LinkEnded, st.just(HERS), st.booleans(), st.booleans()),
)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=30))
def test_S04_whatever_one_laptop_says_its_classmates_tile_stays(
    words: list[e.ClassroomEvent],
) -> None:
    play, accesses = class_at_work()
    before = play.tile(BRAM)
    play.all.clear()
    assert accesses == ACCESSES  # the fake chance gives the same ids each time
    his = accesses[1]
    for word in words:
        play.hear(word)
    assert play.tile(BRAM) == before
    for command in play.all:
        if isinstance(command, Decode | Paint):
            assert getattr(command, "pupil", AMINA) == AMINA
            assert getattr(command, "access", None) != his


def test_S29_a_false_screen_is_shown_on_its_own_tile_alone() -> None:
    """Her laptop sends his very picture, and names his access and his tile."""
    play, (hers, his) = class_at_work()
    before = play.tile(BRAM)
    pixels = Pixels(BRAM, large=False, width_px=1, height_px=1, rgb=b"bra")
    for access in (hers, his):
        heard = play.hear(e.PictureHeard(HERS, access, 0, 192, 108, b"his screen"))
        asked = [x.pupil for x in heard.wanted if isinstance(x, Decode)]
        painted = play.hear(e.PictureDecoded(HERS, access, pixels)).only(Paint)
        shown = [AMINA] if access == hers else []
        assert asked == shown
        assert [x.pixels.pupil for x in painted] == shown
    assert play.tile(BRAM) == before


def test_S28_a_screen_without_anything_on_it_is_a_screen_like_any_other() -> None:
    """Black because it is off, hidden or locked: nobody is accused of anything."""
    play, _ = class_at_work()
    before = play.tile(AMINA)
    access = play.newest(AMINA, Verb.OVERVIEW_START).access
    black = Pixels(AMINA, large=False, width_px=1, height_px=1, rgb=bytes(3))
    painted = play.hear(e.PictureDecoded(HERS, access, black)).only(Paint)
    assert [x.pixels.rgb for x in painted] == [bytes(3)]
    assert play.tile(AMINA).state is before.state
    assert play.view.trouble == ""


# --- S07, S14: bytes of a laptop against the console's own session -------------------


def greeted() -> Session:
    """Give a console's session that a laptop made READY."""
    session = Session(
        Side.CONSOLE,
        own_fingerprint=teacher().fingerprint,
        peer=laptop().peer,
        software="console",
        now=0.0,
        instance=b"i" * 16,
        sign=teacher().sign_key.sign,
    )
    session.link_up((), 0.0)
    session.receive(framed(encode(Hello(c.VERSION, bytes(32), "agent", ()))), 0.0)
    sync = Sync(1, 0, bytes(32), b"", (), more=False)
    session.receive(framed(encode(sync)), 0.0)
    session.send(Synced(b"", 0, (), (), (), more=False), 0.0)
    session.receive(framed(encode(Ready(bytes(16), 0))), 0.0)
    session.receive(framed(encode(Ping(1))), 0.0)
    assert session.state is State.READY
    return session


@settings(max_examples=150)
@given(st.lists(st.binary(max_size=300), max_size=8))
def test_S07_S14_bytes_of_a_laptop_never_raise_in_the_console(
    frames: list[bytes],
) -> None:
    session = greeted()
    for frame in frames:
        session.receive(framed(frame), 1.0)
    session.data_to_send()
    ended = session.state in {State.CLOSING, State.CLOSED}
    assert ended or not frames


def test_S07_a_flood_of_words_ends_the_link() -> None:
    session = greeted()
    ping = framed(encode(Ping(1)))
    session.receive(ping * 4_000, 1.0)
    assert session.state in {State.CLOSING, State.CLOSED}


def test_S07_orders_to_forget_cannot_keep_a_console_busy() -> None:
    """Each makes the console search all its trees and write; the leaves are its own."""
    session, now = greeted(), 1.0
    taken = 0
    while session.state is State.READY and now < 60.0:
        taken += 1
        order = Erase((taken,), bytes(c.SIG_BYTES))
        session.receive(framed(encode(order)), now)
        now += 0.05  # slower than small words may come
    assert session.state in {State.CLOSING, State.CLOSED}
    assert taken <= c.ERASES_BURST + 2 + now * c.ERASES_PER_S


def test_S07_a_record_without_end_is_not_heard_to_the_end() -> None:
    session, now, taken = greeted(), 1.0, 0
    part = framed(encode(Sync(1, 0, bytes(32), b"", (), more=True)))
    while session.state is State.READY and taken < 1_000:
        taken += 1
        session.receive(part, now)
        session.receive(framed(encode(Ping(taken + 1))), now)
        now += 0.1
    assert session.state in {State.CLOSING, State.CLOSED}
    assert taken <= c.SYNC_PARTS
