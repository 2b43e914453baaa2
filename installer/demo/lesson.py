# SPDX-License-Identifier: GPL-3.0-or-later
"""Play one lesson: follow the scripts, click for the pupils, take pictures."""

import json
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any, Final

from installer.demo.diary import Diary, diary_of
from installer.demo.laptop import Laptop
from installer.demo.places import Places
from installer.demo.programs import CONSOLE, DemoError, Running
from installer.demo.teacher_script import Cue
from installer.demo.transcript import Transcript
from installer.newcomer.rig.screen import screen

Say = Callable[[str], None]
POLL_S: Final = 0.05
CONSOLE_SIZE: Final = "1440x900x24"
PACKS_WITHIN_S: Final = 60.0
PICTURED_EACH_S: Final = 5.0


class Lesson:
    """The console, the laptops, and what was seen of them."""

    def __init__(
        self, places: Places, laptops: Sequence[Laptop], transcript: Transcript
    ) -> None:
        """Say who is in it."""
        self._places, self._laptops, self._transcript = places, laptops, transcript
        script = places.work / "teacher.jsonl"
        self._script, self._diary = script, Diary(diary_of(script))
        self._console: Running | None = None

    def open_console(
        self, stack: ExitStack, cues: Sequence[Cue], *, headless: bool, real: bool
    ) -> None:
        """Start the console; with cues it is driven by them."""
        words: list[Any] = ["--state", self._places.console]
        if cues:
            lines = "".join(json.dumps(cue.line) + "\n" for cue in cues)
            self._script.write_text(lines, "utf-8")
            words += ["--script", self._script]
        more = {"HOME": str(self._places.work)}
        if headless and real:
            more |= {
                **stack.enter_context(screen(CONSOLE_SIZE)),
                "QT_QPA_PLATFORM": "xcb",
            }
        elif headless:
            more |= {"QT_QPA_PLATFORM": "offscreen"}
        self._console = Running(
            CONSOLE, *words, log=self._places.log("console"), more=more
        )
        stack.callback(self._console.stop)

    def play(self, cues: Sequence[Cue]) -> None:
        """Follow the script to its end.

        Raises:
            DemoError: a program ended, or something the script waits for never came.
        """
        done = 0
        while done < len(cues):
            for line in self._diary.news():
                done = max(done, self._cue_done(cues, line))
            self._tend()
            if done < len(cues) and self._console and self._console.code is not None:
                words = self._console.last_words()
                at = cues[done].line
                raise DemoError(f"The console left before {at}:\n{words}")
            time.sleep(POLL_S)

    def watch(self, say: Say) -> None:
        """Stay until the person closes the console; pupils' screens are pictured."""
        say("the console is open; close its window to end the demo")
        say(f"the pupils' screens: {self._places.out}/pupil-NN.png, anew all the time")
        say("another language: --language en, or fr")
        due = 0.0
        while self._console is not None and self._console.code is None:
            self._tend()
            if time.monotonic() >= due:
                for laptop in self._laptops:
                    self._picture(laptop.pupil.tag)
                due = time.monotonic() + PICTURED_EACH_S
            time.sleep(POLL_S)
        self.copy_packs()

    def gather_packs(self) -> None:
        """Wait until every pupil took the own list along, and copy them out.

        Raises:
            DemoError: somebody's list did not come.
        """
        give_up_at = time.monotonic() + PACKS_WITHIN_S
        while waiting := [x.pupil.tag for x in self._laptops if x.pack() is None]:
            if time.monotonic() > give_up_at:
                raise DemoError(f"No list came from {', '.join(waiting)}.")
            self._tend()
            time.sleep(POLL_S)
        self.copy_packs()

    def copy_packs(self) -> None:
        """Copy out the lists that pupils took along so far."""
        for laptop in self._laptops:
            pack = laptop.pack()
            if pack is not None:
                target = self._places.out / f"pack-{laptop.pupil.tag}.zip"
                shutil.copyfile(pack, target)

    def _cue_done(self, cues: Sequence[Cue], line: dict[str, Any]) -> int:
        number = int(line["line"])
        cue = cues[number - 1]
        for moment in cue.moments:
            self._transcript.add(float(line["t"]), moment)
        for name in cue.shots:
            self._picture(name)
        return number

    def _picture(self, name: str) -> None:
        """Take a picture of a pupil's screen; name is a tag, or a tag and a word."""
        for laptop in self._laptops:
            if laptop.display and name.startswith(laptop.pupil.tag):
                from installer.demo import pointer  # noqa: PLC0415 -- X, where it is

                pointer.picture(laptop.display, self._places.out / f"{name}.png")

    def _tend(self) -> None:
        """Click where pupils want to, and see that all still run."""
        for laptop in self._laptops:
            laptop.check()
            for line in laptop.diary.news():
                if line.get("what") == "point" and laptop.display:
                    from installer.demo import pointer  # noqa: PLC0415 -- (idem)

                    pointer.click(laptop.display, int(line["x"]), int(line["y"]))


def say(what: str) -> None:
    """Tell the person what happens."""
    print(what, file=sys.stderr, flush=True)
