# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen pupil, or several."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from console.core.acts import StopLooking
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import busy_view

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_chosen_pupils_card_follows_the_look(lesson: Desk) -> None:
    card = lesson.window.page.panel.pupil
    assert not card.isVisible()
    lesson.click_tile(0)
    assert "Kijk groot" in texts(card)
    assert "Stop kijken" not in texts(card)
    lesson.click_tile(9)
    shown = texts(card)
    assert "Jij kijkt groot · nog 1:40" in shown
    assert "Waarom: hulp. Jonas ziet dat je kijkt." in shown
    assert "Stop kijken" in shown
    lesson.click(card.stop)
    assert lesson.acts()[-1] == StopLooking()
    assert "Kijk groot" in texts(card)


def test_several_chosen_pupils_share_a_card(lesson: Desk) -> None:
    lesson.window.page.wall.selectAll()
    lesson.settle()
    shown = texts(lesson.window.page.panel.pupil)
    assert "24 gekozen" in shown
    assert "Kijk groot" not in shown
    lesson.key(Qt.Key.Key_Escape, lesson.window.view_window)
    lesson.key(Qt.Key.Key_Escape, lesson.window.page.wall)
    assert lesson.window.page.wall.chosen() == ()


def test_a_look_without_a_picture_says_so_and_nothing_more(lesson: Desk) -> None:
    card, look = lesson.window.page.panel.pupil, busy_view().look
    assert look is not None
    lesson.click_tile(9)
    lesson.worker.show(replace(busy_view(), look=replace(look, until=None)))
    lesson.settle()
    assert "Gevraagd, nog geen beeld" in texts(card)
    lesson.worker.show(replace(busy_view(), look=None))
    lesson.settle()
    assert "Geen groot beeld" in texts(card)
    lesson.click_tile(8)
    assert "Geen groot beeld" not in texts(card)
