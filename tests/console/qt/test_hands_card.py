# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands in the order they were raised."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_hands_stand_in_order_with_one_main_button(lesson: Desk) -> None:
    hands = lesson.window.page.panel.hands
    shown = texts(hands)
    assert shown.index("Dina F.") < shown.index("Sami U.")
    for told in ("4 min", "1 min", "toont het scherm", "vraagt of je komt"):
        assert told in shown
    main = [
        b for b in hands.findChildren(QAbstractButton) if b.property("kind") == "main"
    ]
    assert len(main) == 1
    lesson.show(view())
    assert "Niemand vraagt nu hulp." in texts(hands)
