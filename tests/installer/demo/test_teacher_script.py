# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's script waits for what it claims, and stretches with the lesson."""

from pathlib import Path

import pytest

from installer.demo.places import Places, Pupil
from installer.demo.teacher_script import helped, teacher_cues

PLACES = Places(Path("/work"), Path("/out"))


def _pupils(count: int) -> list[Pupil]:
    return [Pupil(number) for number in range(1, count + 1)]


@pytest.mark.parametrize("count", [3, 6, 40])
def test_every_claim_is_waited_for_or_done_by_the_teacher(count: int) -> None:
    for cue in teacher_cues(_pupils(count), PLACES, 60):
        for moment in cue.moments:
            by_teacher = moment.who == "teacher"
            assert by_teacher or "wait" in cue.line, (moment, cue.line)


def test_times_scale_and_never_go_back() -> None:
    short = [c.line.get("at", 0) for c in teacher_cues(_pupils(6), PLACES, 60)]
    long = [c.line.get("at", 0) for c in teacher_cues(_pupils(6), PLACES, 120)]
    assert long == [round(at * 2, 1) for at in short]
    timed = [at for at in short if at]
    assert timed == sorted(timed)


def test_who_raises_a_hand_is_in_the_class() -> None:
    assert helped(_pupils(3)) == Pupil(1)
    assert helped(_pupils(4)) == Pupil(4)


def test_pictures_are_taken_of_wall_view_and_every_screen() -> None:
    cues = teacher_cues(_pupils(4), PLACES, 60)
    shots = [Path(cue.line["shot"]).name for cue in cues if "shot" in cue.line]
    assert shots == ["wall.png", "view.png", "wall-attention.png", "log.png", "end.png"]
    tags = {tag for cue in cues for tag in cue.shots}
    assert tags == {f"pupil-0{n}" for n in range(1, 5)} | {"pupil-01-curtain"}


def test_each_look_is_asked_and_ends_in_a_close_or_a_refusal() -> None:
    moments = [
        (moment.what, moment.detail.get("pupil", moment.who))
        for cue in teacher_cues(_pupils(6), PLACES, 60)
        for moment in cue.moments
        if moment.what in {"view_asked", "view_closed", "not_shared"}
    ]
    asked = ["pupil-01", "pupil-04", "pupil-01", "pupil-01", "pupil-03"]
    assert [who for what, who in moments if what == "view_asked"] == asked
    assert [who for what, who in moments if what == "view_closed"] == asked[:3]
    assert [who for what, who in moments if what == "not_shared"] == asked[3:]
