# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.purpose: five powers, three of them pictures."""

from consent import purpose as p
from consent.purpose import Purpose


def test_R73_the_list_of_powers_is_closed() -> None:
    assert list(Purpose) == ["overview", "view", "show", "attention", "share"]


def test_three_of_them_show_pixels() -> None:
    assert {one for one in Purpose if one.is_picture} == p.PICTURES
    assert not Purpose.ATTENTION.is_picture


def test_R25_R27_the_ceilings_are_the_specifications() -> None:
    """Every limit there is, and no other: who changes one has to say so here."""
    limits = {name: value for name, value in vars(p).items() if name.isupper()}
    assert limits == {
        "PICTURES": {Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW},
        "OVERVIEW_WIDTH_PX": 240,
        "OVERVIEW_WIDTHS_PX": (160, 192, 240),
        "OVERVIEW_GAP_S": 1.0,
        "OVERVIEW_SETTLED_S": 1.0,
        "OVERVIEW_AT_LEAST_EACH_S": 10.0,
        "OVERVIEW_S": 900,
        "VIEW_WIDTH_PX": 1280,
        "VIEW_GAP_S": 0.25,
        "VIEW_NOTICE_S": 3,
        "VIEW_S": 120,
        "VIEW_SLOT_S": 600,
        "VIEW_REFUSED_COUNTS_S": 15,
        "SHOW_PREVIEW_S": 20,
        "ATTENTION_S": 600,
        "ATTENTION_TIMES": 3,
        "ATTENTION_GAP_S": 60,
        "ATTENTION_ALONE_S": 120,
        "OFFER_VIEW_S": 120,
        "OFFERS_PER_LESSON": 2,
        "SET_DAYS": 7,
        "CHARTER_DAYS": 366,
        "GUARDIAN_AGE": 13,
        "FLOOR_WEEKDAYS": {0, 1, 2, 3, 4},
        "FLOOR_FROM_HOUR": 7,
        "FLOOR_UNTIL_HOUR": 18,
    }
