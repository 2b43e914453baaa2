# SPDX-License-Identifier: GPL-3.0-or-later
"""Arguments of another kind than asked count as not given."""

from console.qt.args import number_of, pupils_of, text_of
from console.qt.window_state import WindowState
from tests.fakes.worker import busy_view, pupil_id


def test_texts_and_numbers_are_taken_only_as_such() -> None:
    args = {"a": "x", "b": 3, "c": True}
    assert text_of(args, "a") == "x"
    assert text_of(args, "b") == ""
    assert text_of(args, "z") == ""
    assert number_of(args, "b", 9) == 3
    assert number_of(args, "a", 9) == 9
    assert number_of(args, "c", 9) == 9


def test_pupils_come_by_id_or_name_one_or_more() -> None:
    state = WindowState(busy_view())
    assert pupils_of({"pupil": "Jonas V."}, state) == (pupil_id(9),)
    several = {"pupils": ["Amina B.", pupil_id(1), 7]}
    assert pupils_of(several, state) == (pupil_id(0), pupil_id(1))
    assert pupils_of({"pupils": "Amina B."}, state) == ()
    assert pupils_of({}, state) == ()


def test_a_pupil_who_left_is_never_taken_for_the_class() -> None:
    state = WindowState(busy_view())
    assert pupils_of({"pupil": "niemand"}, state) is None
    assert pupils_of({"pupils": ["Amina B.", "niemand"]}, state) is None
