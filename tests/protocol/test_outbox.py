# SPDX-License-Identifier: GPL-3.0-or-later
"""What must leave leaves once; what is held leaves at its time."""

from protocol.codec import encode
from protocol.framing import framed
from protocol.messages.link import Ping
from protocol.outbox import Outbox


def bytes_of(*numbers: int) -> bytes:
    return b"".join(framed(encode(Ping(n))) for n in numbers)


def test_bytes_leave_in_order_and_once() -> None:
    outbox = Outbox()
    outbox.put(Ping(1))
    outbox.put(Ping(2))
    assert outbox.drain() == bytes_of(1, 2)
    assert outbox.drain() == b""


def test_a_held_message_leaves_at_its_due_time() -> None:
    outbox = Outbox()
    outbox.hold(Ping(1), 10.0)
    assert outbox.next_due() == 10.0
    outbox.release(9.999)
    assert outbox.drain() == b""
    outbox.release(10.0)
    assert outbox.drain() == bytes_of(1)
    assert outbox.next_due() is None


def test_held_messages_leave_by_time_and_then_by_order() -> None:
    outbox = Outbox()
    for n, due in ((1, 12.0), (2, 10.0), (3, 10.0), (4, 11.0)):
        outbox.hold(Ping(n), due)
    outbox.release(11.5)
    assert outbox.drain() == bytes_of(2, 3, 4)
    outbox.release(12.0)
    assert outbox.drain() == bytes_of(1)


def test_held_messages_can_be_forgotten() -> None:
    outbox = Outbox()
    outbox.hold(Ping(1), 1.0)
    outbox.hold(Ping(2), 1.0)
    assert outbox.drop_held(lambda message: message == Ping(1)) == 1
    outbox.release(1.0)
    assert outbox.drain() == bytes_of(2)


def test_an_ending_forgets_everything() -> None:
    outbox = Outbox()
    outbox.put(Ping(1))
    outbox.hold(Ping(2), 0.0)
    outbox.drop_all()
    outbox.release(9.0)
    assert outbox.drain() == b""
