# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of attention while it lasts."""

import pytest

from console.core.acts import EndAttention
from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    attention_view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_attention_is_counted_by_what_was_confirmed(lesson: Desk) -> None:
    lesson.show(attention_view())
    shown = texts(lesson.window.page.panel.attention)
    assert "Aandacht · nog 1:52" in shown
    assert "Getoond\n" in shown + "\n"
    assert lesson.window.bar.attention.text().strip() == "Aandacht uit · 1:52"
    assert lesson.face("Dina F.").sentence == "gevraagd, nog niet getoond"
    lesson.click(lesson.window.bar.attention)
    assert lesson.acts() == [EndAttention()]
