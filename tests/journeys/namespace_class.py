# SPDX-License-Identifier: GPL-3.0-or-later
"""A demo school of two laptops and a console, each on a machine of its own."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from installer.demo.diary import Diary, diary_of
from installer.demo.enrolling import enrol, give_papers
from installer.demo.places import Places, Pupil
from installer.demo.programs import ADMIN, AGENT, CONSOLE, SESSION, run
from installer.demo.school import found_school, give_console, import_class
from installer.demo.zone import own_zone
from tests.journeys.namespaces import NETWORK, Network, Program, module
from tests.journeys.namespaces import network as networked

TITLE: Final = "4B Zonnebloem"
TEACHER: Final = "teacher"
MACHINES: Final = {
    TEACHER: "10.77.0.1",
    "pupil-01": "10.77.0.11",
    "pupil-04": "10.77.0.14",
}
PUPILS: Final = (Pupil(1), Pupil(4))
HAND: Final = ("eye", "tabHand", "handUp")
PATIENCE_S: Final = 60.0
POLL_S: Final = 0.02
PORT: Final = 47_410
Lines = Sequence[dict[str, Any]]


def found(home: Path) -> Places:
    """Make the school with the office's own commands; enrol over TLS on loopback."""
    places = Places(home, home)
    now = datetime.now(ZoneInfo(own_zone()))
    found_school(places, now, lambda _: None, NETWORK)
    import_class(places, PUPILS, now, TITLE)
    enrol(places, PUPILS)
    run(ADMIN, "publish", places.office)
    give_console(places)
    give_papers(places, PUPILS)
    settings = f'published = "{places.office / "published" / "laptops"}"\n'
    for pupil in PUPILS:
        (places.state(pupil) / "agent.toml").write_text(settings, "utf-8")
    return places


def copied(places: Places, home: Path) -> Places:
    """Give each lesson laptops and a console that never had one."""
    shutil.copytree(places.work, home, dirs_exist_ok=True)
    return Places(home, home)


LESSON: Final[list[dict[str, Any]]] = [
    {"wait": "connected", "count": 2},
    {"at": 3, "act": "startLesson"},  # at once, and it is asked again after 30 s
    {"wait": "started"},
    {"wait": "hand", "count": 2},
    {"act": "showScreens", "args": {"reason_code": "independent_work"}},
    {"wait": "picture", "count": 2},
    {"act": "uncover"},
]
LOOK: Final[list[dict[str, Any]]] = [
    {"act": "look", "args": {"pupil": PUPILS[0].shown_as, "reason_code": "help"}},
    {"wait": "large_picture"},
]
END: Final[list[dict[str, Any]]] = [
    {"act": "endLesson"},
    {"wait": "ended", "quit": True},
]


def says_yes() -> list[dict[str, Any]]:
    """Have a pupil say yes to both questions, and then raise a hand.

    A console is told nothing of an answer; the hand is what it can wait for.
    """
    return [
        {"on": "question:overview", "press": ["questionYes"]},
        {"on": "question:view", "press": ["questionYes", *HAND]},
    ]


