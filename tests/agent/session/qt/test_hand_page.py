# SPDX-License-Identifier: GPL-3.0-or-later
"""*Hand*."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.hand_page import HandPage
from agent.session.qt.theme import LIGHT
from protocol.messages.local import EyeState
from tests.agent.session.qt.pages_state import lesson
from tests.fakes.daemon import eye


def page(qtbot: QtBot, state: PupilState) -> HandPage:
    made = HandPage(state, LIGHT, 1.0)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def names(made: HandPage) -> list[str]:
    return [x.objectName() for x in made.findChildren(QPushButton) if x.isVisible()]


def words(made: HandPage) -> str:
    return " ".join(x.text() for x in made.findChildren(QLabel) if x.isVisible())


@pytest.mark.parametrize(
    ("up", "offered", "wanted"),
    [
        (False, False, ["handUp", "handOffer"]),
        (True, False, ["handOffer", "handDown"]),
        (True, True, ["handDown"]),
    ],
)
def test_what_can_be_done_follows_the_hand(
    qtbot: QtBot, wanted: list[str], *, up: bool, offered: bool
) -> None:
    state = lesson()
    state.hand_up, state.offered = up, offered
    made = page(qtbot, state)
    assert sorted(names(made)) == sorted(wanted)
    assert ("Je leraar mag nu komen kijken." in words(made)) == offered


@pytest.mark.parametrize(
    ("name", "act", "up"),
    [
        ("handUp", "hand", False),
        ("handOffer", "hand_offer", False),
        ("handDown", "hand_clear", True),
    ],
)
def test_one_click_is_the_act(qtbot: QtBot, name: str, act: str, *, up: bool) -> None:
    state = lesson()
    state.hand_up = up
    made = page(qtbot, state)
    found = made.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    with qtbot.waitSignal(made.act) as heard:
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert heard.args == [act, None]


def test_outside_a_lesson_there_is_no_hand(qtbot: QtBot) -> None:
    state = lesson()
    state.eye = eye(EyeState.NO_LESSON)
    made = page(qtbot, state)
    assert names(made) == []
    assert "Dit kan alleen tijdens de les." in words(made)
    made.refresh()
