# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.purpose: five powers, three of them pictures."""

from consent import purpose as p
from consent.purpose import Purpose


def test_R73_the_list_of_powers_is_closed() -> None:
    assert list(Purpose) == ["overview", "view", "show", "attention", "share"]


def test_three_of_them_show_pixels() -> None:
    assert {one for one in Purpose if one.is_picture} == p.PICTURES
    assert not Purpose.ATTENTION.is_picture


def test_the_ceilings_are_the_specifications() -> None:
    assert (p.OVERVIEW_WIDTH_PX, p.OVERVIEW_GAP_S, p.OVERVIEW_S) == (240, 1.0, 900)
    assert (p.VIEW_WIDTH_PX, p.VIEW_GAP_S, p.VIEW_S, p.VIEW_SLOT_S) == (
        1280,
        0.25,
        120,
        600,
    )
    assert (p.ATTENTION_S, p.ATTENTION_TIMES, p.ATTENTION_GAP_S) == (600, 3, 60)
    assert (p.ATTENTION_ALONE_S, p.SET_DAYS, p.GUARDIAN_AGE) == (120, 7, 13)
    assert (p.FLOOR_FROM_HOUR, p.FLOOR_UNTIL_HOUR) == (7, 18)
    assert max(p.OVERVIEW_WIDTHS_PX) == p.OVERVIEW_WIDTH_PX
