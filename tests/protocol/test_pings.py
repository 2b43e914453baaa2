# SPDX-License-Identifier: GPL-3.0-or-later
"""A ping is remembered with its departure, and not for ever."""

from protocol import constants as c
from protocol.pings import Pings


def test_pings_count_from_one() -> None:
    pings = Pings()
    assert pings.newest == 0
    assert [pings.depart(5.0), pings.depart(10.0)] == [1, 2]
    assert pings.newest == 2
    assert (pings.departed(1), pings.departed(2)) == (5.0, 10.0)


def test_a_ping_that_never_left_has_no_departure() -> None:
    assert Pings().departed(1) is None


def test_only_the_newest_few_are_kept() -> None:
    pings = Pings()
    for at in range(c.PINGS_REMEMBERED + 1):
        pings.depart(float(at))
    assert pings.departed(1) is None
    assert pings.departed(2) == 1.0


def test_what_is_kept_outlasts_a_lease() -> None:
    assert c.PINGS_REMEMBERED * c.PING_EVERY_S > 2 * c.SILENCE_S


def test_a_console_remembers_what_it_heard() -> None:
    pings = Pings()
    pings.saw(7, 3.0)
    assert (pings.newest, pings.departed(7)) == (7, 3.0)
