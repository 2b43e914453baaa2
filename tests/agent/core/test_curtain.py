# SPDX-License-Identifier: GPL-3.0-or-later
"""The curtain: shown only when painted, down by itself, and never without its lines."""

import pytest

from agent.core import commands as c
from agent.core import events as e
from agent.core.lease import LeaseState
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages import local
from protocol.messages.commands import AttentionState, Hand
from protocol.messages.local import CurtainState
from tests.fakes.laptop_desk import Console, LaptopDesk
from tests.fakes.ledger import Disk

SHOWN, NOT_SHOWN, RELEASED = AttentionState


def _word(desk: LaptopDesk, access: str, state: CurtainState) -> None:
    desk.tell_session(local.Curtain(bytes.fromhex(access), state, ""))


def _held(desk: LaptopDesk, seconds: int = 60) -> tuple[Console, str, int]:
    teacher = desk.lesson()
    body = teacher.ask(Verb.ATTENTION_START, args={"seconds": seconds, "scope": "all"})
    _word(desk, body.access, CurtainState.SHOWN)
    return teacher, body.access, body.seq


def _states(desk: LaptopDesk, seq: int) -> list[AttentionState]:
    return [word.state for word, _ in desk.attentions() if word.seq == seq]


def _is(desk: LaptopDesk, state: LeaseState) -> bool:
    return desk.mind.laptop.lock.state is state


