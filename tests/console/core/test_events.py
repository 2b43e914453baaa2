# SPDX-License-Identifier: GPL-3.0-or-later
"""What the classroom hears: the closed list, and no name of a pupil in it."""

from typing import get_args

from console.core import events


def test_every_event_is_in_the_list() -> None:
    made = {
        x
        for x in vars(events).values()
        if isinstance(x, type) and x.__module__ == events.__name__
    }
    assert set(get_args(events.ClassroomEvent)) == made


def test_S04_no_event_of_a_laptop_names_a_pupil() -> None:
    for event in get_args(events.ClassroomEvent):
        assert "pupil" not in event.__match_args__
        assert "name" not in event.__match_args__
