# SPDX-License-Identifier: GPL-3.0-or-later
"""Every event has a handler, and what a handler cannot know it lets be."""

from typing import get_args

from agent.core import commands as c
from agent.core import events as e
from agent.core.access import AccessState
from agent.core.supervisor import HANDLERS
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.purpose import Purpose
from protocol.messages.link import Ready
from protocol.messages.records import LogCopy
from tests.fakes.laptop_desk import Console, LaptopDesk


def test_every_event_has_its_handler() -> None:
    assert set(HANDLERS) == set(get_args(e.Event))


def test_nothing_settles_before_the_start(desk: LaptopDesk) -> None:
    desk.tell(e.Ticked())
    assert desk.did == []


def test_late_words_about_links_that_are_gone_are_nothing(desk: LaptopDesk) -> None:
    desk.start()
    for event in (
        e.PongHeard(9, (), 1.0),
        e.PingLeft(9, 1, 1.0),
        e.LinkEnded(9),
        e.NetworkChanged(9, on_school_network=True),
        e.NoKept(0),
        e.YesKept(("ab" * 16, Purpose.VIEW), 1),
    ):
        desk.tell(event)
    assert desk.mind.laptop.links == {}
    assert desk.mind.laptop.yes_files == set()


def test_a_pong_of_another_console_renews_nothing(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    access = teacher.ask(Verb.OVERVIEW_START).access
    lock = teacher.ask(Verb.ATTENTION_START).access
    look_s = desk.mind.laptop.overview.lease_s
    until_s = desk.mind.laptop.lock.until_s
    other = desk.connect(1)
    desk.clock.move(1)
    other.heartbeat(access, lock)
    assert desk.mind.laptop.overview.lease_s == look_s
    assert desk.mind.laptop.lock.until_s == until_s


def test_papers_that_came_are_lines_of_the_pupil(desk: LaptopDesk) -> None:
    desk.start()
    line = e.PaperLine("charter", "", 2, "ab" * 32)
    desk.tell(e.PapersChanged((line,)))
    (paper,) = desk.ledger.bodies(Kind.PAPER)
    assert (paper.text("paper"), paper.text("outcome")) == ("charter", "taken")


def test_a_stop_closes_what_is_open(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.OVERVIEW_START)
    desk.tell(e.Stopping())
    assert desk.ledger.unclosed_opens() == []
    assert desk.overview_is(AccessState.IDLE)
    assert desk.ledger.bodies(Kind.LESSON)[-1].text("what") == "end"


def test_words_on_a_link_that_is_not_ready_are_nothing(desk: LaptopDesk) -> None:
    desk.start()
    teacher = desk.connect(synced=False)
    before = len(desk.did)
    desk.tell(e.WireHeard(teacher.link, LogCopy((), last=True)))
    desk.tell(e.PapersChanged())
    desk.sit_down()
    assert not [x for x in desk.did[before:] if isinstance(x, c.CompareCopy)]
    assert teacher.said(Ready) == []


def test_a_colleagues_lost_link_leaves_the_lesson(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    other = desk.connect(1)
    desk.tell(e.LinkEnded(other.link))
    lesson = desk.mind.laptop.lesson
    assert lesson is not None
    assert lesson.link == teacher.link


def test_a_session_that_says_nothing_new_is_not_weighed_each_second(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.clock.move(3.0)
    desk.alive()
    first = desk.mind.laptop.slot
    desk.clock.move(1.0)
    desk.alive()
    assert desk.mind.laptop.slot is first  # not even the timetable was read again
    desk.clock.move(2.0)
    desk.alive()
    assert desk.mind.laptop.slot is not first


def test_a_heartbeat_renews_a_look_without_weighing_it_anew(desk: LaptopDesk) -> None:
    console = _stream(desk)
    desk.clock.move(3.0)
    desk.alive()
    look, slot = desk.mind.laptop.overview, desk.mind.laptop.slot
    before_s = look.lease_s
    assert look.access is not None
    desk.ping(console)
    console.pong(look.access.hex())
    assert look.lease_s > before_s
    assert desk.mind.laptop.slot is slot


def test_a_heartbeat_that_leaves_a_curtain_out_is_weighed(desk: LaptopDesk) -> None:
    console = desk.lesson()
    console.ask(Verb.ATTENTION_START)
    slot = desk.mind.laptop.slot
    desk.clock.move(1.0)
    desk.ping(console)
    console.pong()
    assert desk.mind.laptop.slot is not slot


def test_what_fell_due_between_two_beats_is_seen_at_the_next(desk: LaptopDesk) -> None:
    _stream(desk)
    desk.clock.move(3.0)
    desk.alive()
    desk.mind.laptop.looks[0].lease_s = desk.clock() + 0.5
    desk.clock.move(1.0)
    desk.alive()
    assert not desk.overview_is(AccessState.STREAMING)


def test_a_pill_that_is_no_longer_seen_is_weighed_at_once(desk: LaptopDesk) -> None:
    _stream(desk)
    desk.clock.move(3.0)
    desk.alive()
    desk.clock.move(0.2)
    before = desk.mind.laptop.slot
    desk.alive(proof_ok=False)
    assert desk.mind.laptop.slot is not before


def _stream(desk: LaptopDesk) -> Console:
    console = desk.lesson()
    desk.agree(Purpose.OVERVIEW)
    console.ask(Verb.OVERVIEW_START)
    assert desk.overview_is(AccessState.STREAMING)
    return console
