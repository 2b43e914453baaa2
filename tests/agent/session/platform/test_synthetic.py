# SPDX-License-Identifier: GPL-3.0-or-later
"""A drawn desktop with our windows on it."""

from PIL import Image

from agent.session.platform.base import Area, Pixels, Rect, plan
from agent.session.platform.synthetic import CHANGES_EACH_S, Synthetic
from agent.session.raster import raw
from tests.fakes.clock import FakeClock

SCREEN = Area(0, Rect(0, 0, 640, 360), 1.0)
PLAN = plan(SCREEN, 160, by_text_size=False)
PLACE = Rect(200, 8, 64, 48)


def window(colour: str) -> Pixels:
    image = Image.new("RGB", (64, 48), colour)
    data = image.convert("RGBA").tobytes("raw", "BGRA")
    return Pixels(64, 48, data)


def test_an_own_window_is_seen_and_taken_away() -> None:
    desktop = Synthetic(FakeClock())
    before = desktop.read_back([PLACE])
    desktop.present("eye-0", PLACE, window("#ff0000"))
    assert desktop.read_back([PLACE]) == [window("#ff0000").data]
    desktop.present("eye-0", PLACE, None)
    assert desktop.read_back([PLACE]) == before


def test_the_pill_stands_over_the_curtain() -> None:
    desktop = Synthetic(FakeClock())
    desktop.present("eye-0", PLACE, window("#ff0000"))
    desktop.present("curtain-0", PLACE, window("#00ff00"))
    assert desktop.read_back([PLACE]) == [window("#ff0000").data]


def test_see_through_px_show_the_desktop() -> None:
    desktop = Synthetic(FakeClock())
    before = desktop.read_back([PLACE])
    desktop.present("eye-0", PLACE, Pixels(64, 48, bytes(64 * 48 * 4)))
    assert desktop.read_back([PLACE]) == before


def test_proof_and_tile_come_from_one_instant() -> None:
    desktop = Synthetic(FakeClock())
    desktop.present("eye-0", PLACE, window("#ff0000"))
    grabber = desktop.open([PLAN])
    (shot,) = grabber.shoot()
    desktop.cover = PLACE
    cut = shot.cut(PLACE)
    assert cut is not None
    assert cut.data == raw(Image.new("RGB", (32, 24), "#ff0000")).data
    (covered,) = grabber.shoot()
    seen = covered.cut(PLACE)
    assert seen is not None
    assert seen.data != cut.data


def test_work_goes_on_and_is_noticed() -> None:
    clock = FakeClock()
    grabber = Synthetic(clock).open([PLAN])
    assert list(grabber.changed()) == [SCREEN.rect]
    assert list(grabber.changed()) == []
    clock.move(CHANGES_EACH_S)
    assert list(grabber.changed()) == [SCREEN.rect]


def test_nothing_wakes_us_and_it_never_sleeps() -> None:
    desktop = Synthetic(FakeClock())
    grabber = desktop.open([PLAN])
    assert grabber.fileno() is None
    assert not grabber.woke()
    grabber.close()
    assert desktop.keeper().fileno() is None
