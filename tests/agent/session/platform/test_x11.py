# SPDX-License-Identifier: GPL-3.0-or-later
"""Grabbing a real X screen."""

import select
import subprocess
import sys

import pytest
from PIL import Image, ImageDraw

from agent.session.platform.base import Area, GrabError, Pixels, Plan, Rect, plan
from agent.session.platform.x11 import X11, X11Grabber
from agent.session.proof import expected
from agent.session.raster import colour, raw
from tests.fakes.intruder import Intruder
from tests.fakes.session import ROOT
from tests.fakes.xserver import XServer

SCREEN = Area(0, Rect(0, 0, 1366, 768), 1.0)
HALF = plan(SCREEN, 192, by_text_size=False)
BOX = Rect(200, 100, 400, 300)
PILL_SIZE = (240, 48)
PILL_CELLS = [Rect(200, 8, 8, 8), Rect(208, 8, 8, 8)]
MIDDLE_ON_TILE = (round(220 * 1280 / 1366), round(32 * 1280 / 1366))


def painted_pill() -> Image.Image:
    """Draw something like a pill."""
    image = Image.new("RGB", PILL_SIZE, "#ffffff")
    draw = ImageDraw.Draw(image)
    for x in range(52, 180, 6):
        draw.rectangle((x, 10, x + 2, 22), fill="#182026")
    draw.rectangle((200, 8, 207, 15), fill="#182026")
    draw.rectangle((208, 8, 215, 15), fill="#e9edef")
    return image


def grabber(server: XServer, *plans: Plan) -> X11Grabber:
    return X11Grabber(plans or (HALF,), server.name)


def number(opened: X11Grabber) -> int:
    """Give what turns readable; X has one."""
    found = opened.fileno()
    assert found is not None
    return found


def test_the_base_is_smooth_not_nearest(xserver: XServer, intruder: Intruder) -> None:
    # one white px in each 2x2: smooth gives a quarter grey, nearest black or white
    for x in range(200, 216, 2):
        for y in range(100, 116, 2):
            intruder.window(Rect(x, y, 1, 1), 0xFFFFFF)
    opened = grabber(xserver)
    (shot,) = opened.shoot()
    cut = shot.cut(Rect(200, 100, 16, 16))
    assert cut is not None
    assert all(60 <= value <= 68 for value in colour(cut).convert("L").tobytes())
    opened.close()


def test_an_undivided_base_is_px_for_px(xserver: XServer, intruder: Intruder) -> None:
    intruder.window(Rect(201, 101, 1, 1), 0xFFFFFF)
    opened = grabber(xserver, plan(SCREEN, 1280, by_text_size=False))
    (shot,) = opened.shoot()
    cut = shot.cut(Rect(200, 100, 3, 3))
    assert cut is not None
    assert colour(cut).convert("L").tobytes() == bytes(4) + b"\xff" + bytes(4)
    opened.close()


def test_later_changes_do_not_reach_a_taken_shot(
    xserver: XServer, intruder: Intruder
) -> None:
    window = intruder.window(BOX, 0xFF0000)
    opened = grabber(xserver)
    (shot,) = opened.shoot()
    intruder.paint(window, 0x00FF00)
    cut = shot.cut(BOX)
    assert cut is not None
    assert colour(cut).getpixel((9, 9)) == (255, 0, 0)
    middle = colour(shot.tile()).getpixel((192 * 400 // 1366, 108 * 250 // 768))
    assert middle == (255, 0, 0)
    opened.close()


def test_a_cut_off_the_monitor_or_between_px_is_none(xserver: XServer) -> None:
    opened = grabber(xserver)
    (shot,) = opened.shoot()
    assert shot.cut(Rect(1300, 0, 100, 48)) is None
    assert shot.cut(Rect(101, 8, 100, 48)) is None
    assert shot.cut(Rect(0, 0, 1366, 768)) is None  # more than any pill
    opened.close()


def test_a_change_wakes_once_until_it_is_looked_at(
    xserver: XServer, intruder: Intruder
) -> None:
    window = intruder.window(BOX)
    opened = grabber(xserver)
    opened.changed()
    opened.woke()
    intruder.paint(window, 0x123456)
    assert select.select([number(opened)], [], [], 10)[0]
    assert opened.woke()
    intruder.paint(window, 0x654321)
    assert not opened.woke()
    rects = opened.changed()
    assert all(BOX.holds(rect) for rect in rects)
    assert rects
    intruder.paint(window, 0x123456)
    opened.changed()  # the reply may carry the event along unseen
    assert opened.woke()
    opened.close()


def test_closing_hangs_up(xserver: XServer, intruder: Intruder) -> None:
    before = intruder.clients()
    opened = grabber(xserver)
    assert intruder.clients() == before + 1
    opened.close()
    intruder.settle()
    assert intruder.clients() == before


def test_no_x_screen_is_said_plainly() -> None:
    with pytest.raises(GrabError, match="no X screen"):
        X11(":987").open([HALF])
    with pytest.raises(GrabError):
        X11(":987").read_back([BOX])


def test_a_gone_x_screen_is_said_plainly(xserver: XServer) -> None:
    opened = grabber(xserver)
    (shot,) = opened.shoot()
    xserver.close()
    with pytest.raises(GrabError):
        shot.tile()
    with pytest.raises(GrabError):
        opened.changed()


def test_true_px_are_read_back(xserver: XServer, intruder: Intruder) -> None:
    intruder.window(BOX, 0x123456)
    (data,) = X11(xserver.name).read_back([Rect(210, 110, 2, 1)])
    assert [data[0:3], data[4:7]] == [b"\x56\x34\x12"] * 2


def test_our_windows_show_themselves(xserver: XServer) -> None:
    X11(xserver.name).present("eye-0", BOX, Pixels(1, 1, bytes(4)))


TOGGLE = """
import random, sys, time
from agent.session.platform.base import Rect
from tests.fakes.intruder import Intruder
with Intruder(sys.argv[1]) as program:
    cover = program.window(Rect(100, 8, 240, 48), 0x336633)
    print("ready", flush=True)
    while True:
        program.unmap(cover)
        time.sleep(random.random() / 200)
        program.map(cover)
        time.sleep(random.random() / 400)
"""


def test_no_proven_instant_of_1500_shows_a_toggling_cover(
    xserver: XServer, intruder: Intruder
) -> None:
    place = Rect(100, 8, *PILL_SIZE)
    window = intruder.window(place)
    intruder.put(window, raw(painted_pill()))
    opened = grabber(xserver, plan(SCREEN, 1280, by_text_size=False))
    wanted = expected(
        raw(painted_pill()), Image.new("L", PILL_SIZE, 255), PILL_CELLS, 1
    )
    toggler = subprocess.Popen(
        [sys.executable, "-c", TOGGLE, xserver.name],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert toggler.stdout is not None
        assert toggler.stdout.readline() == "ready\n"
        proven = covered = 0
        for _ in range(1500):
            intruder.put(window, raw(painted_pill()))  # what was covered is blank
            (shot,) = opened.shoot()
            good = wanted.check(shot.cut(place)) == ""
            # the X server runs on between proof and tile: they must still agree
            middle = colour(shot.tile()).getpixel(MIDDLE_ON_TILE)
            proven += good
            covered += good and middle == (0x33, 0x66, 0x33)
        assert covered == 0
        assert 0 < proven < 1500
    finally:
        toggler.kill()
        toggler.wait()
        assert toggler.stdout is not None
        toggler.stdout.close()
        opened.close()
