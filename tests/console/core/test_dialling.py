# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialling: few at once, uneven waits, and a flood that pushes nobody out."""

import pytest

from console.core.dialling import STRANGER_S, UNHEARD_S, Dialler
from protocol.constants import CANDIDATES_KEPT, DIALS_AT_ONCE, REDIAL_LONGEST_S
from tests.fakes.chance import FakeChance

HERE = ("127.0.0.1", 47_310)


def place(number: int) -> tuple[str, int]:
    return (f"10.0.{number // 250}.{number % 250 + 1}", 47_310)


@pytest.fixture
def dialler() -> Dialler:
    return Dialler(FakeChance())


def test_a_new_place_is_dialled_at_once_and_only_once(dialler: Dialler) -> None:
    dialler.advertised(HERE, 0.0)
    dialler.advertised(HERE, 0.0)
    assert dialler.due(0.0) == [HERE]
    assert dialler.due(0.0) == []
    assert dialler.deadline(0.0) is None


def test_at_most_four_are_dialled_at_once(dialler: Dialler) -> None:
    for number in range(10):
        dialler.advertised(place(number), 0.0)
    first = dialler.due(0.0)
    assert len(first) == DIALS_AT_ONCE
    assert dialler.due(0.0) == []
    dialler.answered(first[0], b"d")
    assert len(dialler.due(0.0)) == 1


def test_a_failure_waits_one_second_then_twice_as_long_up_to_thirty(
    dialler: Dialler,
) -> None:
    dialler.advertised(HERE, 0.0)
    now, waits = 0.0, []
    for _ in range(7):
        assert dialler.due(now) == [HERE]
        dialler.failed(HERE, now)
        due = dialler.deadline(now)
        assert due is not None
        waits.append(due - now)
        now = due
    assert waits == [1, 2, 4, 8, 16, REDIAL_LONGEST_S, REDIAL_LONGEST_S]


def test_jitter_moves_the_wait_by_half() -> None:
    chance = FakeChance()
    dialler = Dialler(chance)
    dialler.advertised(HERE, 0.0)
    dialler.due(0.0)
    chance.next_jitter = -1.0
    dialler.failed(HERE, 0.0)
    assert dialler.deadline(0.0) == 0.5


def test_a_stranger_is_left_alone_for_long(dialler: Dialler) -> None:
    dialler.advertised(HERE, 0.0)
    dialler.due(0.0)
    dialler.stranger(HERE, 0.0)
    assert dialler.deadline(0.0) == STRANGER_S


def test_a_superseded_link_is_not_dialled_without_a_click(dialler: Dialler) -> None:
    dialler.advertised(HERE, 0.0)
    dialler.due(0.0)
    dialler.answered(HERE, b"d")
    assert dialler.device_at(HERE) == b"d"
    dialler.ended(HERE, 10.0, was_ready=True, may_redial=False)
    assert dialler.due(1_000.0) == []
    dialler.clicked(1_000.0)
    assert dialler.due(1_001.0) == [HERE]


def test_a_lost_link_is_dialled_again_by_itself(dialler: Dialler) -> None:
    dialler.advertised(HERE, 0.0)
    dialler.due(0.0)
    dialler.answered(HERE, b"d")
    dialler.ended(HERE, 10.0, was_ready=True, may_redial=True)
    assert dialler.due(11.0) == [HERE]


def test_a_link_that_never_was_ready_waits_longer_each_time(dialler: Dialler) -> None:
    dialler.advertised(HERE, 0.0)
    for now, wait in ((0.0, 1.0), (1.0, 2.0), (3.0, 4.0)):
        assert dialler.due(now) == [HERE]
        dialler.answered(HERE, b"d")
        dialler.ended(HERE, now, was_ready=False, may_redial=True)
        assert dialler.deadline(now) == now + wait


def test_a_link_that_was_ready_starts_the_waits_anew(dialler: Dialler) -> None:
    dialler.advertised(HERE, 0.0)
    for now in (0.0, 1.0, 3.0):
        assert dialler.due(now) == [HERE]
        dialler.failed(HERE, now)
    assert dialler.due(7.0) == [HERE]
    dialler.answered(HERE, b"d")
    dialler.ended(HERE, 7.0, was_ready=True, may_redial=True)
    assert dialler.deadline(7.0) == 8.0


def test_known_laptops_go_first(dialler: Dialler) -> None:
    dialler.advertised(HERE, 0.0)
    dialler.due(0.0)
    dialler.answered(HERE, b"d")
    dialler.ended(HERE, 0.0, was_ready=True, may_redial=True)
    for number in range(8):
        dialler.advertised(place(number), 1.0)
    assert dialler.due(1.0)[0] == HERE


