# SPDX-License-Identifier: GPL-3.0-or-later
"""All the pills together."""

import pytest
from pytestqt.qtbot import QtBot

from agent.session.eye import EyeFace, Look
from agent.session.platform.base import plan
from agent.session.qt.indicator import Indicator
from protocol.aio.clock import boottime
from tests.agent.session.qt.conftest import Bench
from tests.fakes.screen import FakeScreen

QUIET = EyeFace("Niemand kijkt mee.", "Er is geen les.", "eye-closed", Look.QUIET)
LOUD = EyeFace("Mevr. P ziet alles.", "nog 1:40", "eye-open", Look.FILLED)


def nonce(bench: Bench) -> bytes:
    painted = bench.indicator.pills()[0].painted
    assert painted is not None
    return bytes(painted.pixels.data)


def test_R01_there_is_a_pill_on_every_screen_and_it_is_kept(bench: Bench) -> None:
    assert len(bench.indicator.pills()) == len(bench.indicator.areas()) == 1
    assert len(bench.screen.own_keeper.kept) == 1
    assert bench.indicator.pills()[0].isVisible()


def test_the_pill_is_proven_on_the_desktop_it_stands_on(bench: Bench) -> None:
    areas = bench.indicator.areas()
    grabber = bench.screen.open([plan(areas[0], 192, by_text_size=True)])
    (shot,) = grabber.shoot()
    (rect,) = bench.indicator.rects()
    wanted = bench.indicator.expected(0, 2)
    assert wanted.check(shot.cut(rect)) == ""
    bench.screen.desktop.cover = rect
    (covered,) = grabber.shoot()
    assert wanted.check(covered.cut(rect)) != ""


def test_a_new_state_gets_new_cells_a_ticking_clock_does_not(bench: Bench) -> None:
    bench.indicator.show_face(LOUD, young=False, hint="")
    at = bench.indicator.nonce_at
    ticked = EyeFace("Mevr. P ziet alles.", "nog 1:39", "eye-open", Look.FILLED)
    bench.indicator.show_face(ticked, young=False, hint="")
    assert bench.indicator.nonce_at == at
    bench.indicator.show_face(QUIET, young=False, hint="")
    assert bench.indicator.nonce_at > at


def test_the_same_face_is_not_painted_again(bench: Bench) -> None:
    bench.indicator.show_face(QUIET, young=False, hint="")
    at = bench.indicator.painted_at
    bench.indicator.show_face(QUIET, young=False, hint="")
    assert bench.indicator.painted_at == at
    bench.indicator.show_face(QUIET, young=True, hint="")
    assert bench.indicator.painted_at > at


def test_D07_fresh_cells_make_the_old_picture_fail(bench: Bench) -> None:
    areas = bench.indicator.areas()
    grabber = bench.screen.open([plan(areas[0], 192, by_text_size=True)])
    (shot,) = grabber.shoot()
    before, changed = nonce(bench), 0
    while not changed:  # one time in 1024 the cells are drawn alike
        bench.indicator.fresh_nonce()
        changed = nonce(bench) != before
    wanted = bench.indicator.expected(0, 2)
    assert wanted.check(shot.cut(bench.indicator.rects()[0])).startswith(
        ("block", "contrast")
    )


def test_R02_a_pill_moved_by_another_program_comes_back(
    qtbot: QtBot, bench: Bench
) -> None:
    (pill,) = bench.indicator.pills()
    before = pill.pos()
    pill.move(200, 300)
    qtbot.waitUntil(lambda: pill.pos() == before)


def test_it_moves_on_every_screen_at_once(bench: Bench) -> None:
    bench.indicator.place(0.0, bottom=True)
    assert bench.indicator.rects()[0].y_px > 300


def test_raising_raises_all(bench: Bench) -> None:
    bench.indicator.raise_all()
    assert bench.screen.own_keeper.raised[-1] == ()
    bench.screen.own_keeper.is_covered = True
    assert bench.indicator.covered()


def test_what_happens_to_our_windows_is_answered(qtbot: QtBot, bench: Bench) -> None:
    bench.screen.own_keeper.wake()
    qtbot.waitUntil(lambda: bench.screen.own_keeper.woken == 1)


def test_other_screens_make_other_pills(bench: Bench) -> None:
    (old,) = bench.indicator.pills()
    bench.indicator.rebuild()
    assert bench.indicator.pills() != [old]
    assert len(bench.screen.own_keeper.kept) == 1


def test_nothing_is_proven_before_it_is_painted(
    qtbot: QtBot, screen: FakeScreen
) -> None:
    indicator = Indicator(screen, screen.own_keeper, boottime)
    indicator.rebuild()
    with pytest.raises(ValueError, match="before it was painted"):
        indicator.expected(0, 2)
    indicator.end()
