# SPDX-License-Identifier: GPL-3.0-or-later
"""One demo laptop: its screen, something on it, the service and the pupil's session."""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from installer.demo.diary import Diary, diary_of
from installer.demo.places import Places, Pupil
from installer.demo.programs import AGENT, DESKTOP, SESSION, Running
from installer.newcomer.needs import find_program
from installer.newcomer.rig.screen import screen

SIZE: Final = "1366x768x24"
LISTEN: Final = "127.0.0.1:0"
NEEDED: Final = ("Xvfb", "openbox", "xdotool")
PACK: Final = "*.zip"


def has_screens() -> bool:
    """Say whether laptops can have real X screens here."""
    on_linux = sys.platform.startswith("linux")
    return on_linux and all(find_program(name) for name in NEEDED)


class Laptop:
    """What runs for one pupil. Everything of it ends with the stack."""

    def __init__(self, pupil: Pupil, places: Places, *, real: bool) -> None:
        """Say for whom; nothing runs yet."""
        self.pupil, self._places, self._real = pupil, places, real
        self.display: str | None = None
        script = places.work / pupil.tag / "script.jsonl"
        self.script, self.diary = script, Diary(diary_of(script))
        self._programs: list[Running] = []

    def start(self, stack: ExitStack, lines: list[dict[str, Any]]) -> None:
        """Start screen, desktop, service and session."""
        places, pupil = self._places, self.pupil
        profile = places.profile(pupil)
        (profile / "Documents").mkdir(parents=True, exist_ok=True)
        text = "".join(json.dumps(line) + "\n" for line in lines)
        self.script.write_text(text, "utf-8")
        more = self._screen(stack) | {"HOME": str(profile), "XDG_DOCUMENTS_DIR": ""}
        state, socket = places.state(pupil), places.socket(pupil)
        self._run(
            stack, AGENT, "--state", state, "--socket", socket, "--listen", LISTEN,
            "--session-uid", str(_uid()), more=more,
        )  # fmt: skip
        platform = "x11" if self._real else "synthetic"
        self._run(
            stack, SESSION, "--socket", socket, "--platform", platform,
            "--profile", profile, "--script", self.script, more=more,
        )  # fmt: skip

    def check(self) -> None:
        """Complain when one of the programs ended.

        Raises:
            DemoError: with its last words.
        """
        for program in self._programs:
            program.check()

    def pack(self) -> Path | None:
        """Find the list that the pupil took along, once it is whole."""
        found = sorted(self._places.profile(self.pupil).rglob(PACK))
        return found[0] if found else None

    def _screen(self, stack: ExitStack) -> dict[str, str]:
        if not self._real:
            return {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ""}
        where = stack.enter_context(screen(SIZE))
        self.display = where["DISPLAY"]
        self._run(stack, DESKTOP, str(self.pupil.number - 1), more=where)
        return {**where, "QT_QPA_PLATFORM": "xcb"}

    def _run(
        self,
        stack: ExitStack,
        module: str,
        *words: str | Path,
        more: Mapping[str, str],
    ) -> None:
        name = f"{self.pupil.tag}-{module.split('.')[-2]}"
        log = self._places.log(name)
        program = Running(module, *words, log=log, more=more)
        stack.callback(program.stop)
        self._programs.append(program)


def _uid() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
