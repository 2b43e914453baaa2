# SPDX-License-Identifier: GPL-3.0-or-later
"""Each made-up pupil does what the demo says of them."""

from pathlib import Path
from typing import Any

from installer.demo.places import OPTED_OUT, SAYS_NO, Pupil
from installer.demo.pupil_script import pupil_lines

HAND = Pupil(4)
OUT = Path("/out")


def _lines(number: int, *, by_mouse: bool = True) -> list[dict[str, Any]]:
    return pupil_lines(Pupil(number), HAND, 120, by_mouse=by_mouse, out=OUT)


def test_questions_are_answered_as_the_pupil_is() -> None:
    answers = {
        number: [line["point"] for line in _lines(number) if "question" in line["on"]]
        for number in (1, OPTED_OUT, SAYS_NO)
    }
    assert answers == {
        1: [["questionYes"]] * 3,
        OPTED_OUT: [],
        SAYS_NO: [["questionNo"]] * 3,
    }


def test_the_first_pupil_stops_the_second_look_and_not_the_first() -> None:
    looks = [line for line in _lines(1) if line["on"] == "eye:view"]
    assert "point" not in looks[0]
    assert looks[1]["point"] == ["eyeStop"]
    assert looks[1]["after"] == 6.0


def test_in_a_small_class_the_look_it_offered_is_left_alone_too() -> None:
    lines = pupil_lines(Pupil(1), Pupil(1), 60, by_mouse=True, out=OUT)
    looks = [line for line in lines if line["on"] == "eye:view"]
    assert [("point" in line) for line in looks] == [False, False, True]


def test_one_raises_a_hand_and_all_take_their_list_along() -> None:
    assert any("handUp" in line.get("point", ()) for line in _lines(4))
    assert not any("handUp" in line.get("point", ()) for line in _lines(5))
    for number in range(1, 6):
        assert _lines(number)[-1]["on"] == "lesson:over"


def test_without_a_pointer_the_session_presses_itself() -> None:
    assert all("point" not in line for line in _lines(1, by_mouse=False))
    assert _lines(5, by_mouse=False)[0]["press"] == ["questionYes"]


def test_a_drawn_desktop_is_pictured_by_its_session_and_a_real_one_is_not() -> None:
    shots = {
        number: [x["shot"] for x in _lines(number, by_mouse=False) if "shot" in x]
        for number in (1, 2)
    }
    assert shots == {
        1: ["/out/pupil-01.png", "/out/pupil-01-curtain.png"],
        2: ["/out/pupil-02.png"],
    }
    assert not any("shot" in line for line in _lines(1))
