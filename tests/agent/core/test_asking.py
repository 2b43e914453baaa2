# SPDX-License-Identifier: GPL-3.0-or-later
"""From a wish to a look: notice, the gate asked twice, and every no alike."""

from agent.core import commands as c
from agent.core.access import AccessState
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.commands import Accepted
from tests.fakes.laptop_desk import LaptopDesk


def test_R31_an_overview_opens_at_once_and_only_after_its_line_is_on_disk(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    first = len(desk.did)
    body = teacher.ask(Verb.OVERVIEW_START)
    done = desk.did[first:]
    places = {type(x): done.index(x) for x in done}
    grab = next(
        n
        for n, x in enumerate(done)
        if isinstance(x, c.SendLocal) and isinstance(x.message, local.Grab)
    )
    assert places[c.JudgeCommand] < places[c.Append] < places[c.SendWire] < grab
    assert desk.ledger.bodies(Kind.OPEN)[0].text("purpose") == "overview"
    assert teacher.said(Accepted)[-1].seq == body.seq


def test_a_view_waits_three_seconds_with_a_notice(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.VIEW_START)
    assert desk.eye().state is local.EyeState.NOTICE
    assert desk.local_words(local.Ask)[-1].seconds == 3
    desk.move(2.9, teacher, wanted=[body.access])
    assert desk.ledger.bodies(Kind.OPEN) == []
    desk.move(0.2, teacher, wanted=[body.access])
    assert desk.look_is(AccessState.STREAMING)
    assert desk.eye().state is local.EyeState.VIEW


def test_P02_nee_during_the_notice_is_a_no_at_its_time_and_for_good(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    asked_s = desk.clock()
    body = teacher.ask(Verb.VIEW_START)
    desk.move(1, teacher)
    desk.click(local.ClickKind.NEE, body.access)
    desk.move(5, teacher)
    (no,) = desk.nos(body.seq)
    assert no.at_s == asked_s + 3.25
    assert desk.ledger.bodies(Kind.OPEN) == []
    assert bytes.fromhex(body.access) in desk.mind.laptop.vetoed
    assert desk.ledger.bodies(Kind.REFUSED)[-1].text("reason") == "event_no"


def test_a_no_between_notice_and_picture_is_seen_by_the_second_asking(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.VIEW_START)
    desk.move(1, teacher)
    desk.choose(Purpose.VIEW, local.ChoiceAnswer.NO)
    desk.move(4, teacher)
    assert len(desk.nos(body.seq)) == 1
    assert desk.ledger.bodies(Kind.OPEN) == []


def test_P11_a_show_without_an_answer_is_a_no_after_twenty_seconds(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    asked_s = desk.clock()
    body = teacher.ask(Verb.SHOW_START)
    desk.move(21, teacher, wanted=[body.access])
    (no,) = desk.nos(body.seq)
    assert no.at_s == asked_s + 20
    assert desk.ledger.bodies(Kind.OPEN) == []


def test_P11_a_show_starts_at_the_pupils_yes_and_keeps_that_word(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.SHOW_START)
    desk.move(4, teacher, wanted=[body.access])
    desk.tell_session(local.Answer(bytes.fromhex(body.access), yes=True))
    assert desk.look_is(AccessState.STREAMING)
    kinds = [x.kind for x in desk.ledger.bodies(Kind.SAID_YES, Kind.OPEN)]
    assert kinds == [Kind.SAID_YES, Kind.OPEN]
    assert teacher.said(Accepted)[-1].receipt is not None


def test_P10_one_view_at_a_time(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    first = teacher.ask(Verb.VIEW_START)
    second = teacher.ask(Verb.VIEW_START)
    assert len(desk.nos(second.seq)) == 1
    desk.move(4, teacher, wanted=[first.access])
    third = teacher.ask(Verb.VIEW_START)
    assert len(desk.nos(third.seq)) == 1
    assert desk.mind.laptop.look.access == bytes.fromhex(first.access)


def test_nothing_new_begins_while_a_close_is_owed(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    first = teacher.ask(Verb.OVERVIEW_START)
    desk.hold = True
    teacher.ask(Verb.OVERVIEW_STOP, access=first.access)
    assert desk.overview_is(AccessState.OWED)
    second = teacher.ask(Verb.OVERVIEW_START)
    assert len(desk.nos(second.seq)) == 1
    desk.let_go()
    assert desk.overview_is(AccessState.IDLE)
    third = teacher.ask(Verb.OVERVIEW_START)
    assert desk.nos(third.seq) == []


def test_a_no_that_comes_while_open_is_written_shows_nothing(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.hold = True
    body = teacher.ask(Verb.OVERVIEW_START)
    assert desk.overview_is(AccessState.OPENING)
    desk.click(local.ClickKind.PAUSE)
    assert desk.overview_is(AccessState.OWED)
    desk.let_go()
    assert desk.local_words(local.Grab) == []
    assert len(desk.nos(body.seq)) == 1
    (close,) = desk.ledger.bodies(Kind.CLOSE)
    assert close.number("pictures") == 0


def test_R20_P03_the_bell_in_boot_time_holds_when_the_clock_is_set_back(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.OVERVIEW_START)
    bell_s = desk.mind.laptop.lesson.ends_s if desk.mind.laptop.lesson else 0.0
    assert desk.mind.laptop.overview.hard_end_s <= bell_s
    desk.clock.step_wall(-110)  # under the two minutes that would be a step
    desk.move(15 * 60 + 1, teacher, wanted=[body.access])
    assert not desk.mind.laptop.overview.is_open
