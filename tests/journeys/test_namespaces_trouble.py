# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson over a bad network, and one whose console dies. Real programs throughout.

Nothing here counts seconds: a thing comes about, or the test waits in vain.
"""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from installer.demo.places import Places
from tests.journeys import namespaces
from tests.journeys.namespace_class import (
    END,
    LESSON,
    LOOK,
    PUPILS,
    TEACHER,
    Class,
    in_class,
    says_yes,
)
from tests.journeys.namespaces import module

LACKS: Final = namespaces.missing("nft", "tc")
pytestmark = [
    pytest.mark.skipif(bool(LACKS), reason=LACKS or "nothing is missing"),
    pytest.mark.long,
]

Line = dict[str, Any]
CONSOLE: Final = f"{TEACHER}-console.log"
HERE: Final = "a console is here"
BACK: Final[list[Line]] = [
    {"wait": "lost", "count": 2},
    {"wait": "connected", "count": 2},
    {"wait": "picture", "count": 2, "timeout": 90},
]
LOCK: Final[list[Line]] = [
    {"act": "attention", "args": {"reason_code": "explain", "seconds": 300}},
    {"wait": "attention", "count": 2},
]
ELSEWHERE: Final = ("10.77.0.77", "10.77.0.78")
STRANGER: Final = ("stranger", "10.77.0.99")
MESSAGE: Final[Line] = {"act": "message", "args": {"text": "Neem oefening drie."}}


def links(made: Class) -> list[int]:
    """Count how often each laptop saw a console come."""
    logs = {x.log.name: x.said for x in made.programs}
    return [logs[f"{pupil.tag}-daemon.log"].count(HERE) for pupil in PUPILS]


# --- F04: the console dies with the class locked -------------------------------------


def kill(made: Class) -> None:
    made.of(CONSOLE).process.kill()


def freeze(made: Class) -> None:
    made.of(CONSOLE).process.send_signal(signal.SIGSTOP)


def unplug(made: Class) -> None:
    made.network.cut(TEACHER)


@pytest.mark.parametrize("die", [kill, freeze, unplug], ids=lambda x: x.__name__)
def test_F04_whatever_becomes_of_the_console_every_laptop_is_let_go(
    founded: Places, tmp_path: Path, die: Callable[[Class], None]
) -> None:
    locked = [*LESSON[:3], *LOCK]
    with in_class(founded, tmp_path, says_yes()) as made:
        made.open_console(locked)
        made.until_line(len(locked))
        for pupil in PUPILS:
            made.until(pupil.tag, _is("eye:attention"), "a lock")
        before = {pupil.tag: len(made.news(pupil.tag)) for pupil in PUPILS}
        die(made)
        for pupil in PUPILS:
            new = before[pupil.tag]
            made.until_news(pupil.tag, new, _is("eye:lesson"), "to be let go")
        made.of(CONSOLE).process.kill()  # one that was stopped does not end by itself


def _is(name: str) -> Callable[[Line], bool]:
    return lambda one: one.get("name") == name


# --- F05, F06: much is lost, little goes through -------------------------------------


def test_F05_one_packet_in_twenty_lost_and_nobody_is_called_lost(
    founded: Places, tmp_path: Path
) -> None:
    teacher = [*LESSON, *LOOK, {"act": "stopLooking"}, {"wait": "no_look"}, MESSAGE]
    teacher += [*LOCK, {"act": "endAttention"}, {"wait": "no_attention"}, *END]
    with in_class(founded, tmp_path, says_yes()) as made:
        for machine in made.network.addresses:
            made.network.lose(machine, 50)
        made.open_console(teacher)
        made.until_line(len(teacher))
        assert links(made) == [1, 1]


def test_F06_a_lock_gets_through_while_a_picture_fills_the_line(
    founded: Places, tmp_path: Path
) -> None:
    """Two laptops have the fifteenth part of what thirty share of two megabits."""
    teacher = [*LESSON, *LOOK, MESSAGE, *LOCK]
    teacher += [{"act": "endAttention"}, {"wait": "no_attention"}, *END]
    with in_class(founded, tmp_path, says_yes()) as made:
        made.network.narrow(TEACHER, 133)
        made.open_console(teacher)
        made.until_line(len(teacher))
        assert links(made) == [1, 1]


# --- F08: the access point restarts --------------------------------------------------


def test_F08_all_come_back_by_themselves_and_show_again(
    founded: Places, tmp_path: Path
) -> None:
    teacher = [*LESSON, *BACK]
    with in_class(founded, tmp_path, says_yes()) as made:
        made.open_console([*teacher, *END])
        made.until_line(len(LESSON))
        for pupil in PUPILS:
            made.network.cut(pupil.tag)
        made.until_line(len(LESSON) + 1)
        for pupil in PUPILS:
            made.network.mend(pupil.tag)
        made.until_line(len(teacher) + len(END))
        assert links(made) == [2, 2]


# --- F15: a stranger announces ten thousand laptops ----------------------------------


def test_F15_ten_thousand_false_announcements_hide_no_laptop(
    founded: Places, tmp_path: Path
) -> None:
    """They come to the network when the console has heard all of it."""
    with in_class(founded, tmp_path, says_yes()) as made:
        for pupil in PUPILS:
            made.network.cut(pupil.tag)
        made.network.plug_in(*STRANGER)
        made.open_console([*LESSON, *END])
        words = module("tests.journeys.flooder", STRANGER[1], "10000")
        flood = made.network.start(STRANGER[0], words, tmp_path / "flood.log", {})
        made.stack.callback(flood.stop)
        assert flood.process.wait() == 0
        for pupil, address in zip(PUPILS, ELSEWHERE, strict=True):
            made.network.mend(pupil.tag)
            made.network.move(pupil.tag, address)
        made.until_line(len(LESSON) + len(END))
