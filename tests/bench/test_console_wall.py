# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's window under far more pictures than a class sends."""

import json
import subprocess
import sys

from tests.bench.console_wall import FEED_MS, SECONDS
from tests.bench.figures import Figures
from tests.fakes.xserver import XServer
from tests.journeys.laptop_rig import ROOT


def test_wall(figures: Figures) -> None:
    with XServer(1920, 1080) as screen:
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.console_wall", str(SECONDS)],
            cwd=ROOT,
            env=screen.environment(),
            check=True,
            capture_output=True,
            text=True,
        )
    said = json.loads(done.stdout)
    assert said["painted"] > SECONDS * 1000 / FEED_MS / 2, "the wall stood still"
    what = "40 tiles, 400 pictures a second: the window's"
    figures.take(f"{what} share of a core", said["share"] * 100, "%")
    figures.take(f"{what} events, 99 of 100 within", said["p99_ms"], "ms", aim=16)
    longest = said["longest"][-1][0]
    figures.take(f"{what} longest event", longest, "ms", aim=16)
