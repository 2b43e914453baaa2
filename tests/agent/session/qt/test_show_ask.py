# SPDX-License-Identifier: GPL-3.0-or-later
"""May this go on the board?"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.qt.show_ask import ShowAsk
from agent.session.words.say import Say
from protocol.messages.local import Ask, Looks
from tests.fakes.clock import FakeClock
from tests.fakes.daemon import ACCESS

Make = Callable[[], ShowAsk]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def make(qtbot: QtBot, clock: FakeClock) -> Make:
    def one() -> ShowAsk:
        preview = QImage(496, 279, QImage.Format.Format_RGB32)
        preview.fill(0)
        ask = Ask(ACCESS, Looks.SHOW, "mevr. Peeters", "", 20)
        made = ShowAsk(ask, Say(), preview, clock)
        made.show()
        return made

    return one


def part(ask: ShowAsk, name: str) -> QPushButton:
    found = ask.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.parametrize(("name", "yes"), [("showNo", False), ("showYes", True)])
def test_one_click_is_the_answer(
    qtbot: QtBot, make: Make, name: str, *, yes: bool
) -> None:
    ask = make()
    with qtbot.waitSignal(ask.answered) as heard:
        qtbot.mouseClick(part(ask, name), Qt.MouseButton.LeftButton)
    assert heard.args == [ACCESS, yes]


def test_P11_both_answers_weigh_the_same_and_enter_gives_none(
    qtbot: QtBot, make: Make
) -> None:
    ask = make()
    answers: list[object] = []
    ask.answered.connect(lambda *args: answers.append(args))
    assert part(ask, "showNo").size() == part(ask, "showYes").size()
    qtbot.keyClick(ask, Qt.Key.Key_Return)
    assert answers == []
    ask.withdraw()
    assert answers == []


def test_P11_silence_is_no(qtbot: QtBot, make: Make, clock: FakeClock) -> None:
    ask = make()
    shown = " ".join(label.text() for label in ask.findChildren(QLabel))
    assert "Nog 20 tellen. Geen antwoord is nee." in shown
    clock.move(19.5)
    qtbot.waitUntil(
        lambda: any("Nog 1 tel." in x.text() for x in ask.findChildren(QLabel))
    )
    with qtbot.waitSignal(ask.answered) as heard:
        clock.move(1.0)
    assert heard.args == [ACCESS, False]


@pytest.mark.parametrize("way", ["escape", "close"])
def test_going_away_is_no(qtbot: QtBot, make: Make, way: str) -> None:
    ask = make()
    with qtbot.waitSignal(ask.answered) as heard:
        if way == "escape":
            qtbot.keyClick(ask, Qt.Key.Key_Escape)
        else:
            ask.close()
    assert heard.args == [ACCESS, False]