def test_the_line_is_on_disk_before_the_curtain_rises(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.hold = True
    body = teacher.ask(Verb.ATTENTION_START)
    assert desk.local_words(local.CurtainUp) == []
    desk.let_go()
    (up,) = desk.local_words(local.CurtainUp)
    assert (up.lease.hex(), up.teacher, up.reason) == (
        body.access,
        "mevr. Peeters",
        "uitleg",
    )
    assert desk.yeses(body.seq) == 1
    assert _states(desk, body.seq) == []


def test_R61_shown_is_told_when_the_pixels_were_read_back(desk: LaptopDesk) -> None:
    _, _, seq = _held(desk)
    assert _states(desk, seq) == [SHOWN]
    assert desk.eye().state is local.EyeState.ATTENTION


@pytest.mark.parametrize("fails_after_s", [0.0, 1.0, None])
def test_D02_a_curtain_that_never_showed_is_told_at_one_time(
    desk: LaptopDesk, fails_after_s: float | None
) -> None:
    teacher = desk.lesson()
    asked_s = desk.clock()
    body = teacher.ask(Verb.ATTENTION_START)
    if fails_after_s is not None:
        desk.move(fails_after_s, teacher)
        _word(desk, body.access, CurtainState.FAILED)
    desk.move(3, teacher)
    _word(desk, body.access, CurtainState.RELEASED)
    ((told, at_s),) = desk.attentions()
    assert told.state is NOT_SHOWN
    assert at_s == pytest.approx(asked_s + 2.0)


def test_D02_an_exempt_laptop_answers_as_one_whose_curtain_failed(
    desk: LaptopDesk,
) -> None:
    exempt = LaptopDesk(desk.school.changed(slip={"exempt_attention": True}))
    teacher = exempt.lesson()
    asked_s = exempt.clock()
    body = teacher.ask(Verb.ATTENTION_START)
    exempt.move(4, teacher)
    assert exempt.local_words(local.CurtainUp) == []
    ((told, at_s),) = exempt.attentions()
    assert (told.state, at_s) == (NOT_SHOWN, asked_s + 2.0)
    assert exempt.yeses(body.seq) == 1
    (close,) = exempt.ledger.bodies(Kind.CLOSE)
    assert close.text("end") == "not_shared"
    assert exempt.ledger.bodies(Kind.CAUSE)[0].text("cause") == "exempt"


def test_R62_it_comes_down_by_itself_when_the_window_is_gone(desk: LaptopDesk) -> None:
    teacher, access, seq = _held(desk, 120)
    desk.move(5.1, teacher, wanted=[access])
    assert desk.local_words(local.CurtainRenew)
    desk.move(16, teacher)
    assert desk.local_words(local.CurtainDown)[-1].lease.hex() == access
    _word(desk, access, CurtainState.RELEASED)
    assert _states(desk, seq) == [SHOWN, RELEASED]
    (close,) = desk.ledger.bodies(Kind.CLOSE)
    assert close.text("end") == "link"


def test_R61_R62_no_renewal_passes_its_own_end(desk: LaptopDesk) -> None:
    teacher, access, _ = _held(desk, 30)
    desk.move(31, teacher, wanted=[access])
    assert _is(desk, LeaseState.RELEASING)
    _word(desk, access, CurtainState.RELEASED)
    assert desk.ledger.bodies(Kind.CLOSE)[0].text("end") == "time"


def test_one_curtain_at_a_time(desk: LaptopDesk) -> None:
    teacher, _, _ = _held(desk)
    second = teacher.ask(Verb.ATTENTION_START)
    assert len(desk.nos(second.seq)) == 1


def test_R25_P12_sixty_seconds_lie_between_two_and_three_are_enough(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    answers = []
    for wait_s in (30, 61, 61, 61):
        body = teacher.ask(Verb.ATTENTION_START, args={"seconds": 10, "scope": "all"})
        answers.append(desk.yeses(body.seq))
        _word(desk, body.access, CurtainState.SHOWN)
        teacher.ask(Verb.ATTENTION_STOP, access=body.access)
        _word(desk, body.access, CurtainState.RELEASED)
        desk.move(wait_s, teacher)
    assert answers == [1, 0, 1, 1]
    last = teacher.ask(Verb.ATTENTION_START)
    assert len(desk.nos(last.seq)) == 1


def test_a_lock_that_a_lost_link_dropped_goes_on_to_its_old_end(
    desk: LaptopDesk,
) -> None:
    teacher, access, _ = _held(desk, 60)
    hard_end_s = desk.mind.laptop.lock.hard_end_s
    desk.tell(e.LinkEnded(teacher.link))
    assert desk.local_words(local.CurtainDown)
    _word(desk, access, CurtainState.RELEASED)
    desk.move(10)
    again = desk.connect()
    again.ask(Verb.LESSON_START)
    body = again.ask(
        Verb.ATTENTION_START, access=access, args={"seconds": 600, "scope": "all"}
    )
    assert desk.yeses(body.seq) == 1
    assert desk.mind.laptop.lock.hard_end_s <= hard_end_s


def test_R62_the_lost_session_takes_its_curtain_along(desk: LaptopDesk) -> None:
    _, _, seq = _held(desk)
    desk.tell(e.SessionLost())
    assert _is(desk, LeaseState.FREE)
    assert _states(desk, seq) == [SHOWN, NOT_SHOWN]
    assert desk.ledger.bodies(Kind.CLOSE)[0].text("end") == "not_shared"


def test_R62_a_frozen_session_is_dropped_and_its_curtain_with_it(
    desk: LaptopDesk,
) -> None:
    _held(desk)
    desk.clock.move(3.1)
    desk.tell(e.Ticked())
    assert any(isinstance(x, c.DropSession) for x in desk.did)
    assert _is(desk, LeaseState.FREE)


def test_R61_help_now_lowers_it_and_raises_the_hand(desk: LaptopDesk) -> None:
    teacher, access, _ = _held(desk)
    desk.click(local.ClickKind.HELP_NOW)
    assert desk.local_words(local.CurtainDown)[-1].lease.hex() == access
    assert teacher.said(Hand)[-1] == Hand(up=True, offer=False)
    assert desk.mind.laptop.lock.cause == "help_now"


def test_a_curtain_that_does_not_come_down_is_told_again(desk: LaptopDesk) -> None:
    teacher, access, _ = _held(desk)
    teacher.ask(Verb.ATTENTION_STOP, access=access)
    desk.move(5, teacher)
    assert len(desk.local_words(local.CurtainDown)) >= 3
    _word(desk, access, CurtainState.RELEASED)
    assert _is(desk, LeaseState.FREE)


def test_S27_a_curtain_left_by_the_pupil_is_told_without_blame(
    desk: LaptopDesk,
) -> None:
    _, access, seq = _held(desk)
    _word(desk, access, CurtainState.FAILED)
    assert _states(desk, seq) == [SHOWN, NOT_SHOWN]
    _word(desk, access, CurtainState.RELEASED)
    assert _states(desk, seq) == [SHOWN, NOT_SHOWN]


def test_another_curtains_word_is_nothing(desk: LaptopDesk) -> None:
    _, _, seq = _held(desk)
    _word(desk, "ab" * 16, CurtainState.RELEASED)
    assert _is(desk, LeaseState.HELD)
    assert _states(desk, seq) == [SHOWN]


def test_a_curtain_that_nobody_asked_for_is_told_to_go(desk: LaptopDesk) -> None:
    desk.lesson()
    _word(desk, "ab" * 16, CurtainState.SHOWN)
    assert desk.local_words(local.CurtainDown)[-1].lease == b"\xab" * 16


def test_papers_that_end_it_lower_it(desk: LaptopDesk) -> None:
    teacher, _, _ = _held(desk)
    desk.tell(e.NetworkChanged(teacher.link, on_school_network=False))
    assert _is(desk, LeaseState.RELEASING)
    assert desk.mind.laptop.lock.cause == "network"


@pytest.mark.parametrize("disk", [Disk.LOST, Disk.LANDED])
def test_R31_P06_without_a_record_no_curtain(desk: LaptopDesk, disk: Disk) -> None:
    teacher = desk.lesson()
    desk.ledger.disk = disk
    body = teacher.ask(Verb.ATTENTION_START)
    assert desk.local_words(local.CurtainUp) == []
    assert len(desk.nos(body.seq)) == 1
    assert desk.ledger.unclosed_opens() == []


def test_a_no_that_comes_while_open_is_written_raises_nothing(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.hold = True
    body = teacher.ask(Verb.ATTENTION_START)
    desk.tell(e.SessionLost())
    desk.let_go()
    assert desk.local_words(local.CurtainUp) == []
    assert len(desk.nos(body.seq)) == 1
    assert desk.ledger.unclosed_opens() == []


def test_a_close_the_disk_refused_is_tried_again(desk: LaptopDesk) -> None:
    teacher, access, _ = _held(desk)
    teacher.ask(Verb.ATTENTION_STOP, access=access)
    desk.ledger.disk = Disk.LOST
    _word(desk, access, CurtainState.RELEASED)
    assert len(desk.ledger.unclosed_opens()) == 1
    busy = teacher.ask(Verb.ATTENTION_START)
    assert len(desk.nos(busy.seq)) == 1
    refused = [x for x in desk.did if isinstance(x, c.NoteRefused)]
    assert [(x.purpose, x.reason) for x in refused] == [("attention", "ledger")]
    desk.ledger.disk = Disk.WELL
    desk.move(6, teacher)
    assert desk.ledger.unclosed_opens() == []


def test_a_second_curtain_is_refused_and_the_pupil_can_read_it(
    desk: LaptopDesk,
) -> None:
    teacher, _, _ = _held(desk)
    second = teacher.ask(Verb.ATTENTION_START)
    assert len(desk.nos(second.seq)) == 1
    refused = [x for x in desk.did if isinstance(x, c.NoteRefused)]
    assert [(x.purpose, x.reason) for x in refused] == [("attention", "cap")]


def test_P12_D14_one_pupil_alone_is_held_two_minutes_at_most(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.ATTENTION_START, args={"seconds": 600, "scope": "one"})
    assert desk.mind.laptop.lock.seconds == 120


def test_a_lock_that_goes_on_waits_until_the_old_curtain_is_down(
    desk: LaptopDesk,
) -> None:
    teacher, access, _ = _held(desk, 60)
    desk.tell(e.LinkEnded(teacher.link))
    again = desk.connect()
    again.ask(Verb.LESSON_START)
    body = again.ask(Verb.ATTENTION_START, access=access)
    assert [x.link for x in desk.nos(body.seq)] == [again.link]


def test_an_open_that_may_have_landed_is_closed_once_it_can_be_read(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.ledger.disk = Disk.LANDED
    whole, desk.ledger.unclosed_opens = desk.ledger.unclosed_opens, tuple  # type: ignore[method-assign]
    teacher.ask(Verb.ATTENTION_START)
    assert desk.ledger.bodies(Kind.CLOSE) == []
    desk.ledger.disk = Disk.WELL
    desk.ledger.unclosed_opens = whole  # type: ignore[method-assign]
    desk.move(6, teacher)
    assert len(desk.ledger.bodies(Kind.CLOSE)) == 1


def test_a_link_that_is_lost_while_open_is_written_raises_nothing(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.hold = True
    teacher.ask(Verb.ATTENTION_START)
    desk.tell(e.LinkEnded(teacher.link))
    desk.let_go()
    assert desk.local_words(local.CurtainUp) == []
    assert desk.ledger.unclosed_opens() == []
