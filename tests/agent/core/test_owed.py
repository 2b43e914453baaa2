# SPDX-License-Identifier: GPL-3.0-or-later
"""What the disk refused: no and pause are tried again, yes and Verder fall back."""

from agent.core import commands as c
from agent.core import owed
from consent.purpose import Purpose
from protocol.messages import local
from tests.fakes.laptop_desk import Console, LaptopDesk


def _again(desk: LaptopDesk, teacher: Console) -> None:
    desk.move(owed.AGAIN_S + 1, teacher)


def _pauses(desk: LaptopDesk) -> list[c.StorePause]:
    return [x for x in desk.did if isinstance(x, c.StorePause)]


def _is_acknowledged(desk: LaptopDesk, n: int) -> bool:
    return n in [x.n for x in desk.local_words(local.ClickKept)]


def test_D08_a_pause_that_the_disk_refuses_holds_and_is_tried_again(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.yes_disk_ok = False
    desk.click(local.ClickKind.PAUSE)
    n = desk.clicks
    assert desk.mind.laptop.paused
    _again(desk, teacher)
    assert not _is_acknowledged(desk, n)
    desk.yes_disk_ok = True
    _again(desk, teacher)
    first, *_, last = _pauses(desk)
    assert first == last
    assert _is_acknowledged(desk, n)
    count = len(_pauses(desk))
    _again(desk, teacher)
    assert len(_pauses(desk)) == count


def test_D08_it_is_tried_again_when_it_is_due_and_not_when_something_comes(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.yes_disk_ok = False
    desk.click(local.ClickKind.PAUSE)
    due_s = desk.clock() + owed.AGAIN_S
    for _ in range(2):
        desk.clock.move(2)
        desk.alive()
    assert desk.mind.deadline() == due_s


def test_a_pause_that_ended_meanwhile_is_not_stored_again(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.yes_disk_ok = False
    desk.click(local.ClickKind.PAUSE)
    n, count = desk.clicks, len(_pauses(desk))
    desk.yes_disk_ok = True
    desk.click(local.ClickKind.RESUME)
    _again(desk, teacher)
    assert len(_pauses(desk)) == count
    assert _is_acknowledged(desk, n)


def test_a_verder_that_the_disk_refuses_leaves_the_pause(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.click(local.ClickKind.PAUSE)
    desk.yes_disk_ok = False
    told = len(desk.local_words(local.Eye)), len(desk.local_words(local.Choices))
    desk.click(local.ClickKind.RESUME)
    assert desk.mind.laptop.paused
    assert desk.eye().state is local.EyeState.PAUSED
    now = len(desk.local_words(local.Eye)), len(desk.local_words(local.Choices))
    assert now == (told[0] + 1, told[1] + 1)


def test_a_yes_file_that_may_be_half_written_is_made_a_no(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.yes_disk_ok = False
    desk.choose(Purpose.VIEW)
    key = (desk.mind.laptop.klass, Purpose.VIEW)
    assert c.StoreNo((key,), 0) in desk.did
    assert key in desk.mind.laptop.owed_nos
