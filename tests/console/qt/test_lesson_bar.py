# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar: which lesson, until when, and what can be done."""

from dataclasses import replace

import pytest

from tests.fakes.desk import Desk, texts
from tests.fakes.worker import attention_view, busy_view

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
    assert bar.attention.accessibleName() == "Aandacht uit · 1:52"
    lesson.show(replace(attention_view(), attention=None))
    assert bar.attention.accessibleName() == "Aandacht"


def test_a_tiny_window_keeps_the_four_main_words(lesson: Desk) -> None:
    lesson.show(attention_view())
    lesson.window.resize(683, 384)
    lesson.settle()
    bar = lesson.window.bar
    for button in (bar.cover, bar.screens, bar.share, bar.attention, bar.more):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
    lesson.show(replace(busy_view(), demo=True))
    assert lesson.window.bottom.demo.isVisible()
