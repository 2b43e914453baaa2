# SPDX-License-Identifier: GPL-3.0-or-later
"""*Nu*."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.overview import jpeg
from agent.session.pupil_state import PupilState
from agent.session.qt.looking import Sent
from agent.session.qt.mirror import NowPage
from agent.session.qt.theme import LIGHT
from protocol.messages.local import EyeState, Frame, Looks
from tests.agent.session.qt.pages_state import NOW_S, lesson
from tests.fakes.daemon import ACCESS, eye

DATA = jpeg(Image.new("RGB", (192, 108), "#336633"), 50, 9_999)
SENT = Sent(Frame(ACCESS, 1, 0, 192, 108, 0, DATA), Looks.OVERVIEW)


def page(qtbot: QtBot, state: PupilState, sent: Sent | None = SENT) -> NowPage:
    made = NowPage(state, LIGHT, 1.0, lambda: sent, lambda _: NOW_S)
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.show()
    made.refresh()
    return made


def words(made: NowPage) -> str:
    return " ".join(x.text() for x in made.findChildren(QLabel) if x.isVisible())


def button(made: NowPage, name: str) -> QPushButton:
    found = made.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_it_shows_exactly_the_last_picture(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    shown = words(made)
    assert "Dit ziet mevr. Peeters nu" in shown
    assert "Precies het laatste beeld: 192 bij 108 beeldpunten" in shown
    pictures = [x for x in made.findChildren(QLabel) if x.pixmap().width() > 200]
    assert len(pictures) == 1


def test_stop_stands_in_the_heading_row(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    assert button(made, "stop").isVisible()
    assert button(made, "stop").y() < 80


@pytest.mark.parametrize("name", ["stop", "pause"])
def test_one_click_is_the_act(qtbot: QtBot, name: str) -> None:
    made = page(qtbot, lesson())
    with qtbot.waitSignal(made.act) as heard:
        qtbot.mouseClick(button(made, name), Qt.MouseButton.LeftButton)
    assert heard.args == [name, None]


def test_before_the_first_picture_it_says_so(qtbot: QtBot) -> None:
    assert "Er is nog geen beeld verstuurd." in words(page(qtbot, lesson(), None))


def test_when_nobody_looks_there_is_no_picture_and_no_stop(qtbot: QtBot) -> None:
    state = lesson()
    state.eye = eye(EyeState.LESSON)
    made = page(qtbot, state)
    assert "Niemand kijkt mee" in words(made)
    assert not button(made, "stop").isVisible()
    assert button(made, "pause").isVisible()


def test_a_pause_is_ended_where_it_began(qtbot: QtBot) -> None:
    state = lesson()
    state.eye = eye(EyeState.PAUSED)
    made = page(qtbot, state)
    assert not button(made, "pause").isVisible()
    with qtbot.waitSignal(made.act) as heard:
        qtbot.mouseClick(button(made, "resume"), Qt.MouseButton.LeftButton)
    assert heard.args == ["resume", None]


def test_a_look_without_an_end_shows_no_end(qtbot: QtBot) -> None:
    state = lesson()
    state.eye = eye(EyeState.VIEW, why="hulp", access=ACCESS)
    assert "tot" not in words(page(qtbot, state)).split("Precies")[0]
