# SPDX-License-Identifier: GPL-3.0-or-later
"""Minutes, then a reason."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton

from console.core.acts import (
    AskAttention,
)
from console.core.view import Choice
from console.qt.attention_popover import AttentionPopover
from tests.fakes.desk import Desk, chip, texts
from tests.fakes.worker import ATTENTION_REASONS, pupil_id, view

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_another_reason_and_length_become_the_usual_ones(lesson: Desk) -> None:
    lesson.click(lesson.window.bar.other)
    popover = lesson.opened(AttentionPopover)
    assert chip(popover, "2 min").isChecked()
    lesson.click(chip(popover, "5 min"))
    lesson.click(chip(popover, "We ronden af."))
    assert lesson.acts() == [AskAttention("end", 300)]
    lesson.show(replace(lesson.worker.shown, attention=None))
    button = lesson.window.bar.attention
    assert button.accessibleName() == "Aandacht · 5 min: We ronden af."
    lesson.run("attentionMenu")
    popover = lesson.opened(AttentionPopover)
    assert chip(popover, "5 min").isChecked()
    assert popover.focusWidget() is chip(popover, "We ronden af.")
    popover.close()


def test_attention_for_one_pupil_is_two_minutes_at_most(lesson: Desk) -> None:
    lesson.run("attention", pupils=[pupil_id(0)])
    popover = lesson.opened(AttentionPopover)
    texts = {b.accessibleName() for b in popover.findChildren(QPushButton)}
    assert {"1 min", "2 min"} <= texts
    assert not {"3 min", "5 min", "10 min"} & texts
    lesson.click(chip(popover, "We ronden af."))
    assert lesson.acts() == [AskAttention("end", 120, pupil_id(0))]
    assert lesson.memory.recall("last_attention_reason") == ""


LONG = Choice("long", "Kijk naar het bord: daar staat de hele opdracht " * 2)


@pytest.mark.parametrize("size", [(683, 384), (1024, 740), (1366, 740)])
def test_the_card_stays_inside_the_window_however_long_a_reason(
    lesson: Desk, size: tuple[int, int]
) -> None:
    lesson.show(replace(view(), attention_reasons=(*ATTENTION_REASONS, LONG)))
    lesson.window.resize(*size)
    lesson.settle()
    lesson.window.page.wall.choose(pupil_id(0))
    lesson.settle()
    for name, pupils in (("attentionMenu", []), ("attention", [pupil_id(0)])):
        lesson.run(name, pupils=pupils)
        popover = lesson.opened(AttentionPopover)
        edges = QRect(lesson.window.mapToGlobal(QPoint()), lesson.window.size())
        assert edges.contains(popover.geometry())
        for button in popover.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width()
        popover.close()


def test_without_reasons_the_card_says_so(lesson: Desk) -> None:
    lesson.show(replace(view(), attention_reasons=()))
    lesson.run("attention")
    assert "De school gaf nog geen redenen" in texts(lesson.opened(AttentionPopover))
    assert lesson.acts() == []


def test_the_card_of_one_pupil_opens_beside_that_pupil(lesson: Desk) -> None:
    lesson.click_tile(0)
    own = lesson.window.page.panel.pupil.attention
    lesson.click(own)
    popover = lesson.opened(AttentionPopover)
    assert "Vraag aandacht van Amina B." in texts(popover)
    bar = lesson.window.bar
    assert popover.y() > bar.mapToGlobal(QPoint(0, bar.height())).y() + 100
    popover.close()
