# SPDX-License-Identifier: GPL-3.0-or-later
"""Raised, seen, held and let go."""

from collections.abc import Iterator

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.platform.synthetic import Synthetic
from agent.session.qt.curtain import CurtainWindow
from agent.session.qt.curtain_keeper import CurtainKeeper
from agent.session.qt.presser import visible_widget
from agent.session.words.say import Say
from protocol.messages.local import (
    Curtain,
    CurtainDown,
    CurtainRenew,
    CurtainState,
    CurtainUp,
)
from tests.agent.session.qt.conftest import Bench
from tests.fakes.clock import FakeClock

LEASE = b"c" * 16


class Rig:
    """A curtain over a drawn desktop, its clock in our hands."""

    def __init__(self, bench: Bench) -> None:
        self.clock = FakeClock()
        self.desktop = Synthetic(self.clock)
        self.said: list[Curtain] = []
        self.helped = 0
        self.keeper = CurtainKeeper(
            self.desktop, bench.screen.own_keeper, bench.indicator, self.clock
        )
        self.keeper.changed.connect(self.said.append)
        self.keeper.help_wanted.connect(self._help)

    def _help(self) -> None:
        self.helped += 1

    def asked(self, until_s: float = 15, hard_s: float = 60) -> CurtainUp:
        now = self.clock.boot_s
        return CurtainUp(
            LEASE,
            "mevr. Peeters",
            "uitleg",
            60,
            int((now + until_s) * 1000),
            int((now + hard_s) * 1000),
        )

    def up(self, qtbot: QtBot, until_s: float = 15, hard_s: float = 60) -> None:
        self.keeper.up(self.asked(until_s, hard_s), Say(), demo=False)
        qtbot.waitUntil(lambda: bool(self.said))
        assert self.said.pop().state is CurtainState.SHOWN


@pytest.fixture
def rig(bench: Bench) -> Iterator[Rig]:
    made = Rig(bench)
    yield made
    made.keeper.lower(told=False)


def curtains() -> list[CurtainWindow]:
    return [
        top
        for top in QApplication.topLevelWidgets()
        if isinstance(top, CurtainWindow) and top.isVisible()
    ]


def test_R61_shown_is_said_after_the_px_were_read_back(qtbot: QtBot, rig: Rig) -> None:
    rig.up(qtbot)
    assert rig.keeper.is_up
    assert len(curtains()) == 1


def test_a_curtain_nobody_sees_has_failed(qtbot: QtBot, rig: Rig, bench: Bench) -> None:
    rig.desktop.cover = bench.indicator.areas()[0].rect
    rig.keeper.up(rig.asked(), Say(), demo=False)
    rig.clock.move(2.1)
    qtbot.waitUntil(lambda: bool(rig.said))
    assert rig.said == [Curtain(LEASE, CurtainState.FAILED, "pixels")]
    assert not rig.keeper.is_up
    assert not curtains()


def test_too_late_is_never_raised(rig: Rig) -> None:
    rig.keeper.up(rig.asked(until_s=0), Say(), demo=False)
    assert rig.said == [Curtain(LEASE, CurtainState.FAILED, "too late")]
    assert not curtains()


def test_it_is_lowered_when_told(qtbot: QtBot, rig: Rig) -> None:
    rig.up(qtbot)
    rig.keeper.down(CurtainDown(b"x" * 16))
    assert rig.keeper.is_up
    rig.keeper.down(CurtainDown(LEASE))
    assert rig.said == [Curtain(LEASE, CurtainState.RELEASED, "")]
    assert not curtains()
    rig.keeper.lower()
    assert len(rig.said) == 1


def test_R62_the_lease_ends_it(qtbot: QtBot, rig: Rig) -> None:
    rig.up(qtbot, until_s=0.3)
    rig.clock.move(0.3)
    qtbot.waitUntil(lambda: not rig.keeper.is_up)
    assert rig.said[-1].state is CurtainState.RELEASED


def test_a_timer_that_comes_early_is_set_again(qtbot: QtBot, rig: Rig) -> None:
    rig.up(qtbot, until_s=0.2)
    qtbot.waitUntil(lambda: rig.keeper.is_up)  # the clock stands still
    rig.clock.move(0.3)
    qtbot.waitUntil(lambda: not rig.keeper.is_up)


def test_R61_R62_a_renewal_holds_it_but_never_past_the_hard_end(
    qtbot: QtBot, rig: Rig
) -> None:
    rig.up(qtbot, until_s=1, hard_s=5)
    now_ms = int(rig.clock.boot_s * 1000)
    rig.keeper.renew(CurtainRenew(b"x" * 16, now_ms + 99_000))
    rig.keeper.renew(CurtainRenew(LEASE, now_ms + 99_000))
    rig.clock.move(4.0)
    rig.keeper.renew(CurtainRenew(LEASE, now_ms))  # an older one shortens nothing
    assert rig.keeper.is_up
    rig.clock.move(1.0)
    qtbot.waitUntil(lambda: not rig.keeper.is_up)


def test_F09_after_a_suspend_it_is_lowered_first(qtbot: QtBot, rig: Rig) -> None:
    rig.up(qtbot)
    rig.clock.move(8 * 3600)
    qtbot.waitUntil(lambda: not rig.keeper.is_up)
    assert rig.said[-1].state is CurtainState.RELEASED


def test_help_lowers_it_first_and_is_told(qtbot: QtBot, rig: Rig) -> None:
    rig.up(qtbot)
    helped = visible_widget("curtainHelp")
    assert isinstance(helped, QPushButton)
    qtbot.mouseClick(helped, Qt.MouseButton.LeftButton)
    assert rig.helped == 1
    assert rig.said[-1].state is CurtainState.RELEASED


def test_a_new_curtain_takes_the_old_ones_place(qtbot: QtBot, rig: Rig) -> None:
    rig.up(qtbot)
    other = structs.replace(rig.asked(), lease=b"d" * 16)
    rig.keeper.up(other, Say(), demo=True)
    qtbot.waitUntil(lambda: bool(rig.said))
    assert rig.said == [Curtain(b"d" * 16, CurtainState.SHOWN, "")]
    assert len(curtains()) == 1


def test_our_windows_are_put_on_top_again_and_again(
    qtbot: QtBot, rig: Rig, bench: Bench
) -> None:
    rig.up(qtbot)
    before = len(bench.screen.own_keeper.raised)
    qtbot.waitUntil(lambda: len(bench.screen.own_keeper.raised) > before + 1)
    assert len(bench.screen.own_keeper.raised[-1]) == 1


def test_a_screen_that_cannot_be_read_is_no_curtain(qtbot: QtBot, bench: Bench) -> None:
    clock = FakeClock()
    said: list[Curtain] = []
    keeper = CurtainKeeper(
        bench.screen, bench.screen.own_keeper, bench.indicator, clock
    )
    keeper.changed.connect(said.append)
    bench.screen.gone = True
    now = clock.boot_s
    asked = CurtainUp(
        LEASE, "m", "u", 60, int((now + 15) * 1000), int((now + 60) * 1000)
    )
    keeper.up(asked, Say(), demo=False)
    clock.move(2.1)
    qtbot.waitUntil(lambda: bool(said))
    assert said[0].state is CurtainState.FAILED
