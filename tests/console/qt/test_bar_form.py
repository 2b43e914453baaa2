# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bar leaves out, and in which order."""

from dataclasses import replace

import pytest

from console.qt.bar_form import FORMS, BarNeeds, Line, choose_form, width_px

NEEDS = BarNeeds(
    room_px=1_300,
    lesson_px=300,
    lines_px={Line.NOTHING: 0, Line.LEFT: 80, Line.TIMES: 160, Line.WHOLE: 260},
    always_px=550,
    hands_px=60,
    end_px=120,
    more_px=90,
    apart_px=8,
)


def test_a_wide_bar_shows_everything() -> None:
    assert choose_form(replace(NEEDS, room_px=1_400)) == FORMS[0]


@pytest.mark.parametrize("room_px", range(300, 1_500, 7))
def test_what_is_chosen_fits_and_nothing_fuller_does(room_px: int) -> None:
    needs = replace(NEEDS, room_px=room_px)
    form = choose_form(needs)
    fuller = FORMS[: FORMS.index(form)]
    assert all(width_px(one, needs) > room_px for one in fuller)
    assert width_px(form, needs) <= room_px or form == FORMS[-1]


def test_words_go_first_then_hands_and_the_end_last_of_all() -> None:
    gone = [next(i for i, f in enumerate(FORMS) if not shows(f)) for shows in (
        lambda f: f.line is Line.WHOLE,
        lambda f: f.line > Line.NOTHING,
        lambda f: f.lesson_most_px > 0,
        lambda f: f.hands,
        lambda f: f.end,
    )]  # fmt: skip
    assert gone == sorted(gone)
    assert gone[-1] == len(FORMS) - 1


def test_more_is_there_only_when_something_went_under_it() -> None:
    assert [form.more for form in FORMS] == [False] * 7 + [True] * 2
