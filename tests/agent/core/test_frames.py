# SPDX-License-Identifier: GPL-3.0-or-later
"""Five checks and the law again before a picture leaves; one on its way at most."""

from typing import Any

import pytest

from agent.core import commands as c
from agent.core import events as e
from consent.documents.command import Verb
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.pictures import PictureTaken
from tests.fakes.laptop_desk import Console, LaptopDesk


def _open(desk: LaptopDesk) -> tuple[Console, str]:
    teacher = desk.lesson()
    desk.agree()
    return teacher, teacher.ask(Verb.OVERVIEW_START).access


def _taken(desk: LaptopDesk, teacher: Console, access: str, n: int) -> None:
    word = PictureTaken(bytes.fromhex(access), n)
    desk.tell(e.WireHeard(teacher.link, word))


def test_a_good_picture_leaves_under_its_open_access(desk: LaptopDesk) -> None:
    _, access = _open(desk)
    desk.frame(access)
    (picture,) = desk.pictures()
    assert (picture.frame.access.hex(), picture.overview) == (access, True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"taken_ms": 0},
        {"taken_ms": 2**40},
        {"width_px": 193},
        {"height_px": 800},
        {"data": b"x" * 16_385},
    ],
)
def test_a_picture_that_fails_one_check_is_dropped(
    desk: LaptopDesk, wrong: dict[str, Any]
) -> None:
    _, access = _open(desk)
    desk.frame(access, **wrong)
    assert desk.pictures() == []
    assert desk.local_words(local.FrameSent)[-1].sent is False


def test_a_picture_under_no_access_is_dropped(desk: LaptopDesk) -> None:
    _open(desk)
    desk.frame("00" * 16)
    assert desk.pictures() == []
    assert desk.local_words(local.FrameSent)[-1].sent is False


def test_P09_a_picture_of_a_stopped_look_never_leaves_under_the_next(
    desk: LaptopDesk,
) -> None:
    teacher, old = _open(desk)
    teacher.ask(Verb.OVERVIEW_STOP, access=old)
    teacher.ask(Verb.OVERVIEW_START)
    desk.frame(old)
    assert desk.pictures() == []


def test_the_next_leaves_only_after_the_first_was_taken(desk: LaptopDesk) -> None:
    teacher, access = _open(desk)
    desk.frame(access, 1)
    desk.move(2, teacher, wanted=[access])
    desk.frame(access, 2)
    assert len(desk.pictures()) == 1
    _taken(desk, teacher, access, 1)
    assert desk.local_words(local.FrameSent)[-1] == local.FrameSent(
        bytes.fromhex(access), 1, sent=True
    )
    desk.frame(access, 3)
    assert len(desk.pictures()) == 2


def test_R27_P10_a_console_cannot_take_pictures_faster_than_the_ceiling(
    desk: LaptopDesk,
) -> None:
    teacher, access = _open(desk)
    for n in range(1, 20):
        desk.frame(access, n)
        _taken(desk, teacher, access, n)
        desk.clock.move(0.1)
    assert len(desk.pictures()) == 2  # at 0 s and at 1 s


def test_another_consoles_word_takes_nothing(desk: LaptopDesk) -> None:
    _, access = _open(desk)
    desk.frame(access, 1)
    other = desk.connect(1)
    _taken(desk, other, access, 1)
    assert not any(x.sent for x in desk.local_words(local.FrameSent))


def test_a_word_about_nothing_is_nothing(desk: LaptopDesk) -> None:
    teacher, access = _open(desk)
    _taken(desk, teacher, "00" * 16, 1)
    _taken(desk, teacher, access, 7)
    assert desk.local_words(local.FrameSent) == []


def test_R15_P09_a_frame_behind_a_withdrawal_is_dropped(desk: LaptopDesk) -> None:
    _, access = _open(desk)
    desk.choose(Purpose.OVERVIEW, local.ChoiceAnswer.NO)
    desk.frame(access)
    assert desk.pictures() == []


def test_D09_with_a_picture_out_the_end_may_cut_the_link(desk: LaptopDesk) -> None:
    _, access = _open(desk)
    desk.frame(access)
    desk.click(local.ClickKind.STOP, access)
    (ended,) = [x for x in desk.did if isinstance(x, c.TellEnded)]
    assert ended.picture_out


def test_without_one_the_end_is_told(desk: LaptopDesk) -> None:
    teacher, access = _open(desk)
    desk.frame(access)
    _taken(desk, teacher, access, 1)
    desk.click(local.ClickKind.STOP, access)
    (ended,) = [x for x in desk.did if isinstance(x, c.TellEnded)]
    assert not ended.picture_out


def test_R02_P05_a_lost_indicator_ends_the_look_by_itself(desk: LaptopDesk) -> None:
    _, access = _open(desk)
    desk.alive(proof_ok=False)
    assert not desk.mind.laptop.overview.is_open
    desk.frame(access)
    assert desk.pictures() == []
