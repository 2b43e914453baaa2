# SPDX-License-Identifier: GPL-3.0-or-later
"""What the law costs each time it is asked: the laptop's mind alone, in memory."""

import time
from statistics import median
from typing import Final

from consent.documents.command import Verb
from tests.bench.figures import Figures
from tests.fakes.laptop_desk import LaptopDesk

TURNS: Final = 300
TIMES: Final = 5


def test_a_turn(figures: Figures) -> None:
    desk = LaptopDesk().start()
    desk.sit_down()
    teacher = desk.lesson()
    desk.agree()
    access = teacher.ask(Verb.OVERVIEW_START).access
    desk.frame(access)
    assert desk.pictures(), "the look is not open"
    turns_ms = [_turns_ms(desk) for _ in range(TIMES)]
    assert median(turns_ms) > 0
    figures.take("one event weighed, small pictures on: the mind alone", turns_ms, "ms")


def _turns_ms(desk: LaptopDesk) -> float:
    began = time.process_time()
    for _ in range(TURNS):
        desk.alive()
    return (time.process_time() - began) * 1e3 / TURNS
