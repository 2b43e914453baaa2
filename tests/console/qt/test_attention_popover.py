# SPDX-License-Identifier: GPL-3.0-or-later
"""Minutes, then a reason."""

import pytest
from PySide6.QtWidgets import QPushButton

from console.core.acts import (
    AskAttention,
)
from console.qt.attention_popover import AttentionPopover
from tests.fakes.desk import Desk, chip
from tests.fakes.worker import pupil_id

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_attention_is_minutes_and_a_reason(lesson: Desk) -> None:
    lesson.run("attention")
    popover = lesson.opened(AttentionPopover)
    assert chip(popover, "2 min").isChecked()
    lesson.click(chip(popover, "5 min"))
    lesson.click(chip(popover, "Kijk even naar het bord."))
    assert lesson.acts() == [AskAttention("board", 300)]
    assert lesson.memory.recall("last_attention_reason") == "board"


def test_attention_for_one_pupil_is_two_minutes_at_most(lesson: Desk) -> None:
    lesson.run("attention", pupils=[pupil_id(0)])
    popover = lesson.opened(AttentionPopover)
    texts = {b.accessibleName() for b in popover.findChildren(QPushButton)}
    assert {"1 min", "2 min"} <= texts
    assert not {"3 min", "5 min", "10 min"} & texts
    lesson.click(chip(popover, "We ronden af."))
    assert lesson.acts() == [AskAttention("end", 120, pupil_id(0))]
