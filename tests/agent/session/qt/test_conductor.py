# SPDX-License-Identifier: GPL-3.0-or-later
"""Each word of the daemon, and the part that acts on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agent.session.clicks import Clicks, Unkept
from agent.session.qt.acts import Acts
from agent.session.qt.bridge import Bridge
from agent.session.qt.conductor import Conductor, Parts
from agent.session.qt.consent_dialog import ConsentDialog
from agent.session.qt.curtain_keeper import CurtainKeeper
from agent.session.qt.ledger_window import InzageWindow, Sources
from agent.session.qt.presser import visible_widget
from agent.session.qt.show_ask import ShowAsk
from agent.session.qt.windows import Windows
from protocol.aio.clock import boottime
from protocol.messages import local
from protocol.messages.local import (
    Alive,
    Band,
    Click,
    ClickKind,
    Curtain,
    CurtainState,
    EyeState,
    Frame,
    Here,
    Looks,
)
from tests.agent.session.qt.conftest import NOW_S, Bench
from tests.agent.session.qt.pages_state import LINK, line, log_page, switches
from tests.fakes.daemon import ACCESS, FakeDaemon, eye, grab

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
LEASE = b"c" * 16


class Stage:
    """A conductor with all its parts, and a daemon at the other end."""

    def __init__(self, bench: Bench, folder: Path) -> None:
        self.bench = bench
        self.daemon = FakeDaemon(folder / "s")
        self.bridge = Bridge(self.daemon.path)
        bench.looking._send = self.bridge.send  # noqa: SLF001 -- the bench has its own
        self.clicks = Clicks(Unkept())
        self.acts = Acts(
            bench.state,
            self.clicks,
            bench.looking,
            self.bridge.send,
            lambda _: bytes(64),
            lambda: NOW_S,
        )
        keeper = bench.screen.own_keeper
        self.curtain = CurtainKeeper(bench.screen, keeper, bench.indicator, boottime)
        sources = Sources(lambda: None, lambda _: NOW_S, lambda: NOW_S)
        self.windows = Windows(
            bench.state, self.acts, bench.screen, bench.indicator, sources, boottime
        )
        parts = Parts(
            bench.state,
            self.bridge,
            bench.indicator,
            bench.looking,
            self.curtain,
            self.windows,
            self.acts,
            self.clicks,
        )
        self.conductor = Conductor(parts, bytes(32), 4, boottime, lambda: NOW_S)
        self.events: list[str] = []
        self.conductor.happened.connect(self.events.append)

    def welcome(self, qtbot: QtBot, lang: str = "nl") -> Here:
        with qtbot.waitSignal(self.conductor.welcomed):
            self.bridge.dial()
            return self.daemon.welcome(lang=lang)

    def until(self, qtbot: QtBot, event: str) -> None:
        qtbot.waitUntil(lambda: event in self.events)

    def hear(self, qtbot: QtBot, kind: type) -> object:
        """Wait until the daemon heard a message of this kind."""
        found: list[object] = []

        def heard() -> bool:
            found.extend(m for m in self.daemon.listen(0.02) if isinstance(m, kind))
            return bool(found)

        qtbot.waitUntil(heard, timeout=15_000)
        return found[0]

    def line1(self) -> str:
        return self.bench.indicator.pills()[0].accessibleName()

    def close(self) -> None:
        self.conductor.end()
        self.curtain.lower(told=False)
        self.windows.close_all()
        self.bridge.end()
        self.daemon.close()
        for top in QApplication.topLevelWidgets():
            if isinstance(top, InzageWindow | ConsentDialog | ShowAsk):
                top.hide()
                top.deleteLater()


@pytest.fixture
def stage(qtbot: QtBot, bench: Bench, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(bench, tmp_path)
    yield made
    made.close()


def press(qtbot: QtBot, name: str) -> None:
    found = visible_widget(name)
    assert isinstance(found, QWidget)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_it_says_who_it_is_first(qtbot: QtBot, stage: Stage) -> None:
    here = stage.welcome(qtbot)
    assert here.screens[0].scale_pct == 100
    assert here.platform == 4
    assert here.pupil_pub == bytes(32)


def test_kept_nos_come_before_anything_else(qtbot: QtBot, stage: Stage) -> None:
    no = stage.clicks.numbered(Click(0, ClickKind.PAUSE, None))
    stage.bridge.dial()
    stage.daemon.accept()
    heard = stage.daemon.listen(0.1)
    assert isinstance(heard[0], Here)
    assert heard[1] == no
    stage.daemon.send(local.ClickKept(1))
    qtbot.waitUntil(lambda: stage.clicks.first() == [])


def test_the_pill_says_what_the_daemon_says(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.LESSON, why="wiskunde"))
    stage.until(qtbot, "eye:lesson")
    assert "Niemand kijkt mee." in stage.line1()
    assert "DEMO" in stage.line1()
    stage.daemon.send(eye(EyeState.VIEW, why="hulp", left_ms=90_000, access=ACCESS))
    stage.until(qtbot, "eye:view")
    assert "nog 1:30" in stage.line1()
    qtbot.waitUntil(lambda: "nog 1:29" in stage.line1())


def test_another_language_changes_every_word(qtbot: QtBot, stage: Stage) -> None:
    stage.windows.open_inzage()
    stage.welcome(qtbot, "en")
    stage.daemon.send(eye(EyeState.NO_LESSON))
    stage.until(qtbot, "eye:no_lesson")
    assert "Nobody is looking." in stage.line1()


def test_the_pill_is_proven_before_anyone_asks(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    alive = stage.hear(qtbot, Alive)
    assert isinstance(alive, Alive)
    assert alive.proof_ok


def test_R02_a_covered_pill_is_no_proof(qtbot: QtBot, stage: Stage) -> None:
    stage.bench.screen.desktop.cover = stage.bench.indicator.rects()[0]
    stage.welcome(qtbot)
    stage.conductor.alive(1)
    alive = stage.hear(qtbot, Alive)
    assert isinstance(alive, Alive)
    assert not alive.proof_ok
    qtbot.waitUntil(lambda: bool(stage.bench.screen.own_keeper.raised))
    stage.bench.screen.desktop.cover = None
    qtbot.waitUntil(lambda: stage.bench.looking.proof_ok)
    stage.bench.screen.own_keeper.is_covered = True
    stage.daemon.listen(0.05)
    stage.conductor.alive(2)
    again = stage.hear(qtbot, Alive)
    assert isinstance(again, Alive)
    assert not again.proof_ok


def test_R02_each_second_beat_is_told_and_a_pill_that_is_covered_at_once(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.welcome(qtbot)
    assert told_at(stage.hear(qtbot, Alive)) == (0, True)
    for count in (3, 4, 5):
        stage.conductor.beat(count)
    assert told_at(stage.hear(qtbot, Alive)) == (4, True)
    stage.bench.screen.own_keeper.is_covered = True
    stage.conductor.beat(7)
    assert told_at(stage.hear(qtbot, Alive)) == (7, False)


def told_at(alive: object) -> tuple[int, bool]:
    """Give at which beat the daemon was told, and whether the pill was proven."""
    assert isinstance(alive, Alive)
    return alive.tick, alive.proof_ok


def test_a_grab_gives_pictures_until_it_is_taken_back(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    stage.daemon.send(grab())
    frame = stage.hear(qtbot, Frame)
    assert isinstance(frame, Frame)
    qtbot.waitUntil(lambda: stage.bench.looking.last_sent is not None)
    stage.daemon.send(local.GrabStop(ACCESS))
    qtbot.waitUntil(lambda: not stage.bench.looking.is_open)
    stage.daemon.send(eye(EyeState.LESSON))
    stage.until(qtbot, "eye:lesson")
    assert stage.bench.looking.last_sent is None


def test_R13_stop_is_one_click_and_shows_at_once(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.LESSON, why="wiskunde"))
    stage.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    stage.daemon.send(grab())
    stage.until(qtbot, "eye:overview")
    qtbot.waitUntil(lambda: stage.bench.looking.is_open)
    press(qtbot, "eyeStop")
    assert not stage.bench.looking.is_open
    assert "Niemand kijkt mee." in stage.line1()
    assert stage.hear(qtbot, Click) == Click(1, ClickKind.STOP, ACCESS)


def test_nee_is_one_click_on_the_pill(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.NOTICE, why="hulp", left_ms=3000, access=ACCESS))
    stage.daemon.send(local.Ask(ACCESS, Looks.VIEW, "mevr. P", "hulp", 3))
    stage.until(qtbot, "ask:view")
    press(qtbot, "eyeNee")
    assert "Niemand kijkt mee." in stage.line1()
    assert stage.hear(qtbot, Click) == Click(1, ClickKind.NEE, ACCESS)
    stage.daemon.send(grab(Looks.VIEW))
    stage.daemon.send(eye(EyeState.LESSON))
    stage.until(qtbot, "eye:lesson")
    assert not stage.bench.looking.is_open


def test_verder_ends_a_pause(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.PAUSED))
    stage.until(qtbot, "eye:paused")
    press(qtbot, "eyeResume")
    assert stage.hear(qtbot, Click) == Click(1, ClickKind.RESUME, None)


def test_R30_one_click_opens_mijn_inzage(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    press(qtbot, "eyeOpen")
    assert visible_widget("tabNow") is not None


def test_a_question_is_asked_and_closed_by_the_curtain(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.welcome(qtbot)
    notice = local.Notice("overview", "1", "Mag dat?")
    stage.daemon.send(local.Question(Looks.OVERVIEW, notice))
    stage.until(qtbot, "question:overview")
    assert visible_widget("questionYes") is not None
    raise_curtain(stage)
    qtbot.waitUntil(lambda: visible_widget("questionYes") is None)


def raise_curtain(stage: Stage) -> None:
    now = int(boottime() * 1000)
    stage.daemon.send(
        local.CurtainUp(LEASE, "mevr. P", "uitleg", 60, now + 15_000, now + 60_000)
    )


def test_the_curtain_shuts_the_door_and_help_lowers_it(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.bench.screen.number = 4
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    stage.daemon.send(grab())
    qtbot.waitUntil(lambda: stage.bench.looking.is_open)
    raise_curtain(stage)
    stage.until(qtbot, "curtain:shown")
    assert not stage.bench.looking.is_open
    stage.daemon.send(grab())
    stage.daemon.send(local.CurtainRenew(LEASE, int(boottime() * 1000) + 20_000))
    press(qtbot, "curtainHelp")
    stage.until(qtbot, "curtain:released")
    assert stage.bench.state.hand_up
    seen: list[object] = []

    def helped() -> bool:
        seen.extend(stage.daemon.listen(0.02))
        clicks = [m for m in seen if isinstance(m, Click)]
        return any(click.kind is ClickKind.HELP_NOW for click in clicks)

    qtbot.waitUntil(helped)
    states = [m.state for m in seen if isinstance(m, Curtain)]
    assert states == [CurtainState.SHOWN, CurtainState.RELEASED]


def test_the_curtain_comes_down_when_told(qtbot: QtBot, stage: Stage) -> None:
    stage.bench.screen.number = 4
    stage.welcome(qtbot)
    raise_curtain(stage)
    stage.until(qtbot, "curtain:shown")
    stage.daemon.send(local.CurtainDown(LEASE))
    stage.until(qtbot, "curtain:released")


def test_a_show_ask_goes_when_the_look_is_over(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.NOTICE, access=ACCESS, left_ms=20_000))
    stage.daemon.send(local.Ask(ACCESS, Looks.SHOW, "mevr. P", "", 20))
    stage.until(qtbot, "ask:show")
    assert visible_widget("showYes") is not None
    stage.daemon.send(eye(EyeState.LESSON))
    qtbot.waitUntil(lambda: visible_widget("showYes") is None)


def test_R30_an_open_list_follows_the_oogje_and_the_time(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.welcome(qtbot)
    stage.windows.open_inzage("list")
    stage.hear(qtbot, local.LogAskLocal)
    stage.daemon.send(log_page(line(1)))
    qtbot.waitUntil(lambda: stage.bench.state.page is not None)
    asked: list[object] = []

    def count() -> int:
        said = stage.daemon.listen(0.02)
        asked.extend(m for m in said if isinstance(m, local.ReadAsk))
        return len(asked)

    for _ in range(3):  # one more comes of the window that is in front
        stage.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
        stage.daemon.send(eye(EyeState.LESSON))
    qtbot.waitUntil(lambda: count() >= 6)
    for second in range(1, 51):
        stage.conductor.beat(second)
    qtbot.waitUntil(lambda: count() >= 16)
    assert count() < 20


def test_what_is_shared_and_listed_is_kept(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    stage.daemon.send(local.Offers((LINK,)))
    stage.daemon.send(log_page(line(1)))
    stage.daemon.send(switches(Looks.VIEW))
    stage.daemon.send(LINK)
    stage.until(qtbot, "offer:link")
    state = stage.bench.state
    assert state.offers == [LINK]
    assert [entry.seq for entry in state.lines] == [1]
    assert state.choices == switches(Looks.VIEW)
    stage.daemon.send(local.OfferGone(LINK.id))
    qtbot.waitUntil(lambda: state.offers == [])


def test_an_order_is_answered(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    stage.windows.open_inzage("list")
    (top,) = [x for x in QApplication.topLevelWidgets() if isinstance(x, InzageWindow)]
    stage.daemon.send(
        local.OrderDone(local.OrderKind.ERASE, True, "Weg.", 0, b"", True)
    )
    qtbot.waitUntil(
        lambda: "Weg." in [label.text() for label in top.findChildren(QLabel)]
    )


def test_R62_a_closed_socket_is_trouble_and_nothing_goes_on(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.bench.screen.number = 4
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    stage.daemon.send(grab())
    qtbot.waitUntil(lambda: stage.bench.looking.is_open)
    with qtbot.waitSignal(stage.bridge.closed):
        stage.daemon.hang_up()
    assert not stage.bench.looking.is_open
    assert stage.bench.state.eye.state is EyeState.TROUBLE
    assert "kan niemand meekijken" in stage.line1()


def test_a_word_that_only_we_may_say_ends_the_link(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    with qtbot.waitSignal(stage.bridge.closed):
        stage.daemon.send(local.ReadAsk())


def test_a_refusal_is_passed_on(qtbot: QtBot, stage: Stage) -> None:
    stage.bridge.dial()
    stage.daemon.accept()
    with qtbot.waitSignal(stage.conductor.refused) as heard:
        stage.daemon.send(local.Refused("Er loopt al een Inzage."))
    assert heard.args == ["Er loopt al een Inzage."]


def test_young_pupils_get_their_own_words(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.conductor.welcomed):
        stage.bridge.dial()
        stage.daemon.welcome(band=Band.SIX_TO_NINE)
    stage.daemon.send(eye(EyeState.OVERVIEW, teacher="juf An", access=ACCESS))
    stage.until(qtbot, "eye:overview")
    assert "klein plaatje" in stage.line1()


def test_the_end_of_a_lesson_is_told(qtbot: QtBot, stage: Stage) -> None:
    stage.welcome(qtbot)
    stage.daemon.send(eye(EyeState.LESSON))
    stage.daemon.send(eye(EyeState.NO_LESSON))
    stage.until(qtbot, "lesson:over")
    assert stage.bench.state.lesson is None
