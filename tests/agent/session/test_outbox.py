# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves, one at a time."""

from agent.session.outbox import Outbox
from protocol.messages.local import Frame, FrameSent

A, B = b"a" * 16, b"b" * 16


def frame(data: bytes = b"x", screen: int = 0, access: bytes = A) -> Frame:
    return Frame(access, 0, screen, 10, 10, 1_000, data)


def sent(taken: Frame | None, *, good: bool = True) -> FrameSent:
    assert taken is not None
    return FrameSent(taken.access, taken.n, good)


def test_pictures_are_numbered_from_one_for_each_access() -> None:
    box = Outbox()
    for access, number in ((A, 1), (A, 2), (B, 1)):
        box.clear()
        box.put([frame(access=access)])
        taken = box.take(1.0)
        assert taken is not None
        assert taken.n == number


def test_one_is_in_flight() -> None:
    box = Outbox()
    box.put([frame(), frame(screen=1)])
    first = box.take(1.0)
    assert box.take(1.0) is None
    assert box.is_waiting
    assert box.answered(sent(first)) == first
    second = box.take(1.0)
    assert second is not None
    assert second.screen == 1


def test_the_same_bytes_are_not_sent_again() -> None:
    box = Outbox()
    assert box.is_first
    box.put([frame()])
    box.answered(sent(box.take(1.0)))
    assert not box.is_first
    box.put([frame()])
    assert box.take(1.0) is None


def test_a_dropped_picture_counts_as_never_sent() -> None:
    box = Outbox()
    box.put([frame()])
    box.answered(sent(box.take(1.0), good=False))
    box.put([frame()])
    assert box.take(1.0) is not None


def test_an_old_picture_takes_those_after_it_along() -> None:
    box = Outbox()
    box.put([frame(), frame(screen=1)])
    assert box.take(1.9) is None
    assert not box.is_waiting


def test_an_answer_to_another_picture_is_none() -> None:
    box = Outbox()
    assert box.answered(FrameSent(A, 1, sent=True)) is None
    box.put([frame()])
    box.take(1.0)
    assert box.answered(FrameSent(A, 2, sent=True)) is None
    assert box.in_flight is not None
