# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar: which lesson, until when, and what can be done."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt

from console.core.view import WallView
from console.qt.lesson_bar import LessonBar
from console.qt.popover import Popover
from console.qt.usual import Usual
from console.qt.words.en import EN
from console.qt.words.fr import FR
from console.qt.words.words import Words
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import ATTENTION_REASONS, attention_view, busy_view

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_the_bar_says_lesson_teacher_and_time_left(lesson: Desk) -> None:
    shown = texts(lesson.window.bar)
    assert "4B wiskunde" in shown
    assert "mevr. Peeters · tot 11:10 · nog 32 min" in shown
    for word in ("Bedek", "Schermen", "Delen", "Aandacht", "Stop de les"):
        assert word in shown


def test_the_cover_button_says_what_it_will_do(lesson: Desk) -> None:
    bar = lesson.window.bar
    assert bar.cover.accessibleName() == "Bedek"
    lesson.click(bar.cover)
    assert bar.cover.accessibleName() == "Toon de muur"


def test_attention_in_the_bar_counts_down_in_ink(lesson: Desk) -> None:
    bar = lesson.window.bar
    assert bar.attention.property("kind") == "plain"
    lesson.show(attention_view())
    assert bar.attention.property("kind") == "ink"
    running = "Aandacht uit · 1:52: Kijk even naar het bord."
    assert bar.attention.accessibleName() == running
    lesson.show(replace(attention_view(), attention=None))
    usual = "Aandacht · 2 min: Kijk even naar het bord."
    assert bar.attention.accessibleName() == usual


def test_nothing_moves_in_the_bar_when_attention_begins(lesson: Desk) -> None:
    bar = lesson.window.bar
    before = [b.geometry() for b in (bar.cover, bar.screens, bar.share, bar.end)]
    lesson.show(attention_view())
    assert [
        b.geometry() for b in (bar.cover, bar.screens, bar.share, bar.end)
    ] == before


def long_names(made: WallView) -> WallView:
    """Give the lesson a class and a teacher of long names."""
    assert made.slot is not None
    slot = replace(
        made.slot,
        class_name="6 Latijn-Moderne talen",
        subject="wetenschappelijk tekenen en projectwerk",
        teacher_name="mevrouw Vandenberghe-De Keersmaecker",
    )
    return replace(made, slot=slot, demo=True)


@pytest.mark.parametrize("made", [busy_view(), long_names(busy_view())])
@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_nothing_in_the_bar_is_cut_off(
    lesson: Desk, width: int, made: WallView
) -> None:
    lesson.window.resize(width, 740)
    lesson.show(made)
    whole(lesson.window.bar)
    lesson.show(replace(attention_view(), slot=made.slot))
    whole(lesson.window.bar)


@pytest.mark.parametrize("words", [EN, FR])
@pytest.mark.parametrize("covered", [False, True])
def test_nor_in_another_language(lesson: Desk, words: Words, covered: bool) -> None:
    window, made = lesson.window, long_names(busy_view())
    assert made.slot is not None
    bar = LessonBar(window.theme, words, window.actions_by_name)
    lesson.qtbot.addWidget(bar)
    bar.fold(drawer=True, snug=True, tiny=False)
    bar.resize(1024, 60)
    bar.show()
    usual = Usual(ATTENTION_REASONS[0], 10)
    bar.show_view(made, made.slot, usual, covered=covered)
    lesson.settle()
    whole(bar)
    assert bar.hands.isVisible()


def whole(bar: LessonBar) -> None:
    """Check that every button has its width, inside the bar and beside the next."""
    buttons = (bar.cover, bar.screens, bar.share, bar.split, bar.end)
    for button in buttons:
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
    edges = [(b.x(), b.x() + b.width()) for b in buttons]
    assert edges == sorted(edges)
    assert edges[-1][1] <= bar.width()
    assert all(end < start for (_, end), (start, _) in pairwise(edges))


def test_a_double_click_covers_once(lesson: Desk) -> None:
    cover, left = lesson.window.bar.cover, Qt.MouseButton.LeftButton
    lesson.grown(cover)
    lesson.qtbot.mouseClick(cover, left)
    lesson.settle()
    lesson.qtbot.mouseClick(cover, left)
    assert lesson.window.state.covered


def test_a_tiny_window_keeps_the_four_main_words(lesson: Desk) -> None:
    lesson.show(attention_view())
    lesson.window.resize(683, 384)
    lesson.settle()
    bar = lesson.window.bar
    for button in (bar.cover, bar.screens, bar.share, bar.split, bar.more):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
    lesson.show(replace(busy_view(), demo=True))
    assert lesson.window.bottom.demo.isVisible()
    assert bar.width() <= 683
    lesson.click(bar.more)
    popover = lesson.opened(Popover)
    assert "Stop de les" in texts(popover)
    popover.close()
