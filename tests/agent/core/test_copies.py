# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's copy is fetched for everyone at start and end, and laid beside ours."""

from agent.core import commands as c
from agent.core import copies
from agent.core import events as e
from agent.core.copies import AGREES, DIFFERS
from consent.documents.command import Verb
from protocol.messages import local
from protocol.messages.records import LogAsk, LogCopy
from tests.fakes.laptop_desk import LaptopDesk


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
