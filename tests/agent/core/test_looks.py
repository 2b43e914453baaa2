# SPDX-License-Identifier: GPL-3.0-or-later
"""How looks end: in which order, with which word, and that a CLOSE always follows."""

import pytest

from agent.core import commands as c
from agent.core import events as e
from agent.core.access import AccessState
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.purpose import Purpose
from protocol.messages import local
from tests.fakes.laptop_desk import Console, LaptopDesk
from tests.fakes.ledger import Disk


def _view(desk: LaptopDesk, **args: int) -> tuple[Console, str]:
    teacher = desk.lesson()
    desk.agree()
    changes = {"args": args} if args else {}
    access = teacher.ask(Verb.VIEW_START, **changes).access
    desk.move(3.1, teacher, wanted=[access])
    assert desk.look_is(AccessState.STREAMING)
    return teacher, access


def _order(desk: LaptopDesk, first: int) -> list[str]:
    names = []
    for x in desk.did[first:]:
        if isinstance(x, c.SendLocal):
            names.append(type(x.message).__name__)
        elif isinstance(x, c.Append):
            names.extend(draft.kind.value for draft in x.drafts)
        else:
            names.append(type(x).__name__)
    return names


def test_R15_P09_a_withdrawal_stops_stores_tells_and_then_writes(
    desk: LaptopDesk,
) -> None:
    _, access = _view(desk)
    first = len(desk.did)
    desk.click(local.ClickKind.STOP, access)
    order = _order(desk, first)
    wanted = ["GrabStop", "StoreNo", "TellEnded", "CLOSE", "CAUSE", "CONSENT"]
    assert [x for x in order if x in wanted] == wanted
    assert desk.ledger.bodies(Kind.CAUSE)[-1].text("cause") == "withdrawn"


def test_R28_a_pause_stops_stores_tells_and_then_writes(desk: LaptopDesk) -> None:
    _view(desk)
    first = len(desk.did)
    desk.click(local.ClickKind.PAUSE)
    order = _order(desk, first)
    wanted = ["GrabStop", "StorePause", "TellEnded", "CLOSE", "CAUSE", "PAUSE"]
    assert [x for x in order if x in wanted] == wanted


def test_R25_the_seconds_that_were_asked_run_out(desk: LaptopDesk) -> None:
    teacher, access = _view(desk, seconds=30)
    desk.move(31, teacher, wanted=[access])
    (close,) = desk.ledger.bodies(Kind.CLOSE)
    assert (close.text("end"), close.number("seconds")) == ("time", 30)
    assert desk.ledger.bodies(Kind.CAUSE) == []


def test_R25_what_is_left_of_ten_minutes_cuts_a_look_short(desk: LaptopDesk) -> None:
    teacher, access = _view(desk, seconds=120)
    for _ in range(4):
        desk.move(121, teacher, wanted=[access])
        access = teacher.ask(Verb.VIEW_START, args={"seconds": 100}).access
        desk.move(3.1, teacher, wanted=[access])
    desk.move(101, teacher, wanted=[access])
    last = teacher.ask(Verb.VIEW_START, args={"seconds": 120})
    desk.move(3.1, teacher, wanted=[last.access])
    assert desk.mind.laptop.look.seconds == 80
    desk.move(81, teacher, wanted=[last.access])
    assert desk.ledger.bodies(Kind.CLOSE)[-1].text("end") == "cap"
    refused = teacher.ask(Verb.VIEW_START)
    assert len(desk.nos(refused.seq)) == 1
    assert desk.ledger.bodies(Kind.REFUSED)[-1].text("reason") == "cap"


def test_a_window_that_wants_it_no_more_ends_it_in_fifteen_seconds(
    desk: LaptopDesk,
) -> None:
    teacher, access = _view(desk)
    desk.move(5.1, teacher, wanted=[access])
    desk.move(14, teacher)
    assert desk.mind.laptop.look.is_open
    desk.move(6, teacher)
    assert not desk.mind.laptop.look.is_open
    assert desk.ledger.bodies(Kind.CLOSE)[-1].text("end") == "link"


def test_bytes_that_lay_in_a_stopped_console_do_not_lengthen_the_lease(
    desk: LaptopDesk,
) -> None:
    teacher, access = _view(desk)
    desk.ping(teacher)
    departed_s = desk.clock()
    desk.move(10)
    teacher.pong(access)
    assert desk.mind.laptop.look.lease_s == departed_s + 15


