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


@pytest.mark.parametrize(
    ("state", "title", "reads"),
    [
        (EyeState.LESSON, "Niemand kijkt mee", "Niemand ziet nu je scherm. Ook niet"),
        (EyeState.NO_LESSON, "Niemand kijkt mee", "Niemand ziet nu je scherm."),
        (EyeState.PAUSED, "Niemand kijkt mee", "Niemand ziet nu je scherm."),
        (EyeState.ATTENTION, "Niemand kijkt mee", "Niemand ziet nu je scherm."),
        (EyeState.TROUBLE, "Niemand kijkt mee", "Niemand ziet nu je scherm."),
        (
            EyeState.OVERVIEW,
            "Dit ziet mevr. Peeters nu",
            "Gewone letters zijn te klein om te lezen, ook wat je typt. Grote letters",
        ),
        (
            EyeState.NOTICE,
            "Mevr. Peeters wil je scherm groot zien.",
            "Begint het, dan kan mevr. Peeters je scherm lezen. Ook wat je typt.",
        ),
        (
            EyeState.VIEW,
            "Dit ziet mevr. Peeters nu",
            "Mevr. Peeters kan nu lezen wat er op je scherm staat. Ook wat je typt.",
        ),
        (
            EyeState.SHOW,
            "Dit ziet de klas nu",
            "De klas kan nu lezen wat er op je scherm staat. Ook wat je typt.",
        ),
    ],
)
def test_R01_R05_it_says_who_can_read_what_is_typed(
    qtbot: QtBot, state: EyeState, title: str, reads: str
) -> None:
    pupil = lesson()
    pupil.eye = eye(state, access=ACCESS)
    shown = words(page(qtbot, pupil))
    assert title in shown
    assert reads in shown
    others = ("Niemand ziet nu", "te klein om te lezen", "kan nu lezen", "Begint het")
    assert sum(part in shown for part in others) == 1


def test_R01_small_pictures_go_on_while_a_large_one_is_announced(
    qtbot: QtBot,
) -> None:
    pupil = lesson()
    pupil.eye = eye(EyeState.NOTICE, access=ACCESS)
    assert "Precies het laatste beeld" in words(page(qtbot, pupil))
    assert "beeld" not in words(page(qtbot, pupil, None)).split("Beelden")[0]


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
