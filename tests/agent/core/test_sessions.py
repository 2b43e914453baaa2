# SPDX-License-Identifier: GPL-3.0-or-later
"""The session: welcomed, listened to, dropped when silent, of the right account."""

from agent.core import commands as c
from agent.core import events as e
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages import local
from protocol.messages.link import Ready
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School


def test_a_session_is_told_who_we_are_and_how_things_stand(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    (welcomed,) = desk.local_words(local.Welcomed)
    assert (welcomed.kind, welcomed.lang, welcomed.school) == (
        "school",
        "nl",
        "Sint-Jan Testschool",
    )
    assert [x.id for x in welcomed.notices] == ["page", "overview", "view", "show"]
    assert desk.eye().state is local.EyeState.NO_LESSON
    assert len(desk.local_words(local.Choices)) == 1


def test_a_laptop_without_papers_says_so(school: School) -> None:
    desk = LaptopDesk(school)
    desk.shelf = school.empty_shelf()
    desk.mind.laptop.shelf = desk.shelf
    desk.start()
    desk.sit_down()
    (welcomed,) = desk.local_words(local.Welcomed)
    assert (welcomed.kind, welcomed.notices) == ("none", ())


def test_nothing_is_said_twice(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    before = len(desk.heard)
    for _ in range(5):
        desk.alive()
    assert len(desk.heard) == before


def test_R02_P05_a_silent_session_is_dropped_and_its_looks_with_it(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.OVERVIEW_START)
    desk.clock.move(3.1)
    desk.tell(e.Ticked())
    assert any(isinstance(x, c.DropSession) for x in desk.did)
    assert not desk.mind.laptop.overview.is_open
    assert desk.ledger.bodies(Kind.CAUSE)[-1].text("cause") == "session"


def test_after_a_drop_nothing_is_shared_for_five_seconds(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.tell(e.SessionLost())
    desk.sit_down()
    assert len(desk.nos(teacher.ask(Verb.OVERVIEW_START).seq)) == 1
    desk.move(5, teacher)
    assert desk.nos(teacher.ask(Verb.OVERVIEW_START).seq) == []


def test_D13_another_account_than_the_slips_is_no_session(school: School) -> None:
    desk = LaptopDesk(school.changed(slip={"account": "bram"}))
    teacher = desk.lesson()
    desk.agree()
    assert len(desk.nos(teacher.ask(Verb.OVERVIEW_START).seq)) == 1
    desk.account = "bram"
    desk.sit_down()
    assert desk.nos(teacher.ask(Verb.OVERVIEW_START).seq) == []


def test_D02_the_console_does_not_hear_whether_anybody_sits_there(
    desk: LaptopDesk,
) -> None:
    desk.start()
    teachers = [desk.connect()]
    desk.sit_down()
    teachers.append(desk.connect())
    desk.tell(e.SessionLost())
    teachers.append(desk.connect())
    said = [teacher.said(Ready) for teacher in teachers]
    assert said == [[Ready(bytes.fromhex(desk.school.pupils[0].id), 0)]] * 3


def test_words_without_a_session_are_not_heard(desk: LaptopDesk) -> None:
    desk.start()
    desk.tell_session(local.Click(1, local.ClickKind.PAUSE, None))
    desk.tell(e.SessionLost())
    assert not desk.mind.laptop.paused


def test_R30_opening_the_list_is_a_line_and_reading_on_in_it_is_not(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.tell_session(local.LogAskLocal(0, 20))
    desk.tell_session(local.LogAskLocal(5, 20))
    desk.tell_session(local.ReadAsk())
    assert len(desk.ledger.bodies(Kind.LOG_READ)) == 1
    shown = [x for x in desk.did if isinstance(x, c.ShowList)]
    assert [x.before_seq for x in shown] == [0, 5, 0]


def test_reading_tells_no_console(desk: LaptopDesk) -> None:
    desk.lesson()
    before = len(desk.said)
    desk.tell_session(local.LogAskLocal(0, 20))
    assert len(desk.said) == before


def test_an_order_is_carried_out_by_the_shell(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.tell_session(local.Order(local.OrderKind.EXPORT, 0, bytes(64)))
    assert desk.did[-1] == c.CarryOut(local.OrderKind.EXPORT, 0, bytes(64))


def test_every_click_is_acknowledged(desk: LaptopDesk) -> None:
    desk.lesson()
    for kind in local.ClickKind:
        desk.click(kind, "ab" * 16 if kind is local.ClickKind.NEE else None)
        assert desk.local_words(local.ClickKept)[-1].n == desk.clicks


def test_an_answer_to_nothing_is_nothing(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.tell_session(local.Answer(bytes(16), yes=True))
    desk.click(local.ClickKind.NEE)
    assert desk.mind.laptop.vetoed == set()


def test_P11_a_no_to_a_show_is_a_veto(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.SHOW_START)
    desk.tell_session(local.Answer(bytes.fromhex(body.access), yes=False))
    assert len(desk.nos(body.seq)) == 1
    assert bytes.fromhex(body.access) in desk.mind.laptop.vetoed


def test_a_yes_to_a_views_notice_is_not_needed_and_changes_nothing(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.VIEW_START)
    desk.tell_session(local.Answer(bytes.fromhex(body.access), yes=True))
    assert desk.eye().state is local.EyeState.NOTICE


def test_a_nee_that_comes_just_after_the_notice_ends_the_look(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.VIEW_START)
    desk.move(3.1, teacher, wanted=[body.access])
    desk.tell_session(local.Answer(bytes.fromhex(body.access), yes=False))
    assert not desk.mind.laptop.look.is_open
