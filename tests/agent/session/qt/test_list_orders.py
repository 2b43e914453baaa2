# SPDX-License-Identifier: GPL-3.0-or-later
"""Wiping the words and keeping a year: what each means, and whether it is meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.qt.list_orders import TOLD, ListOrder, ListOrders
from agent.session.words.say import Say
from tests.agent.session.qt.pages_state import NOW_S


def orders(
    qtbot: QtBot, kept_until_s: int = 0, *, may_erase: bool = True
) -> ListOrders:
    made = ListOrders(Say(), round, kept_until_s, may_erase=may_erase)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def button(qtbot: QtBot, made: ListOrders, name: str) -> QPushButton:
    """Give the button of this name, once it is on screen."""

    def shown() -> list[QPushButton]:
        return [x for x in made.findChildren(QPushButton, name) if x.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def press(qtbot: QtBot, made: ListOrders, name: str) -> None:
    qtbot.mouseClick(button(qtbot, made, name), Qt.MouseButton.LeftButton)


def words(made: ListOrders) -> list[str]:
    return [x.text() for x in made.findChildren(QLabel) if x.isVisible()]


@pytest.mark.parametrize("order", ListOrder)
def test_R34_R35_each_says_what_goes_what_stays_and_that_it_is_for_good(
    qtbot: QtBot, order: ListOrder
) -> None:
    shown = words(orders(qtbot))
    say = Say()
    assert all(say(key) in shown for key in TOLD[order])
    assert "kan niet" in say(TOLD[order][-1])


@pytest.mark.parametrize("order", ListOrder)
def test_R34_nothing_is_ordered_before_the_second_yes(
    qtbot: QtBot, order: ListOrder
) -> None:
    made = orders(qtbot)
    heard: list[str] = []
    made.ordered.connect(heard.append)
    name = f"list{order.capitalize()}"
    press(qtbot, made, name)
    no, yes = button(qtbot, made, f"{name}No"), button(qtbot, made, f"{name}Yes")
    assert no.size() == yes.size()
    qtbot.waitUntil(lambda: no.x() < yes.x())
    press(qtbot, made, f"{name}No")
    assert heard == []
    press(qtbot, made, name)
    press(qtbot, made, f"{name}Yes")
    assert heard == [order.value]


@pytest.mark.parametrize("order", ListOrder)
def test_R34_enter_answers_nothing(qtbot: QtBot, order: ListOrder) -> None:
    made = orders(qtbot)
    heard: list[str] = []
    made.ordered.connect(heard.append)
    name = f"list{order.capitalize()}"
    press(qtbot, made, name)
    no = button(qtbot, made, f"{name}No")
    qtbot.waitUntil(no.hasFocus)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(no, key)
    assert heard == []


def test_R34_while_a_hold_lasts_nothing_can_be_wiped(qtbot: QtBot) -> None:
    made = orders(qtbot, NOW_S)
    kept = "Wissen kan nu niet: je lijst wordt bewaard tot 16 maart 2027."
    assert kept in words(made)
    assert "Je lijst wordt al bewaard, tot 16 maart 2027." in words(made)
    assert not any(x.isVisible() for x in do_buttons(made))


def do_buttons(made: ListOrders) -> list[QPushButton]:
    found = made.findChildren(QPushButton)
    return [x for x in found if x.objectName() in {"listErase", "listHold"}]


def test_R34_what_cannot_be_wiped_yet_is_not_asked(qtbot: QtBot) -> None:
    made = orders(qtbot, may_erase=False)
    shown = words(made)
    assert "Er is nog niets te wissen: elke regel blijft eerst een dag." in shown
    names = [x.objectName() for x in do_buttons(made) if x.isVisible()]
    assert names == ["listHold"]
    assert "De laatste dag blijft." in Say()("erase.sure")


def test_back_closes(qtbot: QtBot) -> None:
    made = orders(qtbot)
    with qtbot.waitSignal(made.closed):
        press(qtbot, made, "ordersBack")
