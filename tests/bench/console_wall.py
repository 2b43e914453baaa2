# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the teacher's window keeps its thread busy: 40 tiles, ten pictures a second.

Run: python -m tests.bench.console_wall [seconds] (offscreen, or on a real display).
It prints one JSON object: the share of one core, and how long its events took. That is
far more than a class sends: a small picture comes once a second at most.
"""

import json
import os
import resource
import sys
import time
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from console.core.acts import TeacherAct
from console.core.view import Pixels, TileState, WallView
from console.qt.bridge import Bridge
from console.qt.main_window import MainWindow
from console.qt.memory import NOTICE_READ, ShortMemory
from console.qt.theme import Theme
from console.qt.words.nl import NL
from tests.fakes.worker import class_of, drawn, view

TILES: Final = 40
FEED_MS: Final = 100
WARM_MS: Final = 1_500
SECONDS: Final = 10.0


class Silent:
    """A worker that takes acts and does nothing."""

    def act(self, act: TeacherAct) -> None:
        """Take one act."""

    def stop(self) -> None:
        """End."""


class Busy(QApplication):
    """Measures each event of the window's thread."""

    def __init__(self) -> None:
        super().__init__(["bench"])
        self.events_ms: list[tuple[float, str]] = []
        self.painted = 0
        self.depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event and write down how long it took."""
        self.depth += 1
        started = time.perf_counter()
        done = super().notify(receiver, event)
        self.depth -= 1
        self.painted += event.type() is QEvent.Type.Paint
        if self.depth == 0:
            took = (time.perf_counter() - started) * 1e3
            self.events_ms.append((took, f"{type(receiver).__name__} {event.type()}"))
        return done


@dataclass
class Feed:
    """What comes in: the whole class anew, each time with other pictures."""

    bridge: Bridge
    shown: WallView
    pictures: list[list[Pixels]]
    turn: int = 0

    def come(self) -> None:
        """Give the window one turn's worth."""
        self.turn += 1
        self.bridge.show(replace(self.shown, connected=self.turn % TILES))
        for pixels in self.pictures[self.turn % 2]:
            self.bridge.picture(pixels)


@dataclass
class Stretch:
    """What was used from begin() on."""

    app: Busy
    cpu: float = 0.0
    at: float = 0.0

    def begin(self) -> None:
        """Count from here."""
        self.app.events_ms.clear()
        self.app.painted = 0
        self.cpu, self.at = _cpu_s(), time.perf_counter()

    def end(self) -> None:
        """Say what was counted, and end."""
        cpu = _cpu_s() - self.cpu
        wall = time.perf_counter() - self.at
        events = sorted(self.app.events_ms)
        times = [took for took, _ in events]
        said = {
            "share": cpu / wall,
            "events": len(times),
            "painted": self.app.painted,
            "p50_ms": times[len(times) // 2],
            "p99_ms": times[int(len(times) * 0.99)],
            "longest": events[-5:],
        }
        print(json.dumps(said), flush=True)
        os._exit(0)


def main() -> None:
    """Measure and print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    app = Busy()
    bridge, memory = Bridge(), ShortMemory()
    memory.remember(NOTICE_READ, "1")
    window = MainWindow(Theme(app), NL, Silent(), bridge, memory)
    window.show()
    feed = _feed(bridge)
    bridge.show(feed.shown)
    app.processEvents()
    window.cover(covered=False)
    feeder = QTimer(interval=FEED_MS)
    feeder.timeout.connect(feed.come)
    feeder.start()
    stretch = Stretch(app)
    QTimer.singleShot(WARM_MS, stretch.begin)
    QTimer.singleShot(round(WARM_MS + seconds * 1000), stretch.end)
    app.exec()


def _feed(bridge: Bridge) -> Feed:
    tiles = tuple(replace(one, picture=1) for one in class_of(TILES, TileState.SHOWN))
    shown = replace(view(count=TILES), tiles=tiles, overview_reason="zelfstandig werk")
    pictures = [
        [drawn(t.pupil, n + k) for n, t in enumerate(shown.tiles)] for k in (0, 7)
    ]
    return Feed(bridge, shown, pictures)


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