def test_S18_a_flood_never_grows_the_list_nor_pushes_a_laptop_out(
    dialler: Dialler,
) -> None:
    dialler.advertised(HERE, 0.0)
    dialler.due(0.0)
    dialler.answered(HERE, b"d")
    dialler.ended(HERE, 0.0, was_ready=True, may_redial=True)
    for number in range(10_000):
        dialler.advertised(place(number), 0.0)
    assert len(dialler._places) == CANDIDATES_KEPT  # noqa: SLF001
    assert dialler.due(5.0)[0] == HERE


def test_S18_a_real_laptop_gets_in_once_a_bogus_place_failed(
    dialler: Dialler,
) -> None:
    for number in range(1_000):
        dialler.advertised(place(number), 0.0)
    for bogus in dialler.due(0.0):
        dialler.failed(bogus, 0.0)
    dialler.advertised(HERE, 0.1)
    assert HERE in dialler.due(0.1)


def test_the_newest_hint_takes_the_place_of_the_oldest(dialler: Dialler) -> None:
    for number in range(CANDIDATES_KEPT):
        dialler.advertised(place(number), float(number))
    dialler.advertised(HERE, 999.0)
    assert HERE in dialler._places  # noqa: SLF001
    assert place(0) not in dialler._places  # noqa: SLF001


def test_when_every_place_is_a_laptop_nobody_is_pushed_out(dialler: Dialler) -> None:
    for number in range(CANDIDATES_KEPT):
        dialler.advertised(place(number), 0.0)
        dialler.due(0.0)
        dialler.answered(place(number), b"d")
    dialler.advertised(HERE, 1.0)
    assert HERE not in dialler._places  # noqa: SLF001


def test_news_of_forgotten_places_is_no_news(dialler: Dialler) -> None:
    dialler.failed(HERE, 0.0)
    dialler.answered(HERE, b"d")
    dialler.ended(HERE, 0.0, was_ready=True, may_redial=False)
    assert dialler.device_at(HERE) is None
    assert dialler.deadline(0.0) is None


class Heard:
    """When each laptop was last heard over a link that works."""

    def __init__(self) -> None:
        self.at_s: dict[bytes, float] = {}

    def __call__(self, device: bytes) -> float | None:
        return self.at_s.get(device)


MOVED = ("127.0.0.2", 47_310)


def moved() -> tuple[Dialler, Heard]:
    """A laptop heard at one place answers at another, and ends that link again."""
    heard = Heard()
    dialler = Dialler(FakeChance(), heard)
    dialler.advertised(HERE, 0.0)
    dialler.due(0.0)
    dialler.answered(HERE, b"d")
    heard.at_s[b"d"] = 10.0
    dialler.advertised(MOVED, 12.0)
    assert dialler.due(12.0) == [MOVED]
    dialler.answered(MOVED, b"d")
    dialler.ended(MOVED, 12.1, was_ready=False, may_redial=True)
    return dialler, heard


def test_another_place_of_a_laptop_that_is_heard_is_left_alone() -> None:
    dialler, heard = moved()
    for second in range(13, 60):
        heard.at_s[b"d"] = second - second % 5
        assert dialler.due(float(second)) == []
    assert dialler.deadline(59.0) == 55 + UNHEARD_S


def test_it_is_dialled_once_the_old_link_has_gone_quiet() -> None:
    dialler, _ = moved()
    assert dialler.due(15.0) == []
    assert dialler.due(10.0 + UNHEARD_S) == [MOVED]


def test_it_is_dialled_at_once_when_the_old_link_ended() -> None:
    dialler, heard = moved()
    heard.at_s.clear()
    dialler.ended(HERE, 13.0, was_ready=True, may_redial=True)
    assert dialler.due(13.0) == [MOVED]


def test_the_old_place_is_not_dialled_beside_the_new_link() -> None:
    dialler, heard = moved()
    assert dialler.due(10.0 + UNHEARD_S) == [MOVED]
    dialler.answered(MOVED, b"d")
    heard.at_s[b"d"] = 16.0
    dialler.ended(HERE, 16.1, was_ready=True, may_redial=True)
    assert dialler.due(17.5) == []
    heard.at_s[b"d"] = 21.0
    assert dialler.due(26.0) == []
    heard.at_s.clear()
    dialler.ended(MOVED, 30.0, was_ready=True, may_redial=True)
    assert dialler.due(30.0) == [HERE]


def test_the_old_place_waits_while_the_new_link_is_being_made() -> None:
    dialler, heard = moved()
    heard.at_s.clear()
    dialler.ended(HERE, 13.0, was_ready=True, may_redial=True)
    assert dialler.due(13.0) == [MOVED]
    dialler.answered(MOVED, b"d")
    assert dialler.due(20.0) == []
    assert dialler.deadline(20.0) is None


def test_a_new_advert_of_a_spare_place_is_tried_for_another_may_have_it_now() -> None:
    dialler, _ = moved()
    dialler.advertised(MOVED, 13.0)
    assert dialler.due(13.0) == [MOVED]
