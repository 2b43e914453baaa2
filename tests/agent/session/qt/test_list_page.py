# SPDX-License-Identifier: GPL-3.0-or-later
"""*Lijst*."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.list_page import ListPage
from agent.session.qt.theme import LIGHT
from tests.agent.session.qt.pages_state import NOW_S, lesson, line, log_page


def page(qtbot: QtBot, state: PupilState) -> ListPage:
    made = ListPage(state, LIGHT, 1.0, lambda: NOW_S)
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.refresh()
    made.show()
    return made


def words(made: ListPage) -> list[str]:
    return [x.text() for x in made.findChildren(QLabel) if x.isVisible()]


def test_R30_lines_stand_under_their_day_newest_first(qtbot: QtBot) -> None:
    shown = words(page(qtbot, lesson()))
    wanted = ["Mevr. Peeters keek 2.", "Mevr. Peeters keek 1."]
    assert [text for text in shown if "keek" in text and "?" not in text] == wanted
    assert any(text.startswith("Vandaag, ") for text in shown)
    assert "De lijst klopt. Ze is gelijk." in shown
    assert "nog niet bevestigd" in shown


def test_an_empty_and_a_coming_list_say_so(qtbot: QtBot) -> None:
    assert "Je lijst wordt opgehaald." in words(page(qtbot, PupilState()))
    state = PupilState()
    state.add_page(log_page())
    assert "Er staat nog niets in je lijst." in words(page(qtbot, state))


@pytest.mark.parametrize(
    ("name", "act"),
    [("listTake", "export"), ("listCompare", "compare"), ("listMore", "more")],
)
def test_each_button_has_its_act(qtbot: QtBot, name: str, act: str) -> None:
    state = lesson()
    state.add_page(log_page(line(3), more=True, healthy=False))
    made = page(qtbot, state)
    found = made.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    with qtbot.waitSignal(made.act) as heard:
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert heard.args == [act, None]


def test_the_same_list_is_not_built_again(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    before = made.findChildren(QLabel)
    made.refresh()
    assert made.findChildren(QLabel) == before


def test_how_it_went_is_said_below(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    made.say_below("Je lijst staat in map.")
    assert "Je lijst staat in map." in words(made)
