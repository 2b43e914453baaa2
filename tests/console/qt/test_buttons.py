# SPDX-License-Identifier: GPL-3.0-or-later
"""A button has a word, and a name for a screen reader."""

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from console.qt.buttons import Button, bind
from console.qt.theme import Theme


def test_an_ampersand_is_shown_and_not_a_shortcut(theme: Theme) -> None:
    button = Button(theme, "Jan & Piet")
    assert button.text() == "Jan && Piet"
    assert button.accessibleName() == "Jan & Piet"


def test_an_arrow_is_seen_and_not_heard(theme: Theme) -> None:
    button = Button(theme, "Delen", icon_name="share", opens=True)
    assert button.text().strip() == "Delen  ▾"
    assert button.accessibleName() == "Delen"
    assert not button.icon().isNull()


def test_an_icon_alone_still_has_a_name(theme: Theme) -> None:
    button = Button(theme, "Sluit", icon_name="close", kind="icon")
    assert (button.text(), button.accessibleName()) == ("", "Sluit")


def test_a_chosen_chip_has_a_tick(theme: Theme) -> None:
    chip = Button(theme, "hulp", kind="chip")
    chip.setCheckable(True)
    assert chip.icon().isNull()
    chip.setChecked(True)
    assert not chip.icon().isNull()
    chip.setChecked(False)
    assert chip.icon().isNull()


def test_a_button_can_change_its_look(theme: Theme) -> None:
    button = Button(theme, "Aandacht", icon_name="attention")
    before = button.icon().cacheKey()
    button.wear("ink", "attention")
    assert button.property("kind") == "ink"
    assert button.icon().cacheKey() != before
    button.wear("ink", "attention")


def test_a_bound_button_is_its_action(qtbot: QtBot, theme: Theme) -> None:
    action, done = QAction(), list[bool]()
    action.triggered.connect(lambda: done.append(True))
    button = bind(Button(theme, "Doe"), action)
    qtbot.addWidget(button)
    button.click()
    action.setEnabled(False)
    assert not button.isEnabled()
    button.click()
    assert len(done) == 1
