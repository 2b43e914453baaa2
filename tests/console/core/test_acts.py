# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed list of acts: no act outside it, and none that does something more."""

from typing import get_args

from console.core import acts


def test_every_act_is_in_the_list_and_nothing_else_is() -> None:
    made = {x for x in vars(acts).values() if isinstance(x, type)}
    assert set(get_args(acts.TeacherAct)) == made


def test_R71_P10_no_act_asks_for_a_rate_a_size_or_a_recording() -> None:
    fields = {f for act in get_args(acts.TeacherAct) for f in act.__match_args__}
    assert fields == {
        "reason_code",
        "reason",
        "pupils",
        "pupil",
        "seconds",
        "text",
        "url",
        "title",
    }
