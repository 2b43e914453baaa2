# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson in a real window on a small screen: by keyboard alone, by mouse alone."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Empty, Queue
from typing import Any

import pytest

from installer.newcomer.needs import SCREEN, WINDOWS
from installer.newcomer.packages import missing
from installer.newcomer.rig.screen import screen
from tests.architecture.house import ROOT

LACKS = missing((*SCREEN, *WINDOWS))
pytestmark = pytest.mark.skipif(bool(LACKS), reason=f"needs {' '.join(LACKS)}")

PATIENCE_S = 20.0
CALM_S = 0.3
SIZE = "1024x768x24"


@dataclass
class Hand:
    """A person at the screen: presses keys, clicks what is seen."""

    process: subprocess.Popen[str]
    display: dict[str, str]
    lines: Queue[dict[str, Any]] = field(default_factory=Queue)
    acts: list[str] = field(default_factory=list)
    focus: str = ""
    places: dict[str, list[int]] = field(default_factory=dict)

    def listen(self) -> None:
        """Read what the window tells, until it ends."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(json.loads(line))

    def until(self, holds: Callable[["Hand"], object], what: str) -> None:
        """Wait until something is so."""
        while not holds(self):
            if not self.look(PATIENCE_S):
                pytest.fail(f"{what} did not come: {self.focus!r} {self.acts} ")

    def look(self, patience_s: float) -> bool:
        """Take in one thing more; say whether there was one."""
        try:
            told = self.lines.get(timeout=patience_s)
        except Empty:
            return False
        self.acts += [told["act"]] if "act" in told else []
        self.focus = told.get("focus", self.focus)
        self.places = told.get("places", self.places)
        return True

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.do("key", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--delay", "20", text)

    def click(self, name: str) -> None:
        """Click what is seen under this name, once nothing moves any more."""
        self.until(lambda hand: name in hand.places, name)
        while self.look(CALM_S):
            pass
        x, y = self.places[name]
        self.do("mousemove", str(x), str(y), "click", "1")

    def do(self, *words: str) -> None:
        environment = {**os.environ, **self.display}
        subprocess.run(["xdotool", *words], env=environment, check=True)

    def focused(self, name: str) -> None:
        """Wait until the focus is on something that takes keys by now."""
        self.until(lambda h: name in h.focus and name in str(h.places), name)

    def acted(self, act: str) -> None:
        """Wait for an act."""
        self.until(lambda hand: any(act in one for one in hand.acts), act)


@pytest.fixture
def hand() -> Iterator[Hand]:
    with screen(SIZE) as display, _window(display) as process:
        made = Hand(process, display)
        thread = threading.Thread(target=made.listen)
        thread.start()
        yield made
        process.kill()
        thread.join()
        assert process.stdout is not None
        process.stdout.close()


@contextmanager
def _window(display: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, **display, "QT_QPA_PLATFORM": "xcb"}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.shown_window"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_whole_lesson_by_keyboard(hand: Hand) -> None:
    hand.focused("Ik heb het gelezen")
    hand.press("Return")
    hand.focused("Start de les")
    hand.press("KP_Enter")
    hand.acted("StartLesson")
    hand.focused("Alleen ik zie dit scherm")
    hand.press("Return")
    hand.until(lambda h: h.focus == "De klas", "the wall")
    hand.press("F6")
    hand.until(lambda h: h.focus == "Waarom wil je schermen zien?", "the question")
    hand.press("Right")
    hand.focused("zelfstandig werk")
    hand.press("Return", "Tab")  # the arrows walk the reasons
    hand.until(lambda h: h.focus == "Meer uitleg (hoeft niet)", "the field")
    hand.press("Tab", "Tab")
    hand.until(lambda h: h.focus == "Toon de hele klas", "the scope")
    hand.press("Return")
    hand.acted("ShowScreens(reason_code='own_work'")
    hand.press("F9")
    hand.acted("AskAttention(reason_code='board', seconds=120, pupil=None)")
    hand.until(lambda h: "Aandacht uit" in str(h.places), "attention")
    hand.press("Escape")
    hand.acted("EndAttention")
    hand.press("Home")
    hand.until(lambda h: "Kijk groot" in h.places, "the pupil's card")
    hand.press("F7")
    hand.until(lambda h: h.focus == "Je bericht", "the message")
    hand.type("Kom even")
    hand.press("Return")
    hand.acted(
        "SendMessage(text='Kom even', pupils=('00000000000000000000000000000001',"
    )
    hand.press("Escape")
    hand.until(lambda h: "Kijk groot" not in h.places, "the closed panel")


def test_a_whole_lesson_by_mouse(hand: Hand) -> None:
    hand.click("Ik heb het gelezen")
    hand.click("Start de les")
    hand.click("Alleen ik zie dit scherm")
    hand.until(lambda h: "Bedek" in h.places, "an open wall")
    hand.click("tile:Gita J.")
    hand.click("Kijk groot")
    hand.click("hulp")
    hand.click("Vraag om te kijken")
    hand.acted("LookAt(pupil='00000000000000000000000000000007'")
    hand.click("Stop kijken  (Esc)")
    hand.acted("StopLooking")
    hand.click("Aandacht · 2 min: Kijk even naar het bord.")
    hand.acted("AskAttention(reason_code='board', seconds=120, pupil=None)")
    hand.click("Aandacht uit · 2:00: Kijk even naar het bord.")
    hand.acted("EndAttention")
    hand.click("Aandacht met een andere reden of tijd")
    hand.click("We ronden af.")
    hand.acted("AskAttention(reason_code='end'")
    hand.click("Stop de les")
    hand.acted("EndLesson")
    hand.click("Start de les opnieuw")
    hand.until(lambda h: sum("StartLesson" in a for a in h.acts) == 2, "a new start")


def test_a_double_click_on_a_tile_meets_one_pupil(hand: Hand) -> None:
    """Take a tile of the side where the panel opens."""
    hand.click("Ik heb het gelezen")
    hand.click("Start de les")
    hand.click("Alleen ik zie dit scherm")
    hand.until(lambda h: "Bedek" in h.places, "an open wall")
    x, y = hand.places["tile:Finn H."]
    hand.do("mousemove", str(x), str(y), "click", "--repeat", "2", "--delay", "60", "1")
    hand.click("hulp")
    hand.click("Vraag om te kijken")
    hand.acted("LookAt(pupil='00000000000000000000000000000006'")