@dataclass
class Class:
    """What runs, and what each program wrote so far."""

    places: Places
    network: Network
    stack: ExitStack
    programs: list[Program] = field(default_factory=list)
    diaries: dict[str, Diary] = field(default_factory=dict)
    seen: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def open_laptop(self, pupil: Pupil, lines: Lines) -> None:
        """Start the service and the pupil's session."""
        places = self.places
        profile, socket = places.profile(pupil), places.socket(pupil)
        (profile / "Documents").mkdir(parents=True, exist_ok=True)
        script = self._script(pupil.tag, lines)
        self._start(
            pupil.tag, AGENT, "--state", places.state(pupil), "--socket", socket,
            "--listen", f"0.0.0.0:{PORT}", "--session-uid", str(os.getuid()),
        )  # fmt: skip
        self._start(
            pupil.tag, SESSION, "--socket", socket, "--platform", "synthetic",
            "--profile", profile, "--script", script, home=profile,
        )  # fmt: skip

    def open_console(self, lines: Lines) -> None:
        """Start the console; it plays these lines."""
        script = self._script(TEACHER, lines)
        state = self.places.console
        self._start(TEACHER, CONSOLE, "--state", state, "--script", script)

    def until_line(self, number: int) -> None:
        """Wait until the console has done a line of its script."""
        self.until(TEACHER, lambda one: one["line"] >= number, f"line {number}")

    def until(
        self, who: str, which: Callable[[dict[str, Any]], bool], what: str
    ) -> dict[str, Any]:
        """Wait for something in a diary; gives its line."""
        return self.until_news(who, 0, which, what)

    def until_news(
        self, who: str, since: int, which: Callable[[dict[str, Any]], bool], what: str
    ) -> dict[str, Any]:
        """Wait for something behind the first so many lines of a diary."""
        give_up_at = time.monotonic() + PATIENCE_S
        while True:
            for one in self.news(who)[since:]:
                if which(one):
                    return one
            ended = [x.log.name for x in self.programs if x.process.poll() is not None]
            assert not ended or ended == [f"{TEACHER}-console.log"], self.said()
            assert time.monotonic() < give_up_at, f"{what}\n{self.said()}"
            time.sleep(POLL_S)

    def until_said(self, log: str, words: str, times: int) -> None:
        """Wait until a program has said something so many times."""
        program = self.of(log)
        give_up_at = time.monotonic() + PATIENCE_S
        while program.said.count(words) < times:
            assert time.monotonic() < give_up_at, f"{words}\n{self.said()}"
            time.sleep(POLL_S)

    def until_it_is(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for something that no program tells of."""
        give_up_at = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < give_up_at, f"{what}\n{self.said()}"
            time.sleep(POLL_S)

    def of(self, log: str) -> Program:
        """Give the program that writes this log."""
        return next(x for x in self.programs if x.log.name == log)

    def news(self, who: str) -> list[dict[str, Any]]:
        """Give all that a diary holds by now."""
        known = self.seen.setdefault(who, [])
        known += self.diaries[who].news()
        return known

    def said(self) -> str:
        """Give what every program said, for who has to find out."""
        parts = [f"== {x.log.name}\n{x.said[-3000:]}" for x in self.programs]
        parts += [f"== {who}\n{self.news(who)}" for who in self.diaries]
        return "\n".join(parts)

    def _script(self, who: str, lines: Lines) -> Path:
        script = self.places.work / who / "script.jsonl"
        script.parent.mkdir(exist_ok=True)
        script.write_text("".join(json.dumps(one) + "\n" for one in lines), "utf-8")
        self.diaries[who] = Diary(diary_of(script))
        return script

    def _start(
        self, machine: str, name: str, *words: str | Path, home: Path | None = None
    ) -> None:
        more = {
            "HOME": str(home or self.places.work),
            "QT_QPA_PLATFORM": "offscreen",
            "DISPLAY": "",
            "XDG_DOCUMENTS_DIR": "",
        }
        log = self.places.work / f"{machine}-{name.split('.')[-2]}.log"
        program = self.network.start(machine, module(name, *words), log, more)
        self.stack.callback(program.stop)
        self.programs.append(program)


@contextmanager
def in_class(school: Places, home: Path, one: Lines) -> Iterator[Class]:
    """Start both laptops on a switch of their own; the first pupil has this script."""
    with ExitStack() as stack:
        network = stack.enter_context(networked(MACHINES))
        made = Class(copied(school, home), network, stack)
        for pupil, lines in zip(PUPILS, (one, says_yes()), strict=True):
            made.open_laptop(pupil, lines)
        for pupil in PUPILS:
            made.until(pupil.tag, lambda x: x.get("name") == "welcomed", "a session")
        yield made
