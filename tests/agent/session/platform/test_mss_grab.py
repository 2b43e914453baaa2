# SPDX-License-Identifier: GPL-3.0-or-later
"""The plain way to grab, on a real X screen, in a process that has it as its own."""

import subprocess
import sys

from tests.fakes.session import ROOT
from tests.fakes.xserver import XServer

CODE = """
from agent.session.platform.base import Area, Rect, plan
from agent.session.platform.mss_grab import Mss
from tests.fakes.intruder import Intruder
import os
desk = Mss()
with Intruder(os.environ["DISPLAY"]) as program:
    window = program.window(Rect(200, 100, 400, 300), 0x123456)
    planned = plan(Area(0, Rect(0, 0, 1366, 768), 1.0), 192, by_text_size=False)
    grabber = desk.open([planned])
    assert grabber.fileno() is None and not grabber.woke()
    assert len(grabber.changed()) == 1
    assert len(grabber.changed()) == 0
    program.paint(window, 0x654321)
    assert len(grabber.changed()) == 1
    (shot,) = grabber.shoot()
    cut = shot.cut(Rect(220, 120, 4, 4))
    assert bytes(cut.data)[:3] == bytes.fromhex("214365"), bytes(cut.data)
    assert shot.tile().width_px == 192
    (data,) = desk.read_back([Rect(220, 120, 1, 1)])
    assert data[:3] == bytes.fromhex("214365")
    grabber.close()
    desk.present("eye-0", Rect(0, 0, 1, 1), None)
    assert desk.keeper().fileno() is None
print("good")
"""


def test_mss_grabs_proves_and_reads_back(xserver: XServer) -> None:
    out = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env=xserver.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert out.stdout == "good\n", out.stderr


def test_without_a_screen_it_says_so_plainly(xserver: XServer) -> None:
    code = (
        "from agent.session.platform.base import GrabError, Rect\n"
        "from agent.session.platform.mss_grab import Mss\n"
        "for act in (lambda: Mss().open([]), lambda: Mss().read_back([])):\n"
        "    try:\n        act()\n"
        "    except GrabError as error:\n        print(error)\n"
    )
    out = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=xserver.environment(DISPLAY=":987"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert out.stdout.count("This desktop cannot be read") == 2, out.stderr
