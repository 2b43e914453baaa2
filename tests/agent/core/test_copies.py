# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's copy is fetched for everyone at start and end, and laid beside ours."""

from agent.core import commands as c
from agent.core import copies
from agent.core import events as e
from agent.core.copies import AGREES, DIFFERS
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages import local
from protocol.messages.records import LogAsk, LogCopy, ShownLeaf
from tests.fakes.laptop_desk import Console, LaptopDesk


def test_it_is_asked_at_the_start_and_at_the_end(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    assert teacher.said(LogAsk) == [LogAsk(1, 50)]
    teacher.ask(Verb.LESSON_END)
    assert teacher.said(LogAsk) == [LogAsk(1, 50)] * 2


def test_the_pupil_reads_whether_both_lists_are_the_same(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.tell(e.WireHeard(teacher.link, LogCopy((), last=True)))
    assert any(isinstance(x, c.CompareCopy) for x in desk.did)
    desk.tell(e.CopyCompared(teacher.link, agrees=True, last_seq=0, last=True))
    desk.tell_session(local.LogAskLocal(0, 5))
    shown = [x for x in desk.did if isinstance(x, c.ShowList)]
    assert shown[-1].agrees == AGREES["nl"]


def test_a_difference_is_told_at_once_and_stays(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    before = len(teacher.said(LogAsk))
    desk.tell(e.CopyCompared(teacher.link, agrees=False, last_seq=9, last=False))
    assert desk.mind.laptop.agrees == DIFFERS["nl"]
    assert len(teacher.said(LogAsk)) == before
    desk.tell(e.CopyCompared(teacher.link, agrees=True, last_seq=9, last=True))
    assert desk.mind.laptop.agrees == DIFFERS["nl"]


def test_a_long_copy_is_asked_on(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.tell(e.CopyCompared(teacher.link, agrees=True, last_seq=50, last=False))
    assert teacher.said(LogAsk)[-1] == LogAsk(51, 50)
    assert desk.mind.laptop.agrees == ""


def test_a_link_that_is_gone_is_asked_nothing(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.tell(e.LinkEnded(teacher.link))
    before = len(desk.said)
    desk.tell(e.CopyCompared(teacher.link, agrees=True, last_seq=50, last=False))
    assert len(desk.said) == before


def test_a_link_that_is_not_ready_is_asked_nothing(desk: LaptopDesk) -> None:
    desk.start()
    teacher = desk.connect(synced=False)
    copies.ask(desk.mind.laptop, teacher.link)
    assert desk.mind.laptop.out == []


def troubles(desk: LaptopDesk) -> list[tuple[str, str]]:
    return [(x.text("what"), x.text("text")) for x in desk.ledger.bodies(Kind.TROUBLE)]


def shown(desk: LaptopDesk, *left_out: int) -> tuple[ShownLeaf, ...]:
    """Give the copy of an honest console, or one that leaves lines out."""
    lines = [desk.ledger.rows[n] for n in range(len(desk.ledger.rows))]
    return tuple(
        ShownLeaf(x.sealed.seq, x.sealed.body or b"", x.sealed.salt or bytes(32), 0)
        for x in lines
        if x.sealed.seq in desk.ledger.proofs and x.sealed.seq not in left_out
    )


def asked_again(desk: LaptopDesk) -> Console:
    """Two lines are proven; the end of the lesson asks the copy anew."""
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    teacher.prove_all()
    assert set(desk.ledger.proofs) == {1, 2}
    teacher.ask(Verb.LESSON_END)
    return teacher


def answer(desk: LaptopDesk, teacher: Console, copy: tuple[ShownLeaf, ...]) -> None:
    desk.tell(e.WireHeard(teacher.link, LogCopy(copy, last=True)))
    last = max((x.shared_seq for x in copy), default=0)
    desk.tell(e.CopyCompared(teacher.link, agrees=True, last_seq=last, last=True))


def test_R33_a_line_that_was_proven_and_is_left_out_of_the_copy_is_told(
    desk: LaptopDesk,
) -> None:
    teacher = asked_again(desk)
    answer(desk, teacher, shown(desk, 2))
    assert desk.mind.laptop.agrees == DIFFERS["nl"]
    assert troubles(desk) == [("copy_misses", teacher.teacher.name)]


def test_a_whole_copy_misses_nothing(desk: LaptopDesk) -> None:
    teacher = asked_again(desk)
    answer(desk, teacher, shown(desk))
    assert desk.mind.laptop.agrees == AGREES["nl"]
    assert troubles(desk) == []


def test_a_copy_in_parts_misses_nothing_before_its_end(desk: LaptopDesk) -> None:
    teacher = asked_again(desk)
    first, rest = shown(desk)[:1], shown(desk)[1:]
    desk.tell(e.WireHeard(teacher.link, LogCopy(first, last=False)))
    desk.tell(e.CopyCompared(teacher.link, agrees=True, last_seq=1, last=False))
    assert troubles(desk) == []
    answer(desk, teacher, rest)
    assert troubles(desk) == []


def test_a_line_that_was_erased_here_need_not_be_there(desk: LaptopDesk) -> None:
    teacher = asked_again(desk)
    desk.ledger.erase_all()
    teacher.ask(Verb.LESSON_START, lesson="ab" * 16)
    answer(desk, teacher, ())
    assert troubles(desk) == []


def test_R33_a_copy_that_differs_is_a_line_of_the_pupils_own_once_an_hour(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    for _ in range(3):
        desk.tell(e.CopyCompared(teacher.link, agrees=False, last_seq=1, last=True))
    assert troubles(desk) == [("copy_differs", teacher.teacher.name)]
