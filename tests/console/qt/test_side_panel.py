# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the wall: loudest on top, nothing while there is nothing."""

from dataclasses import replace

import pytest

from console.core.view import LookView
from console.qt.side_panel import PANEL_PX, SidePanel
from console.qt.wall_model import WallModel
from console.qt.window_state import WindowState
from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.nl import NL
from console.qt.words.words import Words
from tests.fakes.desk import Desk
from tests.fakes.worker import NOW, attention_view, pupil_id

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_attention_stands_above_hands_above_the_pupil(lesson: Desk) -> None:
    lesson.show(attention_view())
    lesson.click_tile(0)
    panel = lesson.window.page.panel
    tops = [card.y() for card in (panel.attention, panel.hands, panel.pupil)]
    assert tops == sorted(tops)
    assert panel.accessibleName() == "Handen en leerling"
    lesson.show(replace(attention_view(), attention=None))
    assert not panel.attention.isVisible()


def test_closing_the_card_chooses_nobody(lesson: Desk) -> None:
    lesson.click_tile(0)
    lesson.window.page.panel.pupil.closed.emit()
    assert lesson.window.page.wall.chosen() == ()
    assert not lesson.window.page.panel.pupil.isVisible()


def test_open_large_raises_the_view(lesson: Desk) -> None:
    lesson.window.view_window.hide()
    lesson.click_tile(9)
    lesson.click(lesson.window.page.panel.pupil.open)
    assert lesson.window.view_window.isVisible()


def test_before_a_view_the_panel_shows_nothing_new(lesson: Desk) -> None:
    window = lesson.window
    panel = SidePanel(window.theme, NL, window.actions_by_name)
    panel.show_state(WindowState(), WallModel(NL), NOW)
    panel.refresh(WindowState(), WallModel(NL), NOW)
    lesson.qtbot.addWidget(panel)


def test_while_attention_is_asked_the_card_shows_no_picture(lesson: Desk) -> None:
    lesson.click_tile(0)
    card = lesson.window.page.panel.pupil
    seen = card.picture.grab().toImage()
    lesson.show(attention_view())
    lesson.click_tile(0)
    assert card.picture.grab().toImage() != seen


@pytest.mark.parametrize("words", [NL, EN, FR])
def test_nothing_in_the_panel_is_pushed_out_by_long_words(
    lesson: Desk, words: Words
) -> None:
    window = lesson.window
    panel = SidePanel(window.theme, words, window.actions_by_name)
    lesson.qtbot.addWidget(panel)
    made = attention_view()
    long = "Amina-Alexandrina Van den Broeck-Vandenberghe"
    tiles = tuple(replace(tile, name=long) for tile in made.tiles)
    look = LookView(pupil_id(3), long, "hulp", NOW)
    for shown in (replace(made, tiles=tiles), replace(made, tiles=tiles, look=look)):
        state = WindowState(shown, chosen=(pupil_id(3),), covered=False)
        panel.show_state(state, WallModel(words), NOW)
        panel.resize(PANEL_PX, 900)
        panel.show()
        lesson.settle()
        holder = panel.widget()
        assert holder is not None
        assert holder.width() <= panel.viewport().width()
        assert holder.minimumSizeHint().width() <= holder.width()
