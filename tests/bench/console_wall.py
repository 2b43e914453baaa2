# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the teacher's window keeps its thread busy: 40 tiles, ten pictures a second.

Run: python -m tests.bench.console_wall [seconds] (offscreen, or on a real display).
It prints the longest events of the window's thread and the share of one core.
"""

import os
import resource
import sys
import time
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from console.core.acts import TeacherAct
from console.core.view import TileState
from console.qt.bridge import Bridge
from console.qt.main_window import USUAL_PX, MainWindow
from console.qt.memory import NOTICE_READ, ShortMemory
from console.qt.theme import Theme
from console.qt.words.nl import NL
from tests.fakes.worker import class_of, drawn, view

TILES = 40
FEED_MS = 100
WARM_MS = 1_500


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
        self.depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event and write down how long it took."""
        self.depth += 1
        started = time.perf_counter()
        done = super().notify(receiver, event)
        self.depth -= 1
        if self.depth == 0:
            took = (time.perf_counter() - started) * 1e3
            self.events_ms.append((took, f"{type(receiver).__name__} {event.type()}"))
        return done


def main() -> None:
    """Measure and print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10
    app = Busy()
    bridge, memory = Bridge(), ShortMemory()
    memory.remember(NOTICE_READ, "1")
    window = MainWindow(Theme(app), NL, Silent(), bridge, memory)
    window.resize(*USUAL_PX)
    window.show()
    shown = replace(
        view(count=TILES),
        tiles=tuple(
            replace(tile, picture=1) for tile in class_of(TILES, TileState.SHOWN)
        ),
        overview_reason="zelfstandig werk",
    )
    pictures = [
        [drawn(t.pupil, n + k) for n, t in enumerate(shown.tiles)] for k in (0, 7)
    ]
    turn = [0]

    def feed() -> None:
        turn[0] += 1
        bridge.show(replace(shown, connected=turn[0] % TILES))
        for pixels in pictures[turn[0] % 2]:
            bridge.picture(pixels)

    feeder = QTimer(interval=FEED_MS)
    feeder.timeout.connect(feed)
    bridge.show(shown)
    app.processEvents()
    window.cover(covered=False)
    feeder.start()
    state: dict[str, float] = {}

    def begin() -> None:
        app.events_ms.clear()
        state["cpu"], state["at"] = _cpu_s(), time.perf_counter()

    def end() -> None:
        cpu = _cpu_s() - state["cpu"]
        wall = time.perf_counter() - state["at"]
        events = sorted(app.events_ms)
        app.events_ms = []
        _say(events, cpu / wall)
        sys.stdout.flush()
        os._exit(0)

    QTimer.singleShot(WARM_MS, begin)
    QTimer.singleShot(round(WARM_MS + seconds * 1000), end)
    app.exec()


def _say(events: list[tuple[float, str]], share: float) -> None:
    times = [took for took, _ in events]
    print(f"events {len(times)}, share of a core {share:.1%}")
    p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
    print(f"p50 {p50:.2f} ms, p99 {p99:.2f} ms")
    for took, name in events[-5:]:
        print(f"longest {took:.1f} ms: {name}")


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
