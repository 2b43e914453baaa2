# SPDX-License-Identifier: GPL-3.0-or-later
"""What the session costs: CPU seconds a minute, guard and Qt child together.

Run: .venv/bin/pytest tests/bench/test_capture_cost.py -s
"""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from protocol.messages.local import Alive, EyeState, Frame, Looks
from tests.fakes.daemon import ACCESS, eye, grab
from tests.fakes.session import ROOT, SessionProcess
from tests.fakes.xserver import XServer

SECONDS = 30.0
SETTLE_S = 3.0
IDLE_CPU_S_PER_MIN = 0.10
SCROLLING_CPU_S_PER_MIN = 0.40


def cpu_s(processes: list[psutil.Process]) -> float:
    """Sum what these used so far, in ns resolution."""
    total = 0
    for process in processes:
        for task in Path(f"/proc/{process.pid}/task").iterdir():
            total += int((task / "schedstat").read_text().split()[0])
    return total / 1e9


def measured(session: SessionProcess) -> tuple[float, int, int]:
    """Give CPU s/min, pictures and bytes over the measured time."""
    session.daemon.listen(SETTLE_S)
    both = [psutil.Process(session.process.pid), session.child()]
    before = cpu_s(both)
    heard = session.daemon.listen(SECONDS)
    used = cpu_s(both) - before
    frames = [message for message in heard if isinstance(message, Frame)]
    return used * 60 / SECONDS, len(frames), sum(len(f.data) for f in frames)


@pytest.mark.parametrize(
    ("what", "purpose", "scrolls", "most"),
    [
        ("nobody looks, still", None, False, IDLE_CPU_S_PER_MIN),
        ("overview, still", Looks.OVERVIEW, False, IDLE_CPU_S_PER_MIN),
        ("overview, scrolling", Looks.OVERVIEW, True, SCROLLING_CPU_S_PER_MIN),
        ("view, scrolling", Looks.VIEW, True, 10.0),
    ],
)
def test_cpu(
    tmp_path: Path, what: str, purpose: Looks | None, *, scrolls: bool, most: float
) -> None:
    with XServer(1920, 1080) as server:
        environment = server.environment()
        page: subprocess.Popen[bytes] | None = None
        if scrolls:
            page = subprocess.Popen(
                [sys.executable, "-m", "tests.fakes.scroller", "50"],
                cwd=ROOT,
                env=environment,
            )
        session = SessionProcess(tmp_path, environment)
        try:
            session.daemon.welcome()
            session.daemon.send(eye(EyeState.LESSON, why="wiskunde"))
            session.daemon.wait_for(Alive, lambda alive: alive.proof_ok)
            if purpose is Looks.OVERVIEW:
                session.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
                session.daemon.send(grab())
            elif purpose is Looks.VIEW:
                session.daemon.send(eye(EyeState.VIEW, left_ms=120_000, access=ACCESS))
                session.daemon.send(grab(purpose, width_px=1280, min_gap_ms=250))
            used, frames, size = measured(session)
            memory = sum(
                process.memory_full_info().pss
                for process in (psutil.Process(session.process.pid), session.child())
            )
            print(
                f"\n{what}: {used:.3f} CPU s/min, {frames} pictures, {size} B "
                f"in {SECONDS:.0f} s, PSS {memory / 1_048_576:.1f} MiB"
            )
            assert used <= most
        finally:
            session.close()
            if page is not None:
                page.kill()
                page.wait()