def test_a_lost_link_ends_it_without_a_word(desk: LaptopDesk) -> None:
    teacher, _ = _view(desk)
    first = len(desk.did)
    desk.tell(e.LinkEnded(teacher.link))
    assert "TellEnded" not in _order(desk, first)
    assert desk.ledger.bodies(Kind.CLOSE)[-1].text("end") == "link"


def test_the_teachers_stop_is_answered_whether_it_was_open_or_not(
    desk: LaptopDesk,
) -> None:
    teacher, access = _view(desk)
    first, second = (
        teacher.ask(Verb.VIEW_STOP, access=access),
        teacher.ask(Verb.VIEW_STOP, access="00" * 16),
    )
    assert desk.yeses(first.seq) == desk.yeses(second.seq) == 1
    assert desk.ledger.bodies(Kind.CLOSE)[-1].text("end") == "teacher"


def test_another_teacher_cannot_stop_it(desk: LaptopDesk) -> None:
    _, access = _view(desk)
    other = desk.connect(1)
    other.ask(Verb.VIEW_STOP, access=access)
    assert desk.mind.laptop.look.is_open


@pytest.mark.parametrize("disk", [Disk.LOST, Disk.LANDED])
def test_R31_P06_without_a_record_no_picture(desk: LaptopDesk, disk: Disk) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.ledger.disk = disk
    body = teacher.ask(Verb.OVERVIEW_START)
    assert desk.local_words(local.Grab) == []
    assert len(desk.nos(body.seq)) == 1
    assert desk.eye().state is local.EyeState.TROUBLE


def test_an_open_that_landed_in_spite_of_an_error_gets_its_close(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.ledger.disk = Disk.LANDED
    teacher.ask(Verb.OVERVIEW_START)
    assert len(desk.ledger.unclosed_opens()) == 0  # the CLOSE landed too
    desk.ledger.disk = Disk.WELL
    assert desk.overview_is(AccessState.IDLE)


def test_a_close_the_disk_refused_is_tried_again_with_its_first_length(
    desk: LaptopDesk,
) -> None:
    teacher, access = _view(desk)
    desk.ledger.disk = Disk.LOST
    desk.move(10, teacher, wanted=[access])
    teacher.ask(Verb.VIEW_STOP, access=access)
    assert desk.look_is(AccessState.OWED)
    desk.ledger.disk = Disk.WELL
    desk.move(6, teacher)
    (close,) = desk.ledger.bodies(Kind.CLOSE)
    assert close.number("seconds") == 10
    assert desk.look_is(AccessState.IDLE)


def test_a_pupil_is_told_when_somebody_last_looked(desk: LaptopDesk) -> None:
    _, access = _view(desk)
    desk.frame(access, width_px=1280, height_px=720)
    desk.click(local.ClickKind.STOP, access)
    assert desk.eye().last_looked_s == int(desk.clock.wall.timestamp())


def test_R13_stop_withdraws_every_picture_that_is_open(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    overview = teacher.ask(Verb.OVERVIEW_START).access
    view = teacher.ask(Verb.VIEW_START).access
    desk.move(3.1, teacher, wanted=[overview, view])
    desk.click(local.ClickKind.STOP, view)
    states = {
        x.text("purpose"): x.text("state") for x in desk.ledger.bodies(Kind.CONSENT)
    }
    assert states["overview"] == states["view"] == "ConsentWithdrawn"
    assert states["show"] == "ConsentGiven"
    purposes = {purpose for _, purpose in desk.yes_files}
    assert purposes == {Purpose.SHOW}


def test_an_open_that_may_have_landed_is_closed_once_it_can_be_read(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.ledger.disk = Disk.LANDED
    whole, desk.ledger.unclosed_opens = desk.ledger.unclosed_opens, tuple  # type: ignore[method-assign]
    teacher.ask(Verb.OVERVIEW_START)
    assert desk.overview_is(AccessState.OWED)
    desk.ledger.disk = Disk.WELL
    desk.ledger.unclosed_opens = whole  # type: ignore[method-assign]
    desk.move(6, teacher)
    assert len(desk.ledger.bodies(Kind.CLOSE)) == 1
    assert desk.overview_is(AccessState.IDLE)


def test_a_link_that_is_lost_while_open_is_written_is_told_nothing(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.hold = True
    teacher.ask(Verb.MESSAGE)
    desk.tell(e.LinkEnded(teacher.link))
    before = len(desk.said)
    desk.let_go()
    assert len(desk.said) == before
