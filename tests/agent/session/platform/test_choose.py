# SPDX-License-Identifier: GPL-3.0-or-later
"""Which kind of desktop this is."""

import pytest

from agent.session.platform.choose import choose
from tests.fakes.clock import FakeClock


@pytest.mark.parametrize(
    ("name", "surroundings", "number"),
    [
        ("auto", {"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, 3),
        ("auto", {}, 3),
        ("mss", {}, 2),
        ("synthetic", {}, 4),
    ],
)
def test_each_name_has_its_platform(
    name: str, surroundings: dict[str, str], number: int
) -> None:
    assert choose(name, surroundings, FakeClock(), 1).number == number
