# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand goes up for everyone; an offer only where it could lead to a picture."""

from agent.core import events as e
from agent.core.access import AccessState
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.commands import Hand
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School

UP, OFFER, DOWN = (
    Hand(up=True, offer=False),
    Hand(up=True, offer=True),
    Hand(up=False, offer=False),
)


def test_R64_a_hand_goes_up_and_down(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.click(local.ClickKind.HAND)
    desk.click(local.ClickKind.HAND_CLEAR)
    assert teacher.said(Hand) == [UP, DOWN]


def test_the_teacher_puts_it_down(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.click(local.ClickKind.HAND)
    body = teacher.ask(Verb.HAND_CLEAR)
    assert desk.yeses(body.seq) == 1
    assert teacher.said(Hand)[-1] == DOWN


def test_an_offer_opens_one_view_at_once_without_any_yes(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.choose(Purpose.VIEW, local.ChoiceAnswer.NO)
    desk.click(local.ClickKind.HAND_OFFER)
    assert teacher.said(Hand)[-1] == OFFER
    body = teacher.ask(Verb.VIEW_START)
    assert desk.look_is(AccessState.STREAMING)
    assert desk.ledger.bodies(Kind.SAID_YES)[0].text("how") == "offer"
    teacher.ask(Verb.VIEW_STOP, access=body.access)
    again = teacher.ask(Verb.VIEW_START)
    assert len(desk.nos(again.seq)) == 1


def test_stop_of_an_offered_view_ends_only_that(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.click(local.ClickKind.HAND_OFFER)
    access = teacher.ask(Verb.VIEW_START).access
    desk.click(local.ClickKind.STOP, access)
    assert not desk.mind.laptop.look.is_open
    assert len(desk.yes_files) == 3


def test_an_offer_lasts_two_minutes(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.choose(Purpose.VIEW, local.ChoiceAnswer.NO)
    desk.click(local.ClickKind.HAND_OFFER)
    desk.move(121, teacher)
    body = teacher.ask(Verb.VIEW_START)
    assert len(desk.nos(body.seq)) == 1


def test_two_offers_a_lesson_and_then_a_plain_hand(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    for _ in range(3):
        desk.click(local.ClickKind.HAND_OFFER)
    assert teacher.said(Hand) == [OFFER, OFFER, UP]


def test_R14_R64_an_opted_out_pupil_can_press_it_and_a_plain_hand_goes_out(
    school: School,
) -> None:
    desk = LaptopDesk(school.changed(slip={"opt_outs": ("view",)}))
    teacher = desk.lesson()
    desk.agree()
    desk.click(local.ClickKind.HAND_OFFER)
    assert teacher.said(Hand) == [UP]


def test_without_a_lesson_there_is_nobody_to_tell(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    desk.click(local.ClickKind.HAND)
    desk.click(local.ClickKind.HAND_OFFER)
    assert not any(isinstance(x.message, Hand) for x in desk.said)


def test_a_console_that_comes_back_is_told_that_it_is_still_up(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.click(local.ClickKind.HAND)
    desk.tell(e.LinkEnded(teacher.link))
    again = desk.connect()
    again.ask(Verb.LESSON_START)
    assert again.said(Hand) == [UP]


def test_without_an_eye_an_offer_is_a_plain_hand(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    desk.alive(proof_ok=False)
    desk.click(local.ClickKind.HAND_OFFER)
    assert teacher.said(Hand) == [UP]
