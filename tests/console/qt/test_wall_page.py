# SPDX-License-Identifier: GPL-3.0-or-later
"""What folds when the window is narrow."""

from dataclasses import replace
from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from console.qt.wall_page import WallPage
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    NAMES,
    attention_view,
    busy_view,
    pupil_id,
    view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_a_narrow_window_folds_the_panel_and_keeps_the_bar(lesson: Desk) -> None:
    window, bar = lesson.window, lesson.window.bar
    window.resize(1200, 800)
    lesson.settle()
    assert not window.page.panel.isVisible()
    lesson.click(bar.hands)
    assert window.page.panel.isVisible()
    lesson.worker.show(replace(busy_view(), look=None))
    lesson.settle()
    lesson.key(Qt.Key.Key_Escape, window.page.wall)
    assert not window.page.panel.isVisible()
    window.resize(1024, 740)
    lesson.settle()
    for button in (bar.cover, bar.screens, bar.share, bar.attention, bar.end):
        assert button.isVisible()
        assert button.text().strip()
    window.resize(1440, 900)
    lesson.settle()
    assert window.page.panel.isVisible()
    assert bar.end.isVisible()


def narrow(lesson: Desk) -> WallPage:
    """Take the window of a small laptop; the panel is a drawer there."""
    lesson.worker.show(replace(busy_view(), look=None))
    lesson.window.resize(1024, 740)
    lesson.settle()
    return lesson.window.page


def seen(page: WallPage, pupil: str) -> bool:
    """Say whether the whole tile of a pupil is in sight, beside the drawer."""
    where = page.wall.viewport().mapTo(page, QPoint())
    tile = page.wall.tile_rect(pupil).translated(where)
    return not tile.intersects(page.panel.geometry())


def test_choosing_a_pupil_opens_the_drawer_and_never_hides_the_tile(
    lesson: Desk,
) -> None:
    page = narrow(lesson)
    assert not page.panel.isVisible()
    for number in (0, 5, 1, 10, 23):
        before = page.wall.tile_rect(pupil_id(number))
        page.wall.choose(pupil_id(number))
        lesson.settle()
        assert page.panel.isVisible()
        assert seen(page, pupil_id(number))
        assert page.wall.tile_rect(pupil_id(number)) == before
        card = page.panel.pupil
        assert NAMES[number] in texts(card)
        top = card.mapTo(page.panel.viewport(), QPoint()).y()
        assert 0 <= top <= 20
        assert top + card.height() <= page.panel.viewport().height()


def test_escape_and_the_cross_shut_the_drawer_and_choose_nobody(lesson: Desk) -> None:
    page = narrow(lesson)
    lesson.click_tile(0)
    lesson.key(Qt.Key.Key_Escape, page.wall)
    assert (page.panel.isVisible(), page.wall.chosen()) == (False, ())
    lesson.click_tile(0)
    assert page.panel.isVisible()
    page.panel.pupil.closed.emit()
    lesson.settle()
    assert (page.panel.isVisible(), page.wall.chosen()) == (False, ())


def test_a_drawer_of_hands_stays_open_while_nobody_is_chosen(lesson: Desk) -> None:
    page = narrow(lesson)
    page.turn_drawer()
    lesson.worker.show(replace(view(count=23), look=None))
    lesson.settle()
    assert page.panel.isVisible()


def test_covering_shuts_the_drawer_and_uncovering_opens_it_again(lesson: Desk) -> None:
    page = narrow(lesson)
    lesson.click_tile(0)
    lesson.run("cover")
    assert not page.panel.isVisible()
    lesson.run("uncover")
    assert page.panel.isVisible()


def test_beside_the_wall_the_chosen_pupil_is_scrolled_into_sight(lesson: Desk) -> None:
    lesson.window.resize(1366, 620)
    lesson.show(replace(attention_view(), look=None))
    lesson.click_tile(0)
    lesson.settle()
    panel = lesson.window.page.panel
    bottom = panel.pupil.mapTo(panel.viewport(), QPoint(0, panel.pupil.height())).y()
    assert bottom <= panel.viewport().height()


def test_tab_goes_as_the_eye_does(lesson: Desk) -> None:
    lesson.show(replace(busy_view(), look=None))
    lesson.click_tile(0)
    window = lesson.window
    window.activateWindow()
    window.bar.cover.setFocus()
    order: list[QWidget] = []
    while window.focusWidget() not in order:
        order.append(window.focusWidget())
        lesson.key(Qt.Key.Key_Tab, window.focusWidget())
    places = [window.bar, window.page.strip, window.page.wall, window.page.panel]
    places.append(window.bottom)
    walked = [next(place for place in places if _in(w, place)) for w in order]
    assert [place for place, _ in groupby(walked)] == places
    for part in (window.bar, window.page.panel.pupil, window.page.panel.hands):
        inside = [w for w in order if _in(w, part)]
        spots = [w.mapTo(part, QPoint()) for w in inside]
        assert spots == sorted(spots, key=lambda spot: (spot.y(), spot.x()))
        assert len(spots) > 1


def _in(widget: QWidget, part: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)


@pytest.mark.parametrize("size", [(1024, 740), (1366, 740), (1920, 1050)])
@pytest.mark.parametrize("count", [12, 24, 30])
def test_every_tile_is_whole_on_usual_screens(
    lesson: Desk, size: tuple[int, int], count: int
) -> None:
    lesson.show(view(count=count))
    lesson.window.resize(*size)
    lesson.settle()
    wall = lesson.window.page.wall
    room = wall.viewport().rect()
    for number in range(count):
        assert room.contains(wall.tile_rect(pupil_id(number)))
    assert not wall.verticalScrollBar().isVisible()
