# SPDX-License-Identifier: GPL-3.0-or-later
"""The session put together, in this very process, on a drawn desktop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agent.session.clicks import Unkept
from agent.session.platform.synthetic import Synthetic
from agent.session.qt.qt_words import speak
from agent.session.qt.run import REFUSED_CODE, SCREEN_GONE_CODE, Session, Setup
from protocol.aio.clock import boottime
from protocol.messages.local import EyeState, Frame, Here, Refused
from tests.agent.session.qt.conftest import NOW_S
from tests.fakes.daemon import ACCESS, FakeDaemon, eye, grab

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


class Whole:
    """A whole session and its daemon."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.daemon = FakeDaemon(folder / "s")
        self.said: list[str] = []
        self.left: list[int] = []
        self.setup = Setup(
            socket=self.daemon.path,
            platform="synthetic",
            profile=folder,
            script=None,
            diary=None,
            store=Unkept(),
            pupil_pub=bytes(32),
            sign=lambda _: bytes(64),
            clock=boottime,
            now_s=lambda: NOW_S,
            say_aloud=self.said.append,
            leave=self.left.append,
        )
        self.session = Session(app, self.setup, Synthetic(boottime))


@pytest.fixture
def whole(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Whole]:
    made = Whole(qapp, tmp_path)
    yield made
    made.session.end()
    made.daemon.close()


def pills(whole: Whole) -> int:
    return sum(pill.isVisible() for pill in whole.session.indicator.pills())


def test_it_dials_before_it_shows_the_pill(qtbot: QtBot, whole: Whole) -> None:
    whole.session.start()
    whole.daemon.accept()
    assert pills(whole) == 0
    whole.daemon.wait_for(Here)
    qtbot.waitUntil(lambda: pills(whole) == 1)  # the daemon says nothing
    assert whole.session.state.eye.state is EyeState.TROUBLE


def test_without_a_daemon_the_pill_shows_at_once(qtbot: QtBot, whole: Whole) -> None:
    whole.daemon.close()
    whole.session.start()
    qtbot.waitUntil(lambda: pills(whole) == 1)


def test_a_refused_session_shows_nothing_and_says_why(
    qtbot: QtBot, whole: Whole
) -> None:
    whole.session.start()
    whole.daemon.accept()
    whole.daemon.send(Refused("Er loopt al een Inzage."))
    qtbot.waitUntil(lambda: whole.left == [REFUSED_CODE])
    assert whole.said == ["Er loopt al een Inzage."]
    assert pills(whole) == 0


def test_it_works_from_end_to_end(qtbot: QtBot, whole: Whole) -> None:
    whole.session.start()
    with qtbot.waitSignal(whole.session.conductor.welcomed):
        whole.daemon.welcome()
    whole.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    whole.daemon.send(grab())
    found: list[object] = []

    def got() -> bool:
        found.extend(whole.daemon.listen(0.02))
        return any(isinstance(message, Frame) for message in found)

    qtbot.waitUntil(got, timeout=15_000)


def test_qts_own_windows_speak_the_pupils_language(qtbot: QtBot, whole: Whole) -> None:
    whole.session.start()
    with qtbot.waitSignal(whole.session.conductor.welcomed):
        whole.daemon.welcome(lang="fr")
    assert QCoreApplication.translate("QFileDialog", "&Save") == "&Enregistrer"
    speak(whole.session.app, "en")


def test_other_screens_are_told_by_a_new_here(qtbot: QtBot, whole: Whole) -> None:
    whole.session.start()
    with qtbot.waitSignal(whole.session.conductor.welcomed):
        whole.daemon.welcome()
    with qtbot.waitSignal(whole.session.bridge.opened):
        whole.session.app.screenAdded.emit(whole.session.app.primaryScreen())
    whole.daemon.accept()
    whole.daemon.wait_for(Here)


def test_another_palette_repaints_everything(qtbot: QtBot, whole: Whole) -> None:
    whole.daemon.close()
    whole.session.start()
    qtbot.waitUntil(lambda: pills(whole) == 1)
    at = whole.session.indicator.painted_at
    palette = whole.session.app.palette()
    whole.session.app.paletteChanged.emit(palette)
    assert whole.session.indicator.painted_at > at


def test_the_pills_place_is_kept(qtbot: QtBot, whole: Whole, tmp_path: Path) -> None:
    whole.daemon.close()
    whole.session.start()
    qtbot.waitUntil(lambda: pills(whole) == 1)
    whole.session.indicator.placed.emit(0.0, True)
    where = whole.session.indicator.rects()
    again = Session(whole.session.app, whole.setup, Synthetic(boottime))
    again.start()
    qtbot.waitUntil(lambda: bool(again.indicator.rects()))
    assert again.indicator.rects() == where
    again.end()


def test_a_torn_place_is_the_middle(qtbot: QtBot, whole: Whole, tmp_path: Path) -> None:
    (tmp_path / "oogje.ini").write_text("[General]\nshare=links\n")
    whole.daemon.close()
    whole.session.start()
    qtbot.waitUntil(lambda: pills(whole) == 1)
    room = whole.session.app.primaryScreen().geometry()
    rect = whole.session.indicator.rects()[0]
    assert abs(rect.x_px + rect.width_px / 2 - room.width() / 2) < 16


def test_boot_time_becomes_wall_time(whole: Whole) -> None:
    taken_s = whole.session.taken_s(int((boottime() - 10) * 1000))
    assert abs(taken_s - (NOW_S - 10)) <= 1


def test_a_gone_screen_ends_the_session(qtbot: QtBot, whole: Whole) -> None:
    whole.session.looking.gone.emit()
    assert whole.left == [SCREEN_GONE_CODE]


def test_a_session_that_ended_hears_no_screen_any_more(
    qtbot: QtBot, whole: Whole, tmp_path: Path
) -> None:
    app = whole.session.app
    ended = Session(app, whole.setup, Synthetic(boottime))
    ended.start()
    qtbot.waitUntil(lambda: bool(ended.indicator.rects()))
    ended.end()
    app.screenAdded.emit(app.primaryScreen())
    assert ended.indicator.rects() == []
