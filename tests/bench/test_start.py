# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a session shows a proven eye, and a console its window."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import xcffib.xproto as x

from protocol.messages.local import Alive, EyeState
from tests.bench.figures import Figures
from tests.bench.meter import cpu_s, family, pss_mib
from tests.bench.x_link import connect
from tests.console.site import console_state, demo_school
from tests.fakes.daemon import eye
from tests.fakes.session import ROOT, SessionProcess
from tests.fakes.xserver import XServer

TIMES: Final = 5
LEAST_PX: Final = 400  # the teacher's window is wider than this, a tooltip is not
PATIENCE_S: Final = 30.0
PROBE_PX: Final = 64


def test_session(tmp_path: Path, figures: Figures) -> None:
    proven_s, cpu = [], []
    with XServer(1920, 1080) as server:
        for number in range(TIMES):
            folder = tmp_path / str(number)
            folder.mkdir()
            began = time.perf_counter()
            session = SessionProcess(folder, server.environment())
            try:
                session.daemon.welcome()
                session.daemon.send(eye(EyeState.LESSON, why="wiskunde"))
                session.daemon.wait_for(Alive, lambda alive: alive.proof_ok)
                proven_s.append(time.perf_counter() - began)
                cpu.append(cpu_s(family(session.process.pid)))
            finally:
                session.close()
    figures.take("session: start to a proven eye", proven_s, "s")
    figures.take("session: CPU of its start", cpu, "s")


def test_console(tmp_path: Path, figures: Figures) -> None:
    mapped_s, painted_s, cpu, memory = [], [], [], []
    state = console_state(demo_school(20), tmp_path / "console")
    with XServer(1920, 1080) as server:
        watcher = Watcher(server.name)
        for _ in range(TIMES):
            began = time.perf_counter()
            with subprocess.Popen(
                [sys.executable, "-m", "console.app", "--state", str(state.folder)],
                cwd=ROOT,
                env=server.environment(HOME=str(tmp_path)),
                stderr=subprocess.DEVNULL,
            ) as console:
                window = watcher.until_mapped()
                mapped_s.append(time.perf_counter() - began)
                watcher.until_painted(window)
                painted_s.append(time.perf_counter() - began)
                cpu.append(cpu_s(family(console.pid)))
                memory.append(pss_mib(family(console.pid)))
                console.terminate()
        watcher.close()
    figures.take(
        "console: start to its window", mapped_s, "s", aim=0.7, veyon=(0.34, 0.34)
    )
    figures.take("console: start to its window painted", painted_s, "s")
    figures.take("console: CPU of its start", cpu, "s")
    figures.take("console: memory, empty", memory, "MiB PSS")


class Watcher:
    """Sees windows come on a screen, as the X server tells it."""

    def __init__(self, display: str) -> None:
        """Ask to be told."""
        self._connection = connect(display)
        self._core = self._connection.core
        self._root = self._connection.get_setup().roots[0].root
        self._core.ChangeWindowAttributes(
            self._root, x.CW.EventMask, [x.EventMask.SubstructureNotify]
        )
        self._connection.flush()

    def until_mapped(self) -> int:
        """Wait for a wide window; gives its number."""
        while True:
            event = self._connection.wait_for_event()
            if isinstance(event, x.MapNotifyEvent):
                window: int = event.window
                shape = self._core.GetGeometry(window).reply()
                if shape.width >= LEAST_PX:
                    return window

    def until_painted(self, window: int) -> None:
        """Wait until its middle shows more than one colour.

        Raises:
            AssertionError: it stays empty.
        """
        shape = self._core.GetGeometry(window).reply()
        middle = shape.width // 2 - PROBE_PX, shape.height // 4
        give_up = time.perf_counter() + PATIENCE_S
        while time.perf_counter() < give_up:
            shot = self._core.GetImage(
                x.ImageFormat.ZPixmap, window, *middle, PROBE_PX * 2,
                shape.height // 2, 0xFFFFFFFF,
            ).reply()  # fmt: skip
            data = bytes(shot.data)
            if data != data[:4] * (len(data) // 4):
                return
            time.sleep(0.005)
        raise AssertionError("the window stays empty")

    def close(self) -> None:
        """Hang up."""
        self._connection.disconnect()
