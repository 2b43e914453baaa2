# SPDX-License-Identifier: GPL-3.0-or-later
"""*Mijn inzage*."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.ledger_window import (
    NARROW_PX,
    TABS,
    InzageWindow,
    Sources,
    state_words,
)
from agent.session.words.say import Say
from tests.agent.session.qt.pages_state import NOW_S, lesson


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[InzageWindow]:
    sources = Sources(lambda: None, lambda _: NOW_S, lambda: NOW_S)
    made = InzageWindow(lesson(), sources)
    made.bring()
    yield made
    made.hide()
    made.deleteLater()


def tab(window: InzageWindow, key: str) -> QPushButton:
    found = window.findChild(QPushButton, f"tab{key.capitalize()}")
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.parametrize("key", list(TABS))
def test_every_tab_opens_its_page(qtbot: QtBot, window: InzageWindow, key: str) -> None:
    with qtbot.waitSignal(window.tab_opened) as heard:
        qtbot.mouseClick(tab(window, key), Qt.MouseButton.LeftButton)
    assert heard.args == [key]
    assert tab(window, key).isChecked()
    assert window.pages[key].isVisible()


def test_it_fits_the_screen_and_has_its_title(window: InzageWindow) -> None:
    assert window.windowTitle() == "Mijn inzage"
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(window.geometry())


def test_with_little_room_the_tabs_stand_on_top(
    qtbot: QtBot, window: InzageWindow
) -> None:
    first, second = tab(window, "now"), tab(window, "list")
    window.resize(NARROW_PX - 100, 400)
    qtbot.waitUntil(lambda: second.y() == first.y())
    window.resize(NARROW_PX + 100, 400)
    qtbot.waitUntil(lambda: second.y() > first.y())


def test_its_title_is_in_the_pupils_language(qtbot: QtBot) -> None:
    state = lesson()
    state.say = Say("fr")
    made = InzageWindow(state, Sources(lambda: None, lambda _: NOW_S, lambda: NOW_S))
    qtbot.addWidget(made)
    assert made.windowTitle() == "Mon inzage"


def test_closing_hides_it(window: InzageWindow) -> None:
    window.close()
    assert not window.isVisible()
    window.bring()
    assert window.isVisible()


def test_reading_aloud_without_a_voice_says_so(
    qtbot: QtBot, window: InzageWindow
) -> None:
    read = window.findChild(QPushButton, "readPage")
    assert isinstance(read, QPushButton)
    qtbot.mouseClick(read, Qt.MouseButton.LeftButton)
    assert read.text().strip()


def test_school_and_demo_are_said(window: InzageWindow) -> None:
    assert state_words(window.state) == "DEMO · Sint-Jan"
    assert state_words(PupilState()) == ""


@pytest.mark.parametrize("lang", ["nl", "en", "fr"])
def test_no_word_beside_the_page_is_cut(qtbot: QtBot, lang: str) -> None:
    state = lesson()
    state.say = Say(lang)
    made = InzageWindow(state, Sources(lambda: None, lambda _: NOW_S, lambda: NOW_S))
    qtbot.addWidget(made)
    made.bring()
    for name in (*(f"tab{key.capitalize()}" for key in TABS), "readPage"):
        found = made.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        assert found.width() >= found.sizeHint().width()
